import Rulebook
import Testing

@Suite("What must hold for a step")
struct RequirementsTests {
    private static func bench(_ kind: CandidacyState.Kind, _ programme: ProgrammeID = Bench.law2021) throws -> Bench {
        var bench = try Bench(programme, .wbk)
        try bench.reach(kind)
        return bench
    }

    @Test("A step out of its order is refused for that alone, and the refusal names what can be done")
    func order() throws {
        let bench = try Self.bench(.declared)
        let request = try bench.request(.award)
        #expect(try bench.unmet(request) == [.order])
        let list = try bench.candidacy().requirements(of: request, under: bench.rules, knowing: [:], standing: bench.standing)
        #expect(list[0].wayOut.contains("Mengusulkan unit kepada pimpinan"))
    }

    @Test("Everything that is missing is named at once")
    func everything() throws {
        let bench = try Self.bench(.assessed)
        let day = Day(year: 2_025, month: 1, day: 1) ?? .first
        let request = MoveRequest(.nominate, by: Bench.lead, day: day, today: day)
        #expect(
            try bench.unmet(request, checks: [:]) == [
                .role, .apart(from: .closeAssessment), .check(.minimumsMet), .check(.prerequisitesMet), .check(.developedLongEnough),
                .check(.withinDeadline), .document("surat-pengajuan"), .document("lhe-tpi"), .document("sptjm"), .document("lke"), .day, .reference,
            ])
    }

    @Test("Whoever proposed the unit does not decree it; another one does")
    func apart() throws {
        let bench = try Self.bench(.proposed)
        let both = MoveActor(account: Bench.administrator.account, roles: [.agencyHead, .agencyAdministrator], units: [])
        #expect(try bench.unmet(bench.request(.appoint, by: both)) == [.apart(from: .propose)])
        #expect(try bench.unmet(bench.request(.appoint, by: Bench.head)) == [])
    }

    @Test("Nobody assesses the unit they belong to")
    func outsider() throws {
        let bench = try Self.bench(.developing)
        let insider = MoveActor(account: "x", roles: [.assessorLead], units: [Bench.unit])
        let neighbour = MoveActor(account: "x", roles: [.assessorLead], units: ["puskesmas"])
        #expect(try bench.unmet(bench.request(.openAssessment, by: insider)) == [.outsider])
        #expect(try bench.unmet(bench.request(.openAssessment, by: neighbour)) == [])
    }

    @Test("A check that nobody found out about is not met, and one that is not met says what to do")
    func denied() throws {
        let bench = try Self.bench(.preparing)
        #expect(try bench.unmet(bench.request(.declare), checks: [:]) == [.check(.declarationHeld), .check(.pactCovered), .check(.readinessStated)])
        var checks = Bench.met
        checks[.pactCovered] = CheckResult(isMet: false, statement: "20 dari 40.", wayOut: "Mintalah 1 orang lagi.")
        let list = try bench.candidacy().requirements(of: bench.request(.declare), under: bench.rules, knowing: checks, standing: bench.standing)
        let pact = try #require(list.first { $0.subject == .check(.pactCovered) })
        #expect(!pact.isMet && pact.message.contains("20 dari 40.") && pact.message.contains("Mintalah 1 orang lagi.") && pact.message.contains("Bab II"))
    }

    @Test("The day lies between the last step and today")
    func day() throws {
        let bench = try Self.bench(.declared)
        let last = try #require(bench.moves.last?.day)
        let today = last.adding(days: 5)
        for (offset, isMet) in [(-1, false), (0, true), (5, true), (6, false)] {
            let sound = try bench.request(.propose)
            let request = MoveRequest(.propose, by: sound.actor, day: last.adding(days: offset), today: today, documents: sound.documents)
            #expect(try bench.unmet(request) == (isMet ? [] : [.day]), "\(offset)")
        }
    }

    @Test("A reason is asked for where the step needs one, and nothing may be endless")
    func texts() throws {
        let bench = try Self.bench(.assessed)
        let sound = try bench.request(.withdraw)
        func unmet(_ reason: String) throws -> Set<MoveRequirement.Subject> {
            try bench.unmet(MoveRequest(.withdraw, by: sound.actor, day: sound.day, today: sound.today, reason: reason))
        }
        #expect(try unmet("") == [.reason])
        #expect(try unmet(String(repeating: "a", count: MoveRequest.longestText)) == [])
        #expect(try unmet(String(repeating: "a", count: MoveRequest.longestText + 1)) == [.reason])
    }

    @Test("What has to be looked at stops every step that leads on, and none that leads back")
    func attention() throws {
        var bench = try Self.bench(.assessed)
        bench.needsAttention = "Opini BPK ditarik."
        #expect(try bench.unmet(bench.request(.nominate)) == [.attention])
        #expect(try bench.unmet(bench.request(.returnForDevelopment)) == [])
        #expect(try bench.unmet(bench.request(.withdraw)) == [])
    }

    @Test("A void year of the agency stops nomination and award")
    func knockOut() throws {
        for (kind, move) in [(CandidacyState.Kind.assessed, Move.nominate), (.reviewed, .proposeAward), (.awardProposed, .award)] {
            var bench = try Self.bench(kind)
            bench.standing = UnitStanding(isKnockedOut: true)
            #expect(try bench.unmet(bench.request(move)) == [.standing], "\(move)")
        }
        var older = try Self.bench(.assessed, Bench.law2014)
        older.standing = UnitStanding(isKnockedOut: true)
        #expect(try older.unmet(older.request(.nominate)) == [])
    }

    @Test("WBBM is nominated and awarded only while WBK is in force")
    func presupposed() throws {
        for (kind, move) in [(CandidacyState.Kind.assessed, Move.nominate), (.reviewed, .proposeAward), (.awardProposed, .award)] {
            var bench = try Bench(Bench.law2021, .wbbm)
            try bench.reach(kind)
            bench.standing = UnitStanding()
            #expect(try bench.unmet(bench.request(move)) == [.presupposed(.wbk)], "\(move)")
        }
    }

    @Test("Affirmation lifts the prerequisites at the nomination, of WBK only, and nothing else")
    func affirmation() throws {
        var bench = try Self.bench(.assessed)
        var checks = Bench.met
        checks[.prerequisitesMet] = nil
        #expect(try bench.unmet(bench.request(.nominate), checks: checks) == [.check(.prerequisitesMet)])
        bench.affirmation = "rsud"
        #expect(try bench.unmet(bench.request(.nominate), checks: checks) == [])
        checks[.minimumsMet] = nil
        #expect(try bench.unmet(bench.request(.nominate), checks: checks) == [.check(.minimumsMet)])
    }

    @Test("A closed unit is neither decreed nor nominated")
    func closed() throws {
        for (kind, move) in [(CandidacyState.Kind.proposed, Move.appoint), (.assessed, .nominate)] {
            var bench = try Self.bench(kind)
            bench.standing = UnitStanding(isClosed: true)
            #expect(try bench.unmet(bench.request(move)) == [.unitOpen])
        }
    }
}
