import ExactMath
import InstrumentFiles
import Rulebook
import Testing

@testable import Documents

@Suite("Sheets as JSON")
struct JSONSheetTests {
    private let library = InstrumentLibrary()

    private func read(_ text: String, _ id: InstrumentID? = nil) throws(Refusal) -> SheetReading {
        try SheetFile.read(Array(text.utf8), from: library, instrument: id)
    }

    private func refusal(_ text: String, _ id: InstrumentID? = nil) -> [String] {
        do throws(Refusal) {
            _ = try read(text, id)
            return []
        } catch {
            return error.findings.map { "\($0.code.rawValue) \($0.location)" }
        }
    }

    @Test("Answers stand under “answers”, or are the whole object")
    func shapes() throws {
        for text in [
            #"{"answers": {"A.I.1.i.a": "Ya", "A.I.1.i.b": "B"}}"#, #"{"A.I.1.i.a": "Ya", "A.I.1.i.b": "B"}"#,
            "\n\t {\"A.I.1.i.a\":\"Ya\",\"A.I.1.i.b\":\"B\"}\n", "\u{FEFF}{\"A.I.1.i.a\":\"Ya\",\"A.I.1.i.b\":\"B\"}",
        ] {
            let reading = try read(text)
            #expect(reading.format == .json)
            #expect(reading.sheet.answer("A.I.1.i.a") == .choice(0))
            #expect(reading.sheet.answer("A.I.1.i.b") == .choice(1))
            #expect(reading.locations["A.I.1.i.a"] == "A.I.1.i.a")
            #expect(reading.allFindings.isEmpty)
        }
    }

    @Test("Numbers may be numbers or texts; null and empty are blank")
    func values() throws {
        let sheet = try read(
            #"{"answers": {"B.I.a": 3.78, "B.II.a": "3,41", "A.II.1.i.a/jumlah_agen": 4, "A.II.1.i.a/jumlah_perubahan": "3", "A.I.1.i.a": null, "A.I.1.i.b": ""}}"#
        ).sheet
        let survey = try #require(sheet.instrument.question("B.I.a"))
        #expect(sheet.answerText(at: survey) == "3.78")
        #expect(sheet.answer("B.II.a") == .number(try Ratio(decimal: "3,41")))
        #expect(sheet.answer("A.II.1.i.a") == .counts([4, 3]))
        #expect(sheet.answer("A.I.1.i.a") == nil)
        #expect(sheet.unanswered.count == sheet.instrument.questions.count - 3)
    }

    @Test("Numbers with decimals and exponents are read as they were written", arguments: ["3.1", "3.14", "0.07", "3.100", "31e-1", "3.999999"])
    func decimals(number: String) throws {
        let sheet = try read("{\"B.I.a\": \(number)}", "permenpanrb-90-2021").sheet
        #expect(sheet.answer("B.I.a") == .number(try Ratio(stored: number)))
    }

    @Test("The file may name its instrument")
    func instrument() throws {
        let reading = try read(#"{"instrument": "permenpanrb-52-2014", "answers": {}}"#)
        #expect(reading.sheet.instrument.id == "permenpanrb-52-2014")
        #expect(refusal(#"{"instrument": "lain", "answers": {}}"#).map { $0.prefix(7) } == ["ZI-1008"])
        #expect(refusal(#"{"answers": {}}"#).map { $0.prefix(7) } == ["ZI-1009"])
    }

    @Test("A file of another instrument than asked for is refused")
    func otherInstrument() {
        let text = #"{"instrument": "permenpanrb-52-2014", "answers": {}}"#
        #expect(refusal(text, "permenpanrb-90-2021").map { $0.prefix(7) } == ["ZI-1008"])
        #expect(refusal(text, "permenpanrb-52-2014").isEmpty)
    }

    @Test("Facts about agency and unit are read: grades, numbers, yes and no")
    func facts() throws {
        let reading = try read(
            #"{"answers": {"A.I.1.i.a": "Ya"}, "facts": {"opini-bpk": "wtp", "sakip": "BB", "spip": 3, "layanan-inti": "ya", "tlhp": "85,5"}}"#
        )
        #expect(
            reading.facts == [
                "opini-bpk": .grade(3), "sakip": .grade(4), "spip": .number(Ratio(3)), "layanan-inti": .yesNo(true),
                "tlhp": .number(try Ratio(decimal: "85.5")),
            ])
    }

