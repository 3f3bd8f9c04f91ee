import Rulebook
import Testing

@Suite("Deciding a step of a candidacy")
struct DecisionTests {
    @Test("A decision tells role, clause and the documents that were asked for, no others")
    func decision() throws {
        var bench = try Bench(Bench.law2021, .wbk)
        try bench.reach(.proposed)
        let sound = try bench.request(.appoint)
        let request = MoveRequest(
            .appoint, by: MoveActor(account: "p", roles: [.auditor, .agencyHead], units: []), day: sound.day, today: sound.today,
            reference: "SK 7", documents: ["sk-unit": "d1", "lke": "d2"])
        let decision = try bench.candidacy().decide(request, under: bench.rules, knowing: [:], standing: bench.standing)
        #expect(decision.role == .agencyHead && decision.next == .developing)
        #expect(decision.documents == ["sk-unit": "d1"] && decision.legalBasis == "PermenPANRB 90/2021 Lampiran I Bab II")
    }

    /// The steps that an award of today must have behind it since the last return.
    private static func stands(_ moves: [RecordedMove]) -> Bool {
        let round = moves.lastIndex { $0.move == .returnForDevelopment }.map { Array(moves[($0 + 1)...]) } ?? moves
        let whole = Set(moves.map(\.move))
        let now = Set(round.map(\.move))
        return whole.isSuperset(of: [.declare, .propose, .appoint])
            && now.isSuperset(of: [.openAssessment, .closeAssessment, .nominate, .startReview, .recordReviewStep, .concludeReview, .proposeAward])
            && round.last { $0.move == .proposeAward }?.actor != round.last { $0.move == .award }?.actor
    }

    @Test("However one walks, there is no way to an award that skips a condition", arguments: 0..<24)
    func walks(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed) + 2_200)
        let programme = seed.isMultiple(of: 2) ? Bench.law2021 : Bench.law2014
        let designation: Designation = seed % 4 < 2 ? .wbk : .wbbm
        var bench = try Bench(programme, designation)
        var awards = 0
        for _ in 0..<400 {
            let candidacy = try bench.candidacy()
            if candidacy.state.kind == .withdrawn || candidacy.state.kind == .revoked { bench = try Bench(programme, designation) }
            // Most steps are such as could be taken; some are not, and all may lack anything.
            let open = try bench.candidacy().openMoves(under: bench.rules).filter { move in
                ![.withdraw, .returnForDevelopment].contains(move) || Int.random(in: 0..<20, using: &random) == 0
            }
            let move = Int.random(in: 0..<6, using: &random) == 0 ? Move.allCases.randomElement(using: &random) : open.randomElement(using: &random)
            guard let move else { continue }
            let isAnybody = Int.random(in: 0..<5, using: &random) == 0
            let request = try bench.request(move, by: isAnybody ? Bench.all.randomElement(using: &random) : nil)
            var checks = Bench.met
            if Int.random(in: 0..<6, using: &random) == 0, let lost = Check.allCases.randomElement(using: &random) { checks[lost] = nil }
            var documents = request.documents
            if Int.random(in: 0..<6, using: &random) == 0, let lost = documents.keys.sorted().randomElement(using: &random) { documents[lost] = nil }
            let asked = MoveRequest(
                move, by: request.actor, day: request.day, today: request.today, reason: request.reason, reference: request.reference,
                result: request.result, documents: documents)
            let rule = bench.rules.rule(for: move, towards: designation)
            guard (try? bench.take(asked, checks: checks)) != nil else { continue }
            let taken = try #require(rule)
            #expect(taken.checks.allSatisfy { checks[$0]?.isMet == true }, "\(move), seed \(seed)")
            #expect(taken.documents.allSatisfy { documents[$0] != nil }, "\(move), seed \(seed)")
            #expect(taken.roles.contains(where: request.actor.roles.contains), "\(move), seed \(seed)")
            if move == .award {
                awards += 1
                #expect(Self.stands(bench.moves), "seed \(seed)")
                let steps = bench.rules.reviewSteps(towards: designation).map(\.id)
                let round = bench.moves.suffix(from: bench.moves.lastIndex { $0.move == .startReview } ?? 0)
                let passed = round.compactMap { move -> ReviewStepID? in
                    if case .step(let id, isPassed: true, _, _) = move.result { id } else { nil }
                }
                #expect(passed == steps, "seed \(seed)")
            }
        }
        #expect(awards > 0, "seed \(seed) never came to an award, so it shows nothing")
    }
}
