import Rulebook
import Testing

@Suite("What a NIP says")
struct NIPTests {
    private static let today = Day("2026-11-24") ?? .first

    @Test(
        "Only what is odd is remarked upon",
        arguments: [
            ("198503172010011002", []), ("198503172021211002", []), ("198503172024292001", []), ("198502292010011002", [.birth]),
            ("198500172010011002", [.birth]),
            ("189912312010011002", [.birth]), ("190001011930011002", []), ("202611241999011001", [.appointment]),
            ("202611251999011001", [.birth, .appointment]),
            ("198503172010001002", [.appointment]), ("198503172010121002", []), ("198503172010131002", [.appointment]), ("198503172010201002", [.appointment]),
            ("198503172010211002", []), ("198503172010301002", [.appointment]), ("198503171999121002", [.appointment]), ("198503172000011002", []),
            ("198503172027011002", []), ("198503172028011002", [.appointment]), ("198503172010010002", [.sex]), ("198503172010012002", []),
            ("198503172010013002", [.sex]), ("198503172010011000", [.serial]), ("198503172010011001", []), ("198503172010011999", []),
            ("000000000000000000", [.birth, .appointment, .sex, .serial]), ("999999999999999999", [.birth, .appointment, .sex]),
        ] as [(String, [NIP.Oddity])])
    func oddities(text: String, odd: [NIP.Oddity]) throws {
        #expect(NIP.oddities(of: try SignInName(text), on: Self.today) == odd)
    }

    @Test("One warning names every odd part; it does not refuse")
    func warning() throws {
        let warnings = NIP.warnings(for: try SignInName("198502292010010002"), on: Self.today, at: "nip")
        #expect(warnings.map(\.code) == [.signInNameUnusual] && warnings[0].severity == .warning && warnings[0].location == "nip")
        #expect(warnings[0].message.contains("tanggal lahir") && warnings[0].message.contains("jenis kelamin"))
        #expect(NIP.warnings(for: try SignInName("198503172010011002"), on: Self.today, at: "").isEmpty)
    }

    @Test("An address has nothing odd")
    func address() throws {
        #expect(NIP.oddities(of: try SignInName("a@b.id"), on: Self.today).isEmpty)
    }
}
