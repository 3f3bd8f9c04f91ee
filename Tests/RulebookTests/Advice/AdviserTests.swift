import ExactMath
import Rulebook
import Testing

@Suite("Advice on shipped instruments")
struct AdviserTests {
    private static let cases: [(InstrumentID, Designation)] = Shipped.ids.flatMap { id in Designation.allCases.map { (id, $0) } }
    private static let sheets = 20

    /// Calls back with random sheets of all sorts: half-filled, complete, with strong and with weak surveys.
    private func each(_ id: InstrumentID, _ designation: Designation, _ body: (Adviser, ScoringSheet, Advice) throws -> Void) throws {
        let adviser = try Adviser(Shipped.scorer(id))
        var random = SplitMix64(seed: 71)
        for number in 0..<Self.sheets {
            var sheet = try ScoringSheet.random(adviser.scorer.instrument, blanks: number % 5, using: &random)
            if number % 3 != 0 {
                for (position, question) in adviser.scorer.instrument.questions.enumerated() where question.respondent != .unit {
                    try sheet.improve(position, to: Ratio.one - .of(String(Int.random(in: 0...9, using: &random))) * .of("0.01"))
                }
            }
            try body(adviser, sheet, adviser.advise(on: sheet, for: designation))
        }
    }

    @Test("The plan leads to the verdict it promises, and its effort is the sum of its steps", arguments: cases)
    func promise(id: InstrumentID, designation: Designation) throws {
        try each(id, designation) { adviser, sheet, advice in
            #expect(advice.effort == advice.steps.reduce(0) { $0 + $1.effort })
            #expect(advice.steps.map(\.question) == advice.steps.map(\.question).sorted())
            let now = try adviser.scorer.judge(sheet, for: designation)
            switch advice.answer {
            case .alreadyMet:
                #expect(now.met && advice.verdict.met && advice.steps.isEmpty && advice.outsideNeeds.isEmpty && advice.obstacles.isEmpty)
            case .reachable, .dependsOnOutsiders:
                let after = try adviser.scorer.judge(sheet.taking(advice), for: designation)
                #expect(!now.met && after.met && advice.verdict.met)
                #expect(after.outcomes.map(\.measured) == advice.verdict.outcomes.map(\.measured))
                #expect(advice.outsideNeeds.isEmpty == (advice.answer == .reachable))
                #expect(advice.obstacles.isEmpty == (advice.answer == .reachable))
            case .unreachable:
                #expect(!advice.verdict.met && advice.steps.isEmpty && !advice.obstacles.isEmpty)
            }
        }
    }

    @Test("Gains are those of the scorer", arguments: cases)
    func gains(id: InstrumentID, designation: Designation) throws {
        try each(id, designation) { adviser, sheet, advice in
            guard advice.answer == .reachable else { return }
            let before = try adviser.scorer.score(sheet).total
            let after = try adviser.scorer.score(sheet.taking(advice)).total
            #expect(try after - before == (try Ratio.sum(advice.steps.map(\.gain))))
            #expect(advice.steps.allSatisfy { $0.gain > .zero && $0.effort >= 1 })
        }
    }

    @Test("Only the unit's own answers are touched, and no kept one", arguments: cases)
    func own(id: InstrumentID, designation: Designation) throws {
        var random = SplitMix64(seed: 72)
        try each(id, designation) { adviser, sheet, advice in
            let questions = adviser.scorer.instrument.questions
            #expect(advice.steps.allSatisfy { questions[$0.question].respondent == .unit })
            #expect(advice.outsideNeeds.allSatisfy { questions[$0.question].respondent == .outsider })
            let kept = Set(questions.map(\.code).filter { _ in Int.random(in: 0..<3, using: &random) == 0 })
            let careful = try adviser.advise(on: sheet, for: designation, keeping: kept)
            #expect(careful.steps.allSatisfy { !kept.contains(questions[$0.question].code) })
            if careful.answer == .reachable { #expect(careful.effort >= advice.effort) }
        }
    }

    @Test("A kept survey is not asked to change either", arguments: Shipped.ids)
    func keptOutsider(id: InstrumentID) throws {
        let adviser = try Adviser(Shipped.scorer(id))
        let sheet = ScoringSheet(adviser.scorer.instrument)
        let kept = Set(adviser.scorer.instrument.questions.filter { $0.respondent == .outsider }.map(\.code))
        let advice = try adviser.advise(on: sheet, for: .wbk, keeping: kept)
        #expect(advice.outsideNeeds.isEmpty)
        #expect(advice.answer == .unreachable)
    }

    @Test("No single step can be left out or lowered", arguments: cases)
    func noneTooMany(id: InstrumentID, designation: Designation) throws {
        try each(id, designation) { adviser, sheet, advice in
            for step in advice.steps {
                var less = try sheet.taking(advice)
                try less.record(sheet.answer(at: step.question), at: step.question)
                #expect(try !adviser.scorer.judge(less, for: designation).met, "without step \(step)")
                if case .choice(let target) = step.target, case .choice(let scale, _) = adviser.scorer.instrument.questions[step.question].kind,
                    target + 1 < scale.choices.count
                {
                    try less.record(.choice(target + 1), at: step.question)
                    #expect(try !adviser.scorer.judge(less, for: designation).met, "step \(step) one letter lower")
                }
            }
        }
    }

    @Test("Reachable is what the best own answers reach; unreachable what not even outsiders could", arguments: cases)
    func reach(id: InstrumentID, designation: Designation) throws {
        try each(id, designation) { adviser, sheet, advice in
            var best = sheet
            for (position, question) in sheet.instrument.questions.enumerated() where question.respondent == .unit { try best.improve(position, to: .one) }
            #expect(try adviser.scorer.judge(best, for: designation).met == (advice.answer == .reachable || advice.answer == .alreadyMet))
            for (position, question) in sheet.instrument.questions.enumerated() where question.respondent == .outsider { try best.improve(position, to: .one) }
            #expect(try adviser.scorer.judge(best, for: designation).met == (advice.answer != .unreachable))
        }
    }

    @Test("From a blank sheet both designations are within reach only if outsiders help", arguments: cases)
    func blank(id: InstrumentID, designation: Designation) throws {
        let adviser = try Adviser(Shipped.scorer(id))
        let advice = try adviser.advise(on: ScoringSheet(adviser.scorer.instrument), for: designation)
        #expect(advice.answer == .dependsOnOutsiders)
        #expect(advice.verdict.met)
    }

    @Test("A count that a step asks for can be put into the sheet, however large the other counts are")
    func recordable() throws {
        let adviser = try Adviser(Shipped.scorer(Shipped.law2021))
        var sheet = try ScoringSheet.best(adviser.scorer.instrument)
        let weak = sheet.instrument.questions.indices.filter { sheet.instrument.questions[$0].code.text.hasPrefix("A.II.5") }
        for position in weak { try sheet.improve(position, to: .zero) }
        try sheet.record(.counts([9_999_999, 9_999_999, 9_999_999, 0]), for: "A.II.5.iii.a")
        // 9 of 15 points are due in area 5; with these kept, 1,5 of 2 must come from the two ratios.
        let kept: Set<ItemCode> = ["A.II.5.i.a", "A.II.5.ii.a"]
        let advice = try adviser.advise(on: sheet, for: .wbk, keeping: kept)
        // Three quarters of thirty million are more than any count may be, so nothing is promised.
        #expect(advice.answer == .unreachable)
        for step in advice.steps {
            if case .ratio(_, let count?) = step.target { #expect(count <= ScoringSheet.largestCount) }
        }
    }
}