    @Test("Unknown facts and wrong grades are refused, each by its name")
    func wrongFacts() {
        let text =
            #"{"answers": {"A.I.1.i.a": "Ya"}, "facts": {"opini-bpk": "WTPX", "spip": "-1", "layanan-inti": "1", "cuaca": "cerah"}}"#
        #expect(refusal(text) == ["ZI-1112 cuaca", "ZI-1112 layanan-inti", "ZI-1112 opini-bpk", "ZI-1112 spip"])
    }

    @Test("Wrong facts and wrong answers are refused together")
    func everythingAtOnce() {
        let text = #"{"answers": {"A.I.1.i.a": "Mungkin"}, "facts": {"cuaca": "cerah"}}"#
        #expect(Set(refusal(text)) == ["ZI-1103 A.I.1.i.a", "ZI-1112 cuaca"])
    }

    @Test("All wrong answers are refused at once, by their codes in order")
    func problems() {
        let text =
            #"{"answers": {"B.I.a": 4.5, "A.I.1.i.b": "D", "A.I.1.i.a": 1, "A.II.1.i.a/jumlah_agen": 2.5, "A.II.1.i.a/jumlah_perubahan": 1, "A.I.1.zz": "A", "A.I.1.i.c": null}}"#
        #expect(
            refusal(text) == [
                "ZI-1103 A.I.1.i.a", "ZI-1103 A.I.1.i.b", "ZI-1101 A.I.1.i.c", "ZI-1101 A.I.1.zz",
                "ZI-1106 A.II.1.i.a/jumlah_agen", "ZI-1105 B.I.a",
            ])
    }

    @Test("The same code twice is refused as in every other file")
    func duplicate() {
        #expect(refusal(#"{"answers": {"A.I.1.i.a": "Ya", "A.I.1.i.a": "Tidak"}}"#).map { $0.prefix(7) } == ["ZI-1102"])
    }

    @Test(
        "What is no such object is refused",
        arguments: ["{", "[]", "[1,2]", #"{"answers": []}"#, #"{"A.I.1.i.a": true}"#, #"{"A.I.1.i.a": {"x": 1}}"#, #"{"A.I.1.i.a": "Ya"} x"#])
    func malformed(text: String) {
        #expect(refusal(text).map { $0.prefix(7) } == ["ZI-1005"], "\(text)")
    }

    @Test("Numbers beyond reason are refused, not rounded", arguments: ["1e400", "99999999999999999999", "-0.5", "1e-40"])
    func extremes(number: String) {
        #expect(!refusal("{\"answers\": {\"B.I.a\": \(number)}}", "permenpanrb-90-2021").isEmpty)
    }

    @Test("Very deep and very many values end in a refusal")
    func hostile() {
        let deep = String(repeating: "[", count: 200_000)
        #expect(!refusal("{\"answers\": " + deep).isEmpty)
        #expect(!refusal(String(repeating: "{\"a\":", count: 100_000)).isEmpty)
        let many = (0..<20_001).map { "\"x\($0)\": \"A\"" }.joined(separator: ",")
        #expect(refusal("{\(many)}") == ["ZI-1004 answers"])
    }

    @Test("What is written reads back as the same sheet", arguments: InstrumentLibrary.shipped, [1, 2, 3, 4, 5])
    func roundTrip(id: InstrumentID, seed: Int) throws {
        let instrument = try library.instrument(id)
        for sheet in [
            try FormAnswers.complete(instrument, seed: UInt64(seed)), try AnswerCases.random(instrument, seed: UInt64(seed)),
            ScoringSheet(instrument),
        ] {
            let reading = try read(JSONSheet.write(sheet))
            #expect(reading.sheet.instrument.id == id)
            #expect(reading.sheet.allAnswers == sheet.allAnswers)
            #expect(reading.allFindings.isEmpty)
        }
    }
}
