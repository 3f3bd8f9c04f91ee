import ExactMath
import InstrumentFiles
import Rulebook
import Testing

@Suite("From file to where facts come from")
struct InstrumentBuilderFactsTests {
    @Test("The shipped files say where each fact comes from")
    func shipped() throws {
        let old = try InstrumentFile.read(Array(Files.text(Files.law2014).utf8)).parts.facts
        #expect(old.first { $0.id == "tahun-wtp" }?.source == .consecutiveYears(of: "opini-bpk", atLeast: Ratio(3)))
        #expect(old.first { $0.id == "akip" }?.source == .stated(as: "sakip", isYearly: true))
        #expect(old.first { $0.id == "eselon" }?.source == .echelon([.first, .second, .third]))
        let new = try InstrumentFile.read(Array(Files.text(Files.law2021).utf8)).parts.facts
        #expect(new.first { $0.id == "jenis-instansi" }?.source == .agencyKind([.ministry, .institution]))
        #expect(new.first { $0.id == "tlhp" }?.source == .stated(as: "tlhp", isYearly: false))
        #expect(new.first { $0.id == "masa-pembangunan" }?.source == .candidacy(.yearsOfDevelopment))
    }

    @Test(
        "A source that cannot be is told with its place",
        arguments: [
            ("\"consecutiveYears\": \"opini-bpk\"", "\"consecutiveYears\": \"opini\""), ("\"atLeast\": \"WTP\"", "\"atLeast\": \"WTX\""),
            (", \"atLeast\": \"WTP\"", ""), ("\"consecutiveYears\": \"opini-bpk\"", "\"consecutiveYears\": \"tahun-wtp\""),
            ("\"consecutiveYears\": \"opini-bpk\"", "\"echelons\": [\"I\"], \"consecutiveYears\": \"opini-bpk\""),
            ("\"consecutiveYears\": \"opini-bpk\", \"atLeast\": \"WTP\"", "\"candidacy\": \"yearsOfDevelopment\""),
            ("\"derived\": {\"consecutiveYears\"", "\"yearly\": true, \"derived\": {\"consecutiveYears\""),
        ])
    func consecutive(old: String, new: String) throws {
        let found = try Files.findings(Files.law2014, old, new)
        #expect(found.contains("instrumentMalformed facts tahun-wtp"), "\(found)")
    }

    @Test(
        "Words that are no kind, no echelon or nothing a candidacy tells are refused",
        arguments: [
            ("[\"I\", \"II\", \"III\"]", "[\"I\", \"V\"]", "eselon"), ("[\"I\", \"II\", \"III\"]", "[]", "eselon"),
            ("[\"I\", \"II\", \"III\"]", "[\"I\", \"I\"]", "eselon"),
            ("\"candidacy\": \"holdsWBK\"", "\"candidacy\": \"wbk\"", "predikat-wbk"),
            ("\"candidacy\": \"holdsWBK\"", "\"candidacy\": \"yearsOfDevelopment\"", "predikat-wbk"),
            ("\"candidacy\": \"holdsWBK\"", "\"agencyKinds\": [\"kota\"]", "predikat-wbk"),
        ])
    func words(old: String, new: String, fact: String) throws {
        let found = try Files.findings(Files.law2014, old, new)
        #expect(found.contains("instrumentMalformed facts \(fact)"), "\(found)")
    }
}
