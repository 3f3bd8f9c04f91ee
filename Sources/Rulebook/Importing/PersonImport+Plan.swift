extension PersonImport {
    /// Whom and what the rows meet.
    public struct Surroundings: Sendable {
        /// The agency the people are brought into.
        public let agency: AgencyID
        /// By code: every unit that the rows name.
        public let units: [String: UnitImport.Known]
        /// By NIP and by address: every person that the rows name.
        public let people: [String: Known]
        /// Who does it.
        public let caller: Caller

        /// Puts them together.
        public init(agency: AgencyID, units: [String: UnitImport.Known], people: [String: Known], caller: Caller) {
            self.agency = agency
            self.units = units
            self.people = people
            self.caller = caller
        }

        var scope: Scope { .agency(agency) }
    }

    /// Compares the rows with the people there are; every problem goes into `findings`, each at its cell.
    ///
    /// Roles go by `GrantRule` and `AccessPolicy` as when they are given one by one. One that takes a second person cannot be given by a file.
    ///
    /// - Parameters:
    ///   - rows: as ``read(_:into:)`` gave them.
    ///   - now: whom and what they meet.
    /// - Complexity: O(rows · grants of each person)
    public static func plan(
        _ rows: [Row], heading: ImportHeading<PersonColumn>, among now: Surroundings, into findings: inout [Finding]
    ) -> ImportPlan<Item> {
        var entries: [ImportPlan<Item>.Entry] = []
        entries.reserveCapacity(rows.count)
        for row in rows {
            let before = findings.count
            func refuse(_ refusal: Refusal, at field: PersonColumn) {
                // What concerns the unit or the days of a role stands at the role where the table has no such column.
                let field = heading.has(field) ? field : .role
                findings += refusal.findings.map { Finding($0.code, $0.severity, at: heading.place(field, line: row.line), $0.message) }
            }
            let byNIP = row.nip.flatMap { now.people[$0] }
            let byEmail = row.email.flatMap { now.people[$0] }
            if let byNIP, let byEmail, byNIP.account != byEmail.account { refuse(SignInNameRefusal.taken.refusal(at: ""), at: .email) }
            let kept = byNIP ?? byEmail
            if let kept { check(kept, row, now, refuse) }
            let changes = kept.map { self.changes(of: $0, row) } ?? []
            if let kept, !changes.isEmpty, findings.count == before { checkCorrecting(kept, now, refuse) }
            let grant = findings.count == before ? row.wish.flatMap { self.grant($0, to: kept, now, refuse) } : nil
            guard findings.count == before else { continue }
            let item = Item(
                account: kept?.account, name: row.name, nip: row.nip ?? kept?.nip, email: row.email ?? kept?.email, isCorrected: !changes.isEmpty,
                grant: grant)
            let all = changes + (grant.map { [ImportChange("peran", from: "", to: words($0, unit: row.wish?.unit))] } ?? [])
            let verdict: ImportPlan<Item>.Verdict = kept == nil ? .new : all.isEmpty ? .unchanged : .changed(all)
            entries.append(.init(line: row.line, item: item, verdict: verdict, name: row.name))
        }
        return ImportPlan(entries)
    }

    private static func check(_ kept: Known, _ row: Row, _ now: Surroundings, _ refuse: (Refusal, PersonColumn) -> Void) {
        let field: PersonColumn = row.nip != nil && row.nip == kept.nip ? .nip : .email
        if kept.home != now.scope {
            // Nothing more is said of an account elsewhere.
            refuse(SignInNameRefusal.taken.refusal(at: ""), field)
        } else if kept.isClosed {
            refuse(
                Refusal(.accountClosed, at: "", "Akun orang ini sudah ditutup, jadi tidak diubah lewat impor. Hapus barisnya dari berkas."), field)
        } else if let nip = row.nip, let had = kept.nip, nip != had {
            refuse(
                Refusal(
                    .signInNameTaken, at: "", "Surel pada baris ini milik orang dengan NIP lain. Periksa mana yang keliru: NIP atau surelnya."), .email)
        }
    }

    private static func changes(of kept: Known, _ row: Row) -> [ImportChange] {
        var changes: [ImportChange] = []
        if kept.name != row.name { changes.append(ImportChange("nama", from: kept.name, to: row.name)) }
        if let nip = row.nip, nip != kept.nip { changes.append(ImportChange("NIP", from: kept.nip ?? "", to: nip)) }
        if let email = row.email, email != kept.email { changes.append(ImportChange("surel", from: kept.email ?? "", to: email)) }
        return changes
    }

    private static func checkCorrecting(_ kept: Known, _ now: Surroundings, _ refuse: (Refusal, PersonColumn) -> Void) {
        let target = AccessTarget.account(kept.account, home: kept.home, grants: kept.grants, on: now.caller.day)
        guard !AccessPolicy.decide(.correctAccount, by: now.caller, on: target).isAllowed else { return }
        refuse(
            Refusal(
                .importCorrectionDenied, at: "",
                "Data orang ini berbeda dari yang tersimpan, dan bukan wewenang Anda untuk membetulkannya. Samakan barisnya dengan yang tersimpan; data sendiri dibetulkan di halaman Akun."
            ), .name)
    }

    /// The role to be given; `nil` when it is held already.
    private static func grant(_ wish: Wish, to kept: Known?, _ now: Surroundings, _ refuse: (Refusal, PersonColumn) -> Void) -> Grant? {
        var scope = now.scope
        if let code = wish.unit {
            guard let unit = now.units[code] else {
                refuse(
                    Refusal(
                        .importReferenceUnknown, at: "",
                        "Unit \(String(code.prefix(40))) tidak ada di instansi ini. Perbaiki kodenya, atau impor unitnya lebih dahulu."), .unit)
                return nil
            }
            guard !unit.isClosed else {
                refuse(Refusal(.importTargetClosed, at: "", "Unit \(code) sudah ditutup. Pilih unit yang masih berjalan."), .unit)
                return nil
            }
            scope = .unit(unit.id, in: now.agency)
        }
        let held = kept?.grants.filter { $0.role == wish.role && $0.scope == scope && !$0.hasEnded(by: now.caller.day) } ?? []
        if held.contains(where: { (wish.from == nil || wish.from == $0.from) && (wish.until == nil || wish.until == $0.until) }) { return nil }
        do throws(GrantRefusal) {
            let grant = try Grant(id: GrantID(""), role: wish.role, scope: scope, from: wish.from ?? now.caller.day, until: wish.until)
            guard AccessPolicy.decide(.grantRole, by: now.caller, on: AccessTarget(scope)).isAllowed else { throw .notYours(wish.role) }
            try GrantRule.checkGranting(grant, to: kept?.account ?? AccountID(""), holding: kept?.grants ?? [], by: now.caller, approvedBy: nil)
            return grant
        } catch {
            switch error {
            case .scopeDoesNotFit: refuse(error.refusal, .unit)
            case .endsBeforeItBegins: refuse(error.refusal, .until)
            case .beginsInThePast: refuse(error.refusal, .from)
            case .needsSecondPerson(let role):
                refuse(
                    Refusal(
                        .grantNeedsSecondPerson, at: "",
                        "Peran \(role.name) diberikan oleh dua orang, jadi tidak lewat berkas. Kosongkan perannya di baris ini; sesudah impor, berikan di halaman orangnya dan mintalah admin lain menyetujui."
                    ), .role)
            default: refuse(error.refusal, .role)
            }
            return nil
        }
    }

    private static func words(_ grant: Grant, unit: String?) -> String {
        "\(grant.role.name)\(unit.map { " di \($0)" } ?? ""), mulai \(grant.from)\(grant.until.map { " sampai \($0)" } ?? "")"
    }
}
