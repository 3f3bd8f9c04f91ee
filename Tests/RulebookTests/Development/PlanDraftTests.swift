import ExactMath
import Rulebook
import Testing

@Suite("Actions from advice and weak points") struct PlanDraftTests {
    private static let cases: [(InstrumentID, Designation)] = Shipped.ids.flatMap { id in Designation.allCases.map { (id, $0) } }

    private struct Sheet {
        let adviser: Adviser
        let scored: ScoredSheet
        let verdict: Verdict
        let advice: Advice

        var instrument: Instrument { scored.instrument }

        func draft(_ existing: [PlannedAction] = []) throws -> PlanDraft {
            try PlanDraft.from(advice: advice, on: scored, verdict: verdict, existing: existing)
        }
    }

    private func each(_ id: InstrumentID, _ designation: Designation, _ body: (Sheet) throws -> Void) throws {
        let adviser = try Adviser(Shipped.scorer(id))
        var random = SplitMix64(seed: 2_503)
        for number in 0..<12 {
            let sheet = try ScoringSheet.random(adviser.scorer.instrument, blanks: number % 4, using: &random)
            let scored = try adviser.scorer.score(sheet)
            try body(
                Sheet(
                    adviser: adviser, scored: scored, verdict: adviser.scorer.verdict(on: scored, for: designation),
                    advice: adviser.advise(on: sheet, for: designation)))
        }
    }

    private func actions(_ draft: PlanDraft, _ instrument: Instrument, _ state: PlannedAction.State = .planned) -> [PlannedAction] {
        draft.proposals.enumerated().map { number, proposal in
            let content = PlannedAction.Content(
                items: proposal.items(in: instrument), area: proposal.area, target: "Lebih baik", person: "ratna", start: .first, due: .last)
            return PlannedAction(id: ActionID("\(number)"), content: content, state: state)
        }
    }

    @Test("Every step of the advice is proposed, in order, before anything else", arguments: cases)
    func steps(id: InstrumentID, designation: Designation) throws {
        try each(id, designation) { sheet in
            let proposals = try sheet.draft().proposals
            let steps = proposals.prefix { if case .step = $0.reason { true } else { false } }
            #expect(steps.map(\.questions) == sheet.advice.steps.map { [$0.question] })
            #expect(proposals.dropFirst(steps.count).allSatisfy { if case .step = $0.reason { false } else { true } })
        }
    }

    @Test("What is proposed can be planned as it is: the unit's own questions, of one indicator and one area", arguments: cases)
    func sound(id: InstrumentID, designation: Designation) throws {
        try each(id, designation) { sheet in
            let draft = try sheet.draft()
            for proposal in draft.proposals {
                #expect(!proposal.questions.isEmpty && proposal.questions.allSatisfy { sheet.instrument.questions[$0].respondent == .unit })
                #expect(Set(proposal.questions.map { sheet.instrument.indicatorOfQuestion[$0] }) == [proposal.indicator])
            }
            for action in actions(draft, sheet.instrument) { #expect(action.content.problems(in: sheet.instrument).isEmpty) }
        }
    }

    @Test("No question twice, and nothing again once it is planned", arguments: cases)
    func once(id: InstrumentID, designation: Designation) throws {
        try each(id, designation) { sheet in
            let draft = try sheet.draft()
            let questions = draft.proposals.flatMap(\.questions)
            #expect(Set(questions).count == questions.count)
            let planned = actions(draft, sheet.instrument)
            let next = try sheet.draft(planned).proposals.flatMap(\.questions)
            #expect(Set(next).isDisjoint(with: questions))
            #expect(try sheet.draft(planned).proposals.allSatisfy { if case .step = $0.reason { false } else { true } })
            let dropped = actions(draft, sheet.instrument, .dropped("batal"))
            #expect(try sheet.draft(dropped).proposals.map(\.questions) == draft.proposals.map(\.questions))
        }
    }

    @Test("An action on an indicator covers all of its questions")
    func indicator() throws {
        let instrument = try Shipped.instrument(Shipped.law2021)
        try each(Shipped.law2021, .wbk) { sheet in
            guard let first = try sheet.draft().proposals.first else { return }
            let content = PlannedAction.Content(
                items: [instrument.nodes[first.indicator].code], area: first.area, target: "Semua", person: "ratna", start: .first, due: .last)
            let covered = Set(instrument.nodes[first.indicator].questions)
            let rest = try sheet.draft([PlannedAction(id: "x", content: content)]).proposals.flatMap(\.questions)
            #expect(covered.isDisjoint(with: rest))
        }
    }

    @Test("Of each area below its minimum come the lowest indicators, and a few of the whole sheet beside", arguments: cases)
    func weak(id: InstrumentID, designation: Designation) throws {
        try each(id, designation) { sheet in
            let draft = try PlanDraft.from(advice: nil, on: sheet.scored, verdict: sheet.verdict, existing: [], perArea: 2, lowest: 3)
            let low = draft.proposals.filter { if case .lowIndicator = $0.reason { true } else { false } }
            #expect(low.count <= 3)
            for proposal in draft.proposals {
                guard case .weakArea(let short) = proposal.reason else { continue }
                #expect(short > .zero && proposal.area != .results && proposal.score < proposal.weight)
            }
            let areas = Dictionary(grouping: draft.proposals.filter { if case .weakArea = $0.reason { true } else { false } }, by: \.area)
            for (_, proposals) in areas { #expect(proposals.count <= 2) }
        }
    }

    @Test("A sheet at its best proposes nothing", arguments: Shipped.ids)
    func best(id: InstrumentID) throws {
        let adviser = try Adviser(Shipped.scorer(id))
        let sheet = try ScoringSheet.best(adviser.scorer.instrument)
        let scored = try adviser.scorer.score(sheet)
        let verdict = try adviser.scorer.verdict(on: scored, for: .wbbm)
        #expect(try PlanDraft.from(advice: adviser.advise(on: sheet, for: .wbbm), on: scored, verdict: verdict, existing: []).proposals.isEmpty)
    }
}
