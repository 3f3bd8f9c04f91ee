import Rulebook
import Testing

@Suite("What a step of a candidacy brings along")
struct ResultsTests {
    private static func request(_ bench: Bench, _ move: Move, _ result: MoveResult) throws -> MoveRequest {
        let sound = try bench.request(move)
        return MoveRequest(
            move, by: sound.actor, day: sound.day, today: sound.today, reason: sound.reason, reference: sound.reference, result: result,
            documents: sound.documents)
    }

    @Test("Steps of the review are recorded in their order", arguments: [Bench.law2021, Bench.law2014], Designation.allCases)
    func order(programme: ProgrammeID, designation: Designation) throws {
        var bench = try Bench(programme, designation)
        try bench.reach(.reviewing)
        let steps = bench.rules.reviewSteps(towards: designation)
        for (place, step) in steps.enumerated() {
            #expect(try bench.candidacy().nextReviewStep(under: bench.rules) == step)
            for (other, wrong) in bench.rules.parts.reviewSteps.enumerated() where wrong.id != step.id {
                let request = try Self.request(bench, .recordReviewStep, .step(wrong.id, isPassed: true, respondents: 100, team: "Tim"))
                // One that is done already does not even lead anywhere; both are refused.
                #expect(try bench.unmet(request) == [.result], "\(place) \(other)")
            }
            try bench.take(bench.request(.recordReviewStep))
        }
        #expect(try bench.candidacy().nextReviewStep(under: bench.rules) == nil)
        let more = try Self.request(bench, .recordReviewStep, .step("lain", isPassed: true, respondents: nil, team: "Tim"))
        #expect(try bench.unmet(more) == [.result])
    }

    @Test("The survey in the field asks 30 people at least", arguments: [(nil, false), (0, false), (29, false), (30, true), (31, true)] as [(Int?, Bool)])
    func respondents(count: Int?, isEnough: Bool) throws {
        var bench = try Bench(Bench.law2021, .wbk)
        try bench.reach(.reviewing)
        try bench.take([.recordReviewStep, .recordReviewStep])
        let request = try Self.request(bench, .recordReviewStep, .step("evaluasi-lapangan", isPassed: true, respondents: count, team: "Tim"))
        #expect(try bench.unmet(request) == (isEnough ? [] : [.result]))
    }

    @Test("A step that the unit did not pass leaves only an unfavourable end")
    func failed() throws {
        var bench = try Bench(Bench.law2021, .wbk)
        try bench.reach(.reviewing)
        try bench.take(Self.request(bench, .recordReviewStep, .step("pra-evaluasi", isPassed: false, respondents: nil, team: "Tim")))
        #expect(try bench.unmet(bench.request(.recordReviewStep)) == [.order])
        #expect(try bench.unmet(Self.request(bench, .concludeReview, .conclusion(isFavourable: true, score: "1"))) == [.result])
        try bench.take(Self.request(bench, .concludeReview, .conclusion(isFavourable: false, score: "60,00")))
        #expect(try bench.unmet(bench.request(.proposeAward)) == [.order])
        try bench.take([.returnForDevelopment, .openAssessment])
    }

    @Test("The review is not concluded before all its steps, either way")
    func early() throws {
        var bench = try Bench(Bench.law2021, .wbk)
        try bench.reach(.reviewing)
        for isFavourable in [true, false] {
            let request = try Self.request(bench, .concludeReview, .conclusion(isFavourable: isFavourable, score: "1"))
            #expect(try bench.unmet(request) == [.result])
        }
        for _ in 0..<5 { try bench.take([.recordReviewStep]) }
        for isFavourable in [true, false] {
            let request = try Self.request(bench, .concludeReview, .conclusion(isFavourable: isFavourable, score: "1"))
            #expect(try bench.unmet(request) == [])
        }
    }

    @Test("The term of an award ends on or after the day of the award, or nowhere")
    func term() throws {
        var bench = try Bench(Bench.law2021, .wbk)
        try bench.reach(.awardProposed)
        let day = try bench.request(.award).day
        for (until, isMet) in [(nil, true), (day.adding(days: -1), false), (day, true), (day.adding(days: 1), true)] as [(Day?, Bool)] {
            #expect(try bench.unmet(Self.request(bench, .award, .award(until: until))) == (isMet ? [] : [.result]))
        }
    }

    @Test("A ground of revocation is one of the regulation's")
    func ground() throws {
        var bench = try Bench(Bench.law2021, .wbk)
        try bench.reach(.awarded)
        for (ground, isMet) in [("maladministrasi", true), ("laporan-tpi", true), ("", false), ("rasa-tidak-suka", false)] {
            #expect(try bench.unmet(Self.request(bench, .openRevocation, .ground(ground))) == (isMet ? [] : [.result]))
        }
    }

    @Test("A result of the wrong kind is refused for every step")
    func wrongKind() throws {
        for kind in CandidacyState.Kind.allCases {
            var bench = try Bench(Bench.law2021, .wbk)
            try bench.reach(kind)
            for move in try bench.candidacy().openMoves(under: bench.rules) {
                let sound = try bench.request(move)
                // The review is not at its end yet; that is another test's.
                if move != .concludeReview { #expect(try bench.unmet(sound) == [], "\(move)") }
                for wrong: MoveResult in [.none, .score("1"), .ground("laporan-tpi"), .award(until: nil)] where wrong != sound.result {
                    if case .score = sound.result, case .score = wrong { continue }
                    if case .ground = sound.result, case .ground = wrong { continue }
                    #expect(try bench.unmet(Self.request(bench, move, wrong)).contains(.result), "\(move) \(wrong)")
                }
            }
        }
    }
}
