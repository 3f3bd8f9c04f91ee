import Foundation
import InstrumentFiles
import Rulebook
import Testing

/// Meanings that do not fit, though the shape does.
@Suite("From file to instrument")
struct InstrumentBuilderTests {
    @Test(
        "A reference to nothing is told with its place",
        arguments: [
            ("\"scale\": \"yaTidak\"", "\"scale\": \"yatidak\"", "referenceMissing A.I.1.i.a"),
            ("\"plus\": [\"jumlah_perubahan\"]", "\"plus\": [\"jumlah_lain\"]", "referenceMissing A.II.1.i.a"),
            ("\"lever\": \"jumlah_perubahan\"", "\"lever\": \"lain\"", "referenceMissing A.II.1.i.a"),
            ("\"id\": \"jumlah_agen\"", "\"id\": \"jumlah_perubahan\"", "referenceMissing A.II.1.i.a"),
        ])
    func references(old: String, new: String, expected: String) throws {
        let compact = try Files.text(Files.law2021).split(separator: "\n").map { AnswerText.trim($0) }.joined(separator: " ")
            .replacing("[ ", with: "[").replacing(" ]", with: "]")
        let place = try #require(compact.range(of: old))
        #expect(Files.findings(Array(compact.replacingCharacters(in: place, with: new).utf8)).first == expected)
    }

    @Test(
        "A weight that is off is told at each level it breaks",
        arguments: [
            ("\"weight\": \"60\"", "\"weight\": \"60.5\"", ["weightsDoNotAddUp A", "weightsDoNotAddUp permenpanrb-90-2021"]),
            ("\"weight\": \"22.5\"", "\"weight\": \"22.4\"", ["weightsDoNotAddUp B", "weightsDoNotAddUp B.I"]),
            ("\"weight\": \"0.75\"", "\"weight\": \"0.8\"", ["weightsDoNotAddUp A.I.3"]),
        ])
    func weights(old: String, new: String, expected: [String]) throws {
        #expect(try Files.findings(Files.law2021, old, new) == expected)
    }

    @Test("Scales and components name a source that is listed")
    func sources() throws {
        let scale = try Files.findings(Files.law2021, "\"source\": \"form\"", "\"source\": \"formulir\"")
        #expect(scale == ["sourceMissing scales.yaTidak"])
        let component = try Files.findings(Files.law2021, "\"source\": \"tabel-3\"", "\"source\": \"tabel-9\"")
        #expect(!component.isEmpty && component.allSatisfy { $0.hasPrefix("sourceMissing A") })
    }

    @Test("A letter too many or too few is told at the question", arguments: [("\"Tidak\": \"", "\"tidak\": \""), ("\"Ya\": \"", "\"Y\": \"a\", \"Ya\": \"")])
    func letters(old: String, new: String) throws {
        #expect(try Files.findings(Files.law2021, old, new) == ["instrumentMalformed A.I.1.i.a"])
    }

    @Test("A scale that does not fall is told at every question that uses it")
    func scale() throws {
        let found = try Files.findings(Files.law2021, "\"value\": \"0.67\"", "\"value\": \"0.33\"")
        #expect(!found.isEmpty && found.allSatisfy { $0.hasPrefix("figureOutOfRange A.") })
    }

    @Test("A code used twice is told", arguments: [("\"code\": \"A.I.1.i.b\"", "\"code\": \"A.I.1.i.a\"", "codeNotUnique A.I.1.i.a")])
    func codes(old: String, new: String, expected: String) throws {
        #expect(try Files.findings(Files.law2021, old, new) == [expected])
    }

    @Test(
        "Efforts and the ratio step stay in their ranges",
        arguments: [
            ("\"ratioStep\": \"0.25\"", "\"ratioStep\": \"0\""), ("\"ratioStep\": \"0.25\"", "\"ratioStep\": \"1.01\""),
            ("\"ratioStep\": \"0.25\"", "\"ratioStep\": \"-1\""),
        ])
    func ratioStep(old: String, new: String) throws {
        #expect(try Files.findings(Files.law2021, old, new) == ["figureOutOfRange effort.ratioStep"])
    }

    @Test("A step of effort outside 1 to 100 is told once, where it stands", arguments: ["0", "101", "-1"])
    func step(step: String) throws {
        #expect(try Files.findings(Files.law2021, "\"step\": 1", "\"step\": \(step)") == ["figureOutOfRange effort.step"])
    }

    @Test("An unknown respondent is told", arguments: ["Outsider", "", "auditor"])
    func respondent(text: String) throws {
        let found = try Files.findings(Files.law2014, "\"respondent\": \"outsider\"", "\"respondent\": \"\(text)\"")
        #expect(found.first == "instrumentMalformed B.I.1")
    }
}
