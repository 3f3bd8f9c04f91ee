import ExactMath
import InstrumentFiles
import Rulebook
import Testing

@Suite("What a programme must be before it is used")
struct ProgrammeChecksTests {
    /// The places of the problems of a programme in which something was changed.
    private static func places(_ id: ProgrammeID = Bench.law2021, _ change: (inout ProgrammeRules.Parts) -> Void) throws -> [String] {
        var parts = try ProgrammeLibrary.rules(id).parts
        change(&parts)
        do throws(Refusal) {
            _ = try ProgrammeRules(parts)
            return []
        } catch {
            #expect(error.findings.allSatisfy { $0.code == .programmeMalformed && $0.message.hasSuffix(".") })
            return error.findings.map(\.location)
        }
    }

    private static func changed(
        _ rule: MoveRule, roles: [Role]? = nil, documents: [DocumentKind]? = nil, apart: [Move]? = nil, checks: [Check]? = nil, clause: String? = nil,
        designations: Set<Designation>? = nil
    ) -> MoveRule {
        MoveRule(
            move: rule.move, designations: designations ?? rule.designations, roles: roles ?? rule.roles, checks: checks ?? rule.checks,
            documents: documents ?? rule.documents, apartFrom: apart ?? rule.apartFrom, isForOutsiders: rule.isForOutsiders,
            needsReference: rule.needsReference, clause: clause ?? rule.clause)
    }

    @Test("What is shipped has no problem", arguments: ProgrammeLibrary.shipped)
    func shipped(id: ProgrammeID) throws {
        #expect(try Self.places(id) { _ in } == [])
    }

    @Test("Every stage once, in order")
    func stages() throws {
        #expect(try Self.places { $0.stages.removeLast() } == ["stages"])
        #expect(try Self.places { $0.stages.swapAt(0, 1) } == ["stages"])
        #expect(try Self.places { $0.stages.append($0.stages[0]) } == ["stages"])
    }

    @Test("One rule for each step and designation; only steps of the revocation may be missing")
    func moves() throws {
        #expect(try Self.places { $0.moves.removeAll { $0.move == .nominate } } == ["moves.ajukan-usulan", "moves.ajukan-usulan"])
        #expect(try Self.places { $0.moves.removeAll { $0.move == .clarify } } == [])
        #expect(try Self.places { $0.moves.append($0.moves[0]) } == ["moves.catat-pencanangan", "moves.catat-pencanangan"])
        #expect(
            try Self.places { parts in
                parts.moves[1] = Self.changed(parts.moves[1], designations: [.wbk])
            } == ["moves.usulkan-unit"])
    }

    @Test("A rule names roles, known documents, other steps and its clause")
    func rule() throws {
        #expect(try Self.places { $0.moves[0] = Self.changed($0.moves[0], roles: []) } == ["moves.catat-pencanangan"])
        #expect(try Self.places { $0.moves[0] = Self.changed($0.moves[0], documents: ["surat-cinta"]) } == ["moves.catat-pencanangan"])
        #expect(try Self.places { $0.moves[0] = Self.changed($0.moves[0], apart: [.declare]) } == ["moves.catat-pencanangan"])
        #expect(try Self.places { $0.moves[0] = Self.changed($0.moves[0], clause: "") } == ["moves.catat-pencanangan"])
        #expect(try Self.places { $0.deadline = nil } == ["moves.ajukan-usulan"])
    }

    @Test("Steps of the review for each designation, with figures that can be")
    func steps() throws {
        #expect(try Self.places(Bench.law2014) { $0.reviewSteps.removeFirst() } == ["reviewSteps"])
        #expect(try Self.places { $0.reviewSteps.append($0.reviewSteps[0]) } == ["reviewSteps.pra-evaluasi"])
        for (least, isSound) in [(0, false), (1, true), (10_000, true), (10_001, false)] {
            let found = try Self.places { parts in
                parts.reviewSteps[2] = ReviewStepRule(
                    id: "evaluasi-lapangan", name: "", designations: [.wbk, .wbbm], leastRespondents: least, clause: "x")
            }
            #expect(found == (isSound ? [] : ["reviewSteps.evaluasi-lapangan"]))
        }
    }

    @Test("The deadline is a day of every year, another day one of its own year")
    func deadline() throws {
        func deadline(_ month: Int, _ day: Int, _ announced: [DeadlineRule.Announced] = []) throws -> [String] {
            try Self.places { $0.deadline = DeadlineRule(month: month, day: day, announced: announced, clause: "x") }
        }
        #expect(try deadline(5, 31) == [] && deadline(2, 28) == [])
        #expect(try deadline(2, 29) == ["deadline"] && deadline(13, 1) == ["deadline"])
        let day = try #require(Day("2026-06-30"))
        #expect(try deadline(5, 31, [.init(year: 2_026, day: day, source: "surat")]) == [])
        #expect(try deadline(5, 31, [.init(year: 2_025, day: day, source: "surat")]) == ["deadline.announced"])
        #expect(try deadline(5, 31, [.init(year: 2_026, day: day, source: "")]) == ["deadline.announced"])
    }

    @Test("Figures lie within what makes sense")
    func figures() throws {
        #expect(try Self.places { $0.pact = PactRule(share: .of("1.01"), isExclusive: false, text: "", clause: "x") } == ["pact.share"])
        #expect(try Self.places { $0.pact = PactRule(share: .one, isExclusive: true, text: "", clause: "x") } == ["pact.share"])
        #expect(try Self.places { $0.pact = PactRule(share: .one, isExclusive: false, text: "", clause: "x") } == [])
        #expect(try Self.places { $0.development = DevelopmentRule(leastMonths: [.wbk: 61], reviewEveryMonths: 3, clause: "x") } == ["development"])
        #expect(try Self.places { $0.development = DevelopmentRule(leastMonths: [:], reviewEveryMonths: 0, clause: "x") } == ["development"])
        #expect(try Self.places { $0.waits = [RevocationWait(revoked: [.wbk], proposed: .wbk, years: 0, clause: "x")] } == ["waits"])
        #expect(
            try Self.places { $0.monitoring = MonitoringRule(everyYears: 11, exemptWhenProposedFor: nil, text: "", clause: "x") } == ["monitoring"])
    }

    @Test("Lists are not empty and repeat nothing")
    func lists() throws {
        #expect(try Self.places { $0.criteria = [] } == ["criteria"])
        #expect(try Self.places { $0.revocationGrounds = [] } == ["revocationGrounds"])
        #expect(try Self.places { $0.areas.append($0.areas[0]) } == ["areas.1"])
        #expect(try Self.places { $0.documents.append($0.documents[0]) } == ["documents.undangan-pencanangan"])
        #expect(
            try Self.places { $0.affirmation = AffirmationRule(kinds: [], designation: .wbk, waives: [], text: "", clause: "x") } == ["affirmation"])
    }
}
