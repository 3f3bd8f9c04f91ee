import Rulebook
import Testing

@testable import Service

@Suite("The role that is chosen for a person") struct GrantFormTests {
    private func parse(
        _ role: String, unit: String = "", from: String = "2026-11-24", until: String = "", in agency: AgencyID = "kota"
    ) throws -> Grant {
        try GrantForm(
            fields: FormFields(typed: [("peran", role), ("unit", unit), ("mulai", from), ("sampai", until)])
        ).parse(in: agency, as: "baru")
    }

    private func places(_ body: () throws -> Grant) -> [String] {
        do {
            _ = try body()
            return []
        } catch let refusal as Refusal { return refusal.findings.map(\.location) } catch { return ["?"] }
    }

    @Test("Roles are read with the scope they are for")
    func scopes() throws {
        #expect(try parse("auditor").scope == .agency("kota"))
        #expect(try parse("anggota-unit", unit: "dukcapil").scope == .unit("dukcapil", in: "kota"))
        #expect(try parse("anggota-tpi").scope == .agency("kota"))
        #expect(try parse("anggota-tpi", unit: "dukcapil").scope == .unit("dukcapil", in: "kota"))
        #expect(try parse("penilai-nasional", unit: "dukcapil", in: .nation).scope == .nation)
    }

    @Test("A role for another kind of scope is refused at the unit, for every role")
    func wrongScope() {
        for role in Role.allCases {
            let word = role.rawValue
            #expect(places { try parse(word) } == (role.scopeKinds.contains(.agency) ? [] : ["unit"]), "\(word)")
            #expect(places { try parse(word, unit: "x") } == (role.scopeKinds.contains(.unit) ? [] : ["unit"]), "\(word)")
            #expect(places { try parse(word, in: .nation) } == (role.scopeKinds.contains(.nation) ? [] : ["unit"]), "\(word)")
        }
    }

    @Test("The last day is the first or later")
    func days() throws {
        #expect(places { try parse("auditor", until: "2026-11-23") } == ["sampai"])
        #expect(try parse("auditor", until: "2026-11-24").until == Day("2026-11-24"))
        #expect(try parse("auditor", until: "2026-11-25").until == Day("2026-11-25"))
        #expect(try parse("auditor").until == nil)
    }

    @Test(
        "What is no day is refused where it stands",
        arguments: ["24-11-2026", "2026-02-30", "2026-13-01", "2026-1-1", "0000-01-01", "besok", "２０２６-01-01", "2026-11-24T00:00"])
    func noDay(text: String) {
        #expect(places { try parse("auditor", from: text) } == ["mulai"])
        #expect(places { try parse("auditor", until: text) } == ["sampai"])
    }

    @Test("A role that nobody knows and an empty form are refused with every problem")
    func unknown() {
        for word in ["", "raja", "Auditor", Hostile.markup] { #expect(places { try parse(word) } == ["peran"], "\(word)") }
        #expect(places { try GrantForm(fields: FormFields()).parse(in: "kota", as: "baru") } == ["peran", "mulai"])
    }
}
