import Rulebook

/// An agency with a unit, and who brings people into it.
enum ImportTown {
    static let today = Day(year: 2_026, month: 11, day: 24) ?? .first
    static let nip = "198501012010011001"

    static func grant(_ role: Role, _ scope: Scope, from: Day = today, until: Day? = nil) -> Grant? {
        try? Grant(id: "g", role: role, scope: scope, from: from, until: until)
    }

    static func caller(_ role: Role = .agencyAdministrator, _ scope: Scope = .agency("kota")) -> Caller {
        Caller("admin", grants: [grant(role, scope)].compactMap(\.self), on: today)
    }

    static func known(
        _ account: AccountID = "budi", home: Scope = .agency("kota"), name: String = "Budi", nip: String? = nip, email: String? = nil, isClosed: Bool = false,
        grants: [Grant] = []
    ) -> PersonImport.Known {
        .init(account: account, home: home, name: name, nip: nip, email: email, isClosed: isClosed, grants: grants)
    }

    static func plan(
        _ table: PlainTable, people: [PersonImport.Known] = [], caller: Caller = caller()
    ) -> (plan: ImportPlan<PersonImport.Item>, findings: [Finding]) {
        var findings: [Finding] = []
        let (rows, heading) = PersonImport.read(table, into: &findings)
        var keyed: [String: PersonImport.Known] = [:]
        for person in people { for key in [person.nip, person.email].compactMap(\.self) { keyed[key] = person } }
        let units: [String: UnitImport.Known] = [
            "LOKET": .init(id: "loket", code: "LOKET", name: "Loket", parent: nil, isClosed: false),
            "TUTUP": .init(id: "tutup", code: "TUTUP", name: "Tutup", parent: nil, isClosed: true),
        ]
        let plan = PersonImport.plan(
            rows, heading: heading, among: .init(agency: "kota", units: units, people: keyed, caller: caller), into: &findings)
        return (plan, findings)
    }
}
