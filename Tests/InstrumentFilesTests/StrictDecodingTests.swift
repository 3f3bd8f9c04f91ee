import Foundation
import InstrumentFiles
import Rulebook
import Testing

/// Breaks one thing in a shipped file and expects the finding with its place.
@Suite("Strict decoding")
struct StrictDecodingTests {
    private static let keys = [
        "id", "version", "regulation", "sources", "policies", "effort", "scales", "components", "changeAreas", "conditions", "gradeScales", "facts",
        "prerequisites", "remarks",
    ]

    @Test("Each key of the file is needed, and a misspelt one is no substitute", arguments: keys)
    func misspeltKey(key: String) throws {
        let text = try Files.text(Files.law2021)
        let place = try #require(text.range(of: "\n \"\(key)\""))
        let found = Files.findings(Array(text.replacingCharacters(in: place, with: "\n \"\(key)x\"").utf8))
        #expect(found == ["instrumentMalformed \(key)x"])
        let extra = Files.findings(Array(text.replacingCharacters(in: place, with: "\n \"\(key)x\": 1,\n \"\(key)\"").utf8))
        #expect(extra == ["instrumentMalformed \(key)x"])
    }

    @Test(
        "A missing key is told with its place",
        arguments: [
            ("\"version\": 1,", "", "version"), ("\"areaMinimum\": \"combined\",", "", "policies.areaMinimum"), ("\"step\": 1,", "", "effort.step"),
            ("\"name\": \"Pengungkit\",", "", "components[0].name"), ("\"letter\": \"Ya\",", "", "scales.yaTidak.choices[0].letter"),
            ("\"holder\": \"agency\",", "", "facts[0].holder"), ("\"name\": \"Nilai total\",", "", ""),
        ])
    func missing(old: String, new: String, place: String) throws {
        let found = try Files.findings(Files.law2021, old, new)
        #expect(found == (place.isEmpty ? [] : ["instrumentMalformed \(place)"]))
    }

    @Test(
        "A wrong type is told with its place",
        arguments: [
            ("\"version\": 1", "\"version\": \"satu\"", "version"), ("\"version\": 1", "\"version\": 1.5", "version"),
            ("\"version\": 1", "\"version\": null", "version"),
            ("\"decimals\": 2", "\"decimals\": \"2\"", "policies.decimals"), ("\"weight\": \"60\"", "\"weight\": 60", "components[0].weight"),
            ("\"weight\": \"60\"", "\"weight\": [\"60\"]", "components[0].weight"),
            ("\"thinMargin\": \"0.025\"", "\"thinMargin\": 0.025", "policies.thinMargin"),
            ("\"eachArea\": true", "\"eachArea\": \"true\"", "conditions.wbk[2].eachArea"),
            ("\"minimum\": \"40\"", "\"minimum\": 40", "conditions.wbk[1].minimum"),
        ])
    func wrongType(old: String, new: String, place: String) throws {
        #expect(try Files.findings(Files.law2021, old, new) == ["instrumentMalformed \(place)"])
    }

    @Test("A figure that is not a decimal number is refused where it stands", arguments: ["", " ", "enam puluh", "6e1", "60%", "1/2", "60..0", "6 0"])
    func figure(text: String) throws {
        #expect(try Files.findings(Files.law2021, "\"weight\": \"60\"", "\"weight\": \"\(text)\"") == ["instrumentMalformed components[0].weight"])
    }

    /// A misspelt optional key would be a rule that silently does not apply.
    @Test(
        "A misspelt optional key is refused at every depth",
        arguments: [
            (Files.law2021, "\"emptyDivisor\"", "\"emtyDivisor\""), (Files.law2021, "\"lever\"", "\"levr\""), (Files.law2021, "\"minus\"", "\"mins\""),
            (Files.law2021, "\"unless\"", "\"unles\""), (Files.law2014, "\"designation\"", "\"designaton\""),
            (Files.law2021, "\"respondent\"", "\"responden\""),
            (Files.law2021, "\"level\"", "\"lvl\""), (Files.law2021, "\"source\": \"tabel-4\"", "\"sorce\": \"tabel-4\""),
        ])
    func misspeltDeep(id: InstrumentID, old: String, new: String) throws {
        let found = try Files.findings(id, old, new)
        #expect(found.count == 1 && found[0].hasPrefix("instrumentMalformed"), "\(new): \(found)")
    }

    @Test(
        "An unknown key is refused at every depth",
        arguments: [
            ("\"amendment\"", "regulation"), ("\"areaMinimum\"", "policies"), ("\"ratioStep\"", "effort"), ("\"holder\"", "facts[0]"),
            ("\"number\": 1,\n   \"name\"", "changeAreas[0]"), ("\"letter\": \"Ya\"", "scales.yaTidak.choices[0]"),
            ("\"fact\": \"opini-bpk\"", "prerequisites.wbk[0]"),
        ])
    func strayKey(key: String, place: String) throws {
        #expect(try Files.findings(Files.law2021, key, "\"liar\": 1, " + key) == ["instrumentMalformed \(place).liar"])
    }
}
