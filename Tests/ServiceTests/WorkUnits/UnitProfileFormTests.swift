import Rulebook
import Testing

@testable import Service

@Suite("What is typed about what a unit is") struct UnitProfileFormTests {
    private func parse(_ typed: [(String, String)]) throws -> UnitProfile {
        try UnitProfileForm(fields: FormFields(typed: typed)).parse()
    }

    private func places(_ typed: [(String, String)]) -> [String] {
        do {
            _ = try parse(typed)
            return []
        } catch let refusal as Refusal { return refusal.findings.map { "\($0.code.rawValue) \($0.location)" } } catch { return ["?"] }
    }

    @Test("Nothing typed is nothing known")
    func empty() throws {
        #expect(try parse([]) == UnitProfile())
    }

    @Test("A whole profile, services a line each, blank lines left out")
    func whole() throws {
        let profile = try parse([
            ("eselon", "II"), ("fungsi", " Melayani   penduduk "), ("pegawai", "1.250"), ("anggaran", "Rp12.500.000.000"),
            ("layanan", "KTP-el\r\n\r\n  Akta   lahir \nKartu keluarga"),
        ])
        #expect(
            profile
                == UnitProfile(
                    echelon: .second, function: "Melayani penduduk", headCount: 1_250, budget: 12_500_000_000,
                    services: ["KTP-el", "Akta lahir", "Kartu keluarga"]))
    }

    @Test("Every problem comes at once, each at its field")
    func all() {
        let typed = [
            ("eselon", "V"), ("fungsi", "a\u{202E}b"), ("pegawai", "dua"), ("anggaran", "1,5 miliar"),
            ("layanan", Array(repeating: "Layanan", count: 31).joined(separator: "\n")),
        ]
        #expect(places(typed) == ["eselon", "fungsi", "pegawai", "anggaran", "layanan"].map { "ZI-2016 \($0)" })
    }

    @Test("Texts have at most 300 letters and services at most 30", arguments: [(299, 29, true), (300, 30, true), (301, 31, false)])
    func bounds(length: Int, count: Int, isFine: Bool) {
        let text = String(repeating: "a", count: length)
        #expect(places([("fungsi", text)]).isEmpty == isFine)
        #expect(places([("layanan", text)]).isEmpty == isFine)
        #expect(places([("layanan", Array(repeating: "b", count: count).joined(separator: "\n"))]).isEmpty == isFine)
    }
}
