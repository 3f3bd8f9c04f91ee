import Rulebook
import Testing

@testable import Service

/// Text that tries to be something else, for forms and for pages.
enum Hostile {
    static let markup = "<script>alert(1)</script>\"'&"
    /// Control characters, direction marks, blanks of no width, characters of private use.
    static let unseen = ["a\u{0007}bc", "a\u{202E}bc", "a\u{200B}bc", "a\u{E000}bc"]
    /// 140 characters, as the longest honest names have.
    static let longName = String(repeating: "Balai Besar Pelatihan ", count: 6) + "Abcdefgh"
}

extension FormFields {
    /// A form as a browser sends it, from what was typed.
    init(typed: [(String, String)]) throws {
        let pairs = typed.map { name, value in
            name + "=" + value.utf8.map { "%" + HexText.text([$0]) }.joined()
        }
        try self.init(Array(pairs.joined(separator: "&").utf8))
    }
}

@Suite("What is typed about an agency") struct AgencyFormTests {
    private func parse(code: String = "KOTA", name: String = "Kota Contoh", zone: String = "wib") throws -> AgencyForm.Parsed {
        try AgencyForm(
            fields: FormFields(typed: [("kode-instansi", code), ("nama-instansi", name), ("zona-waktu", zone)])
        ).parse()
    }

    private func places(_ body: () throws -> AgencyForm.Parsed) -> [String] {
        do {
            _ = try body()
            return []
        } catch let refusal as Refusal { return refusal.findings.map(\.location) } catch { return ["?"] }
    }

    @Test("Codes have 2 to 40 characters", arguments: [(1, false), (2, true), (3, true), (39, true), (40, true), (41, false)])
    func codeLength(length: Int, isTaken: Bool) {
        let code = String(repeating: "A", count: length)
        #expect(places { try parse(code: code) } == (isTaken ? [] : ["kode-instansi"]))
    }

    @Test("Codes are capitals, digits, points and hyphens, and small letters become capitals")
    func codeLetters() throws {
        #expect(try parse(code: "kem.pan-rb2").code == "KEM.PAN-RB2")
        for code in ["A B", "A/B", "A_B", "ÄB", "A\u{0660}", "<B>", "A\u{200B}B", "../X"] {
            #expect(places { try parse(code: code) } == ["kode-instansi"], "\(code)")
        }
    }

    @Test("Names have 3 to 200 characters", arguments: [(2, false), (3, true), (4, true), (199, true), (200, true), (201, false)])
    func nameLength(length: Int, isTaken: Bool) {
        let name = String(repeating: "n", count: length)
        #expect(places { try parse(name: name) } == (isTaken ? [] : ["nama-instansi"]))
    }

    @Test("Blanks in names are tidied, and what cannot be seen is refused")
    func nameLetters() throws {
        #expect(try parse(name: "  Kota \t  Contoh  ").name == "Kota Contoh")
        #expect(try parse(name: Hostile.markup).name == Hostile.markup)
        #expect(places { try parse(name: "   ") } == ["nama-instansi"])
        for name in Hostile.unseen {
            #expect(places { try parse(name: name) } == ["nama-instansi"], "\(name.debugDescription)")
        }
    }

    @Test("Each time zone is read, and no other word")
    func zones() throws {
        #expect(try ["wib", "wita", "wit"].map { try parse(zone: $0).offsetMinutes } == [420, 480, 540])
        for zone in ["", "WIB", "utc", "wib wita"] {
            #expect(places { try parse(zone: zone) } == ["zona-waktu"], "\(zone)")
        }
    }

    @Test("Every problem is told at once")
    func allProblems() {
        #expect(places { try parse(code: "", name: "", zone: "") } == ["kode-instansi", "nama-instansi", "zona-waktu"])
    }

    @Test("Ticked roles are taken, administrators and strange words are not")
    func rule() throws {
        func roles(_ words: [String], in agency: AgencyID) throws -> Set<Role> {
            try SecondFactorRuleForm(fields: FormFields(typed: words.map { ("peran-wajib", $0) })).parse(in: agency)
        }
        #expect(try roles([], in: "kota").isEmpty)
        #expect(try roles(["auditor", "pimpinan-unit"], in: "kota") == [.auditor, .unitHead])
        #expect(try roles(["penilai-nasional"], in: .nation) == [.nationalReviewer])
        for word in ["admin-instansi", "admin-nasional", "penilai-nasional", "", "raja", Hostile.markup] {
            #expect(throws: Refusal.self, "\(word)") { try roles(["auditor", word], in: "kota") }
        }
    }

    @Test("The kind is one of five, or not told yet")
    func kind() throws {
        func parse(kind: String) throws -> AgencyForm.Parsed {
            let typed = [("kode-instansi", "KOTA"), ("nama-instansi", "Kota"), ("zona-waktu", "wib"), ("jenis-instansi", kind)]
            return try AgencyForm(fields: FormFields(typed: typed)).parse()
        }
        for kind in AgencyKind.allCases { #expect(try parse(kind: kind.rawValue).kind == kind) }
        #expect(try parse(kind: "").kind == nil)
        for word in ["Kota", "kerajaan", "<b>"] { #expect(places { try parse(kind: word) } == ["jenis-instansi"]) }
    }
}
