import ExactMath
import Rulebook
import Testing

@Suite("Recording answers")
struct ScoringSheetTests {
    private static let code2021: [ItemCode] = ["A.I.1.i.a", "A.II.1.i.a", "B.I.a"]

    private func sheet() throws -> ScoringSheet { ScoringSheet(try Shipped.instrument(Shipped.law2021)) }

    private func refusal(_ answer: Answer, for code: ItemCode) throws -> AnswerRefusal? {
        var sheet = try sheet()
        do throws(AnswerRefusal) {
            try sheet.record(answer, for: code)
            #expect(sheet.answer(code) == answer)
            return nil
        } catch {
            #expect(sheet.answer(code) == nil, "a refused answer leaves the sheet unchanged")
            return error
        }
    }

    @Test("A new sheet is blank throughout")
    func blank() throws {
        let sheet = try sheet()
        #expect(sheet.unanswered == sheet.instrument.questions.map(\.code))
        #expect(sheet.answer(at: 0) == nil && sheet.value(at: 0) == nil)
    }

    @Test("A letter is a position on the question's scale", arguments: [(-1, true), (0, false), (1, false), (2, true), (255, true), (256, true)])
    func choices(position: Int, refused: Bool) throws {
        #expect(try refusal(.choice(position), for: "A.I.1.i.a") == (refused ? .offScale : nil))
    }

    @Test(
        "A count is 0 to the largest, and nothing beyond",
        arguments: [
            (-1, AnswerRefusal.notACount), (.min, .notACount), (0, nil), (1, nil), (9_999_999, nil), (10_000_000, .countTooLarge), (.max, .countTooLarge),
        ] as [(Int, AnswerRefusal?)])
    func counts(count: Int, expected: AnswerRefusal?) throws {
        #expect(try refusal(.counts([count, 1]), for: "A.II.1.i.a") == expected)
        #expect(try refusal(.counts([1, count]), for: "A.II.1.i.a") == expected)
    }

    @Test("All counts are given or the missing ones are named")
    func missingCounts() throws {
        #expect(try refusal(.counts([]), for: "A.II.1.i.a") == .countsMissing(["jumlah_agen", "jumlah_perubahan"]))
        #expect(try refusal(.counts([1]), for: "A.II.1.i.a") == .countsMissing(["jumlah_perubahan"]))
        #expect(try refusal(.counts([1, 2, 3]), for: "A.II.1.i.a") == .countsMissing([]))
    }

    @Test(
        "An index is 0 to 4, exactly",
        arguments: [
            ("-0.01", false), ("-0.000000000001", false), ("0", true), ("0.000000000001", true), ("3.999999999999", true), ("4", true),
            ("4.000000000001", false), ("4.01", false),
        ])
    func numbers(number: String, accepted: Bool) throws {
        #expect(try refusal(.number(.of(number)), for: "B.I.a") == (accepted ? nil : .outOfRange))
    }

    @Test("A percentage is 0 to 100", arguments: [("-0.01", false), ("0", true), ("100", true), ("100.01", false)])
    func percent(number: String, accepted: Bool) throws {
        var sheet = ScoringSheet(try Shipped.instrument(Shipped.law2014))
        if accepted {
            try sheet.record(.number(.of(number)), for: "B.I.2")
        } else {
            #expect(throws: AnswerRefusal.outOfRange) { try sheet.record(.number(.of(number)), for: "B.I.2") }
        }
    }

    @Test("A number has at most fifteen decimals, as many as a spreadsheet keeps")
    func tooFine() throws {
        #expect(try refusal(.number(.of("3.000000000000001")), for: "B.I.a") == nil)
        #expect(try refusal(.number(.of("3.0000000000000001")), for: "B.I.a") == .notANumber(.tooLong))
    }

    @Test("An answer of another kind than the question is refused", arguments: code2021)
    func wrongKind(code: ItemCode) throws {
        let answers: [Answer] = [.choice(0), .counts([1, 1]), .number(.one)]
        for (own, answer) in zip(Self.code2021, answers) {
            #expect(try refusal(answer, for: code) == (own == code ? nil : .wrongKind))
        }
    }

    @Test("A question that is not there is refused")
    func unknown() throws {
        var sheet = try sheet()
        #expect(throws: AnswerRefusal.unknownQuestion) { try sheet.record(.choice(0), for: "Z.1") }
        #expect(throws: AnswerRefusal.unknownQuestion) { try sheet.record(nil, for: "A.I") }
        #expect(throws: AnswerRefusal.unknownQuestion) { try sheet.record(.choice(0), at: -1) }
        #expect(throws: AnswerRefusal.unknownQuestion) { try sheet.record(nil, at: 113) }
        #expect(sheet.answer("Z.1") == nil)
    }

    @Test("An answer is replaced, and taken out with nothing", arguments: [Answer.counts([3, 4]), .counts([9, 0])])
    func replace(answer: Answer) throws {
        var sheet = try sheet()
        try sheet.record(.counts([1, 2]), for: "A.II.1.i.a")
        try sheet.record(answer, for: "A.II.1.i.a")
        try sheet.record(.number(.of("3.5")), for: "B.I.a")
        #expect(sheet.answer("A.II.1.i.a") == answer)
        try sheet.record(nil, for: "A.II.1.i.a")
        try sheet.record(nil, for: "B.I.a")
        #expect(sheet.answer("A.II.1.i.a") == nil && sheet.answer("B.I.a") == nil)
    }

    @Test("Answers stay with their questions: a random sheet gives back what was put in", arguments: Shipped.ids)
    func roundTrip(id: InstrumentID) throws {
        let instrument = try Shipped.instrument(id)
        var random = SplitMix64(seed: 3)
        let source = try ScoringSheet.random(instrument, blanks: 4, using: &random)
        var copy = ScoringSheet(instrument)
        for position in instrument.questions.indices.shuffled(using: &random) {
            try copy.record(source.answer(at: position), at: position)
        }
        for position in instrument.questions.indices {
            #expect(copy.answer(at: position) == source.answer(at: position))
            #expect(copy.value(at: position) == source.value(at: position))
            if let value = copy.value(at: position) { #expect(value >= .zero && value <= .one) }
        }
    }

    @Test("Counts with nothing to divide by are an answer that counts as not given")
    func emptyDivisor() throws {
        var sheet = try sheet()
        try sheet.record(.counts([0, 0]), for: "A.II.1.i.a")
        #expect(sheet.answer("A.II.1.i.a") == .counts([0, 0]))
        #expect(sheet.unanswered.contains("A.II.1.i.a"))
        try sheet.record(.counts([0, 0, 0]), for: "A.II.5.ii.a")
        #expect(!sheet.unanswered.contains("A.II.5.ii.a"))
    }
}
