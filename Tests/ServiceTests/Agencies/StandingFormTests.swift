import InstrumentFiles
import Rulebook
import Testing

@testable import Service

@Suite("What is typed about how an agency or a unit stands") struct StandingFormTests {
    private let catalogue: StandingCatalogue
    private let today: Day

    init() throws {
        catalogue = StandingCatalogue(try PreparedInstruments(InstrumentLibrary()).all.map(\.instrument))
        today = try #require(Day("2026-11-24"))
    }

    private func parse(_ typed: [String: String], about holder: Fact.Holder = .agency) throws -> StandingForm.Parsed {
        let sound = ["keadaan": "opini-bpk", "nilai": "WTP", "tahun": "2025", "tanggal": "2026-05-20", "sumber": "LHP BPK 12/2026"]
        let fields = try FormFields(typed: sound.merging(typed) { $1 }.map { ($0.key, $0.value) })
        return try StandingForm(fields: fields).parse(catalogue, about: holder, today: today)
    }

    private func places<Parsed>(_ body: () throws -> Parsed) -> [String] {
        do {
            _ = try body()
            return []
        } catch let refusal as Refusal { return refusal.findings.map { "\($0.code.rawValue) \($0.location)" } } catch { return ["?"] }
    }

    @Test("Each thing is offered once, under one name, to whom it is about")
    func catalogued() {
        let agency = catalogue.facts(about: .agency).map(\.id.text)
        #expect(agency == ["opini-bpk", "sakip", "indeks-rb", "spip"])
        let unit = catalogue.facts(about: .unit).map(\.id.text)
        #expect(unit == ["layanan-inti", "dampak", "tlhp", "lhkan", "sakip-unit", "layanan-strategis", "reformasi", "sumber-daya"])
    }

    @Test("A sound form becomes a statement, blanks tidied")
    func sound() throws {
        let parsed = try parse(["sumber": "  LHP   BPK \n12/2026 ", "nilai": " wtp "])
        #expect(parsed.source == "LHP BPK 12/2026" && parsed.text == "wtp" && parsed.year == 2025 && parsed.fact.id == "opini-bpk")
        #expect(try parse(["keadaan": "tlhp", "nilai": "97,5", "tahun": ""], about: .unit).year == nil)
    }

    @Test(
        "What nobody asks for is refused, also what is another's",
        arguments: ["", "akip", "tahun-wtp", "jenis-instansi", "layanan-inti", "' OR 1=1 --", "<b>"])
    func unknown(fact: String) {
        #expect(places { try parse(["keadaan": fact]) } == ["ZI-2010 keadaan"])
    }

    @Test("Years are four digits", arguments: ["", "25", "02025", "2O25", "-2025", "２０２５", "2025.0", "9999999999999999999999", "1999", "2027"])
    func year(year: String) {
        #expect(places { try parse(["tahun": year]) } == ["ZI-2005 tahun"])
    }

    @Test("Every problem comes at once, each at its field")
    func all() {
        #expect(
            places { try parse(["nilai": "<script>", "tahun": "", "tanggal": "2026-02-30", "sumber": "\u{202E}abcdef"]) }
                == ["ZI-1112 nilai", "ZI-2004 tanggal", "ZI-2005 tahun", "ZI-2006 sumber"])
    }

    @Test("A number longer than the database keeps is refused at its field", arguments: [(30, []), (61, ["ZI-1112 nilai"]), (4_000, ["ZI-1112 nilai"])])
    func long(length: Int, expected: [String]) {
        let text = String(repeating: "0", count: length - 1) + "1"
        #expect(places { try parse(["keadaan": "tlhp", "nilai": text, "tahun": ""], about: .unit) } == expected)
    }

    @Test("A revocation has a day and a reason")
    func revocation() throws {
        let standing = Standing(
            id: "s", unit: nil, fact: "sakip", text: "B", year: 2025, statedOn: try #require(Day("2026-05-20")), source: "Surat 1", statedBy: "a")
        func revoke(_ day: String, _ reason: String) throws -> StandingRevocationForm.Parsed {
            try StandingRevocationForm(fields: FormFields(typed: [("tanggal-cabut", day), ("alasan", reason)])).parse(standing, today: today)
        }
        #expect(try revoke("2026-05-20", " Keliru \n salin ").reason == "Keliru salin")
        #expect(places { try revoke("", "") } == ["ZI-2004 tanggal-cabut", "ZI-2009 alasan"])
        #expect(places { try revoke("2026-11-25", "a\u{0007}bcdef") } == ["ZI-2004 tanggal-cabut", "ZI-2009 alasan"])
    }
}
