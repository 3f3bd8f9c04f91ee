import ExactMath
import Rulebook
import Testing

@Suite("Answers as people type them")
struct AnswerTextTests {
    private let letters = Small.choice("a")
    private let yesNo = Small.choice("a", Small.yesNo)
    private let index = Small.number("a")

    @Test(
        "A letter is read in any case and between any blanks",
        arguments: [
            ("A", 0, false), ("a", 0, true), ("d", 3, true), (" B", 1, true), ("B ", 1, true), ("\u{A0}C\u{A0}", 2, true),
            ("\tC\r\n", 2, true), ("\u{3000}D", 3, true), ("\u{2007}\u{202F}a\u{2009}", 0, true),
        ])
    func letter(text: String, position: Int, tidied: Bool) throws {
        let reading = try AnswerText.read(text, for: letters)
        #expect(reading.answer == .choice(position))
        #expect(reading.tidied == tidied)
    }

    @Test("Yes and no are read in any case", arguments: [("Ya", 0), ("ya", 0), ("YA", 0), ("Tidak", 1), ("tidak ", 1)])
    func yes(text: String, position: Int) throws {
        #expect(try AnswerText.read(text, for: yesNo).answer == .choice(position))
    }

    @Test("Nothing but blanks is no answer, and nothing to be forgiven", arguments: ["", " ", "\u{A0}", "\n\t", "\u{3000} "])
    func blank(text: String) throws {
        for question in [letters, index] {
            let reading = try AnswerText.read(text, for: question)
            #expect(reading.answer == nil && !reading.tidied)
        }
        #expect(try AnswerText.readCount(text).count == nil)
    }

    @Test("What is not exactly one letter of the scale is off it", arguments: ["E", "B/C", "AB", "A B", "A.", "1", "Ya", "0,67", "-", "Α", "\u{200B}A"])
    func offScale(text: String) {
        #expect(throws: AnswerRefusal.offScale) { try AnswerText.read(text, for: letters) }
    }

    @Test(
        "An index has a comma or a point",
        arguments: [
            ("3,78", "3.78", false), ("3.78", "3.78", false), ("4", "4", false), ("0", "0", false), (" 3,6 ", "3.6", true),
            ("4,000", "4", false), ("\u{A0}2,5", "2.5", true),
        ])
    func number(text: String, value: String, tidied: Bool) throws {
        let reading = try AnswerText.read(text, for: index)
        #expect(reading.answer == .number(.of(value)))
        #expect(reading.tidied == tidied)
    }

    @Test(
        "A number outside its range or that is none is refused",
        arguments: [
            ("4,01", AnswerRefusal.outOfRange), ("-0,01", .outOfRange), ("40", .outOfRange), ("tiga", .notANumber(.malformed)),
            ("3,7,8", .notANumber(.malformed)), ("1.000,5", .notANumber(.malformed)), ("3e0", .notANumber(.malformed)),
            ("3,6%", .notANumber(.malformed)), ("1111111111111111111111111111111", .notANumber(.tooLong)),
        ])
    func refused(text: String, refusal: AnswerRefusal) {
        #expect(throws: refusal) { try AnswerText.read(text, for: index) }
    }

    @Test("A ratio question is not read as one answer")
    func ratio() {
        #expect(throws: AnswerRefusal.wrongKind) { try AnswerText.read("0,5", for: Small.ratio("a")) }
    }

    @Test(
        "A count is a whole number, with or without needless decimals",
        arguments: [
            ("0", 0, false), ("12", 12, false), ("12,0", 12, true), ("12.000", 12, true), ("+12", 12, true), ("007", 7, true),
            ("9999999", 9_999_999, false), (" 5", 5, true), ("-0", 0, true),
        ])
    func count(text: String, expected: Int, tidied: Bool) throws {
        let reading = try AnswerText.readCount(text)
        #expect(reading.count == expected)
        #expect(reading.tidied == tidied)
    }

    @Test(
        "What is not a count is refused",
        arguments: [
            ("12,5", AnswerRefusal.notACount), ("-1", .notACount), ("-0,5", .notACount), ("10000000", .countTooLarge),
            ("999999999999999999999999999999", .countTooLarge), ("banyak", .notANumber(.malformed)), ("1.000,0", .notANumber(.malformed)),
            ("1 000", .notANumber(.malformed)),
        ])
    func noCount(text: String, refusal: AnswerRefusal) {
        #expect(throws: refusal) { try AnswerText.readCount(text) }
    }

    @Test("Trimming takes blanks from the ends only")
    func trim() {
        #expect(AnswerText.trim("\u{A0} a b\u{3000}\n") == "a b")
        #expect(AnswerText.trim("   ").isEmpty)
        #expect(AnswerText.trim("é") == "é")
    }

    @Test("The finest number a sheet accepts is written so that it can be read again")
    func finest() throws {
        let instrument = try Shipped.instrument(Shipped.law2021)
        let position = try #require(instrument.question("B.I.a"))
        var sheet = ScoringSheet(instrument)
        let reading = try AnswerText.read("3,000000000000001", for: instrument.questions[position])
        try sheet.record(reading.answer, at: position)
        let written = try #require(sheet.answerText(at: position))
        #expect((try? AnswerText.read(written, for: instrument.questions[position]))?.answer == reading.answer, "\(written)")
    }

    @Test("What a sheet writes is read back as the same answer", arguments: Shipped.ids)
    func roundTrip(id: InstrumentID) throws {
        let instrument = try Shipped.instrument(id)
        var random = SplitMix64(seed: 8)
        for size in [ScoringSheet.Size.ordinary, .huge] {
            let sheet = try ScoringSheet.random(instrument, blanks: 5, size, using: &random)
            for (position, question) in instrument.questions.enumerated() {
                if case .ratio = question.kind {
                    let counts = try question.inputs.indices.map { try AnswerText.readCount(sheet.inputText(at: position, input: $0) ?? "").count }
                    #expect(sheet.answer(at: position) == (counts.contains(nil) ? nil : .counts(counts.compactMap { $0 })))
                    #expect(sheet.answerText(at: position) == nil)
                } else {
                    let reading = try AnswerText.read(sheet.answerText(at: position) ?? "", for: question)
                    #expect(reading.answer == sheet.answer(at: position) && !reading.tidied)
                    #expect(sheet.inputText(at: position, input: 0) == nil)
                }
            }
        }
    }
}
