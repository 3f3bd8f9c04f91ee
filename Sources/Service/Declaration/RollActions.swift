import Journaling
import Relational
import Rulebook

/// What the head of a unit does with its roll.
struct RollActions: Sendable {
    let records: Records

    /// One employee with what can be chosen for them.
    struct Overview: Sendable {
        let place: CandidacyPlace
        let listed: PactStore.Listed
        /// The people with a role in the unit, for whose account it may be.
        let accounts: [(account: AccountID, name: String)]
        /// Among which the scan of a signature is chosen.
        let documents: [FilingStore.Kept]
        let day: Day
    }

    /// One employee, for whoever may see the roll.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    func see(
        _ employee: EmployeeID, under candidacy: CandidacyID, of agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws -> Overview {
        try await records.read { session in
            let place = try CandidacyPlace(candidacy, of: agency, in: session)
            try identity.require(.seePactRoll, on: place.target, at: now)
            let day = Identity.day(now)
            let roll = PactStore.Roll(of: place.candidacy, on: day, declaredOn: nil)
            guard let listed = try PactStore.find(employee, on: roll, in: session) else { throw PageRefusal.notFound }
            return Overview(
                place: place, listed: listed, accounts: try Self.accounts(in: place, on: day, in: session),
                documents: try place.documents(in: session), day: day)
        }
    }

    /// Everybody on the roll, for printing; bounded.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    func all(
        under candidacy: CandidacyID, of agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws -> (place: CandidacyPlace, rows: [PactStore.Listed], coverage: PactCoverage, declaration: Declaration?) {
        try await records.read { session in
            let place = try CandidacyPlace(candidacy, of: agency, in: session)
            try identity.require(.seePactRoll, on: place.target, at: now)
            let declaration = try DeclarationStore.find(of: place.candidacy, in: session)
            let roll = PactStore.Roll(of: place.candidacy, on: Identity.day(now), declaredOn: declaration?.heldOn)
            let rows = try PactStore.list(roll, .all, skip: 0, most: Self.mostPrinted, in: session)
            return (place, rows, try PactStore.coverage(roll, in: session), declaration)
        }
    }

    /// The most rows of a printed roll.
    static let mostPrinted = 1_000

    /// Puts people on the roll; whoever has an account with the same number is linked to it.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `employeeDuplicate`; ``PageRefusal/notFound``; `RelationalError`.
    /// - Complexity: O(people)
    func add(
        _ people: [(name: String, nip: String?, line: Int?)], employed employment: Employment, at field: String,
        under candidacy: CandidacyID, of agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws {
        let ids = people.map { _ in EmployeeID(NewID.make(at: now.milliseconds)) }
        try await records.change { change in
            let session = change.session
            let place = try CandidacyPlace(candidacy, of: agency, in: session)
            let actor = try identity.require(.keepPactRoll, on: place.target, at: now)
            let numbers = people.compactMap(\.nip)
            let taken = try EmployeeStore.taken(numbers: numbers, in: place.unit.id, of: agency, in: session)
            let findings = people.filter { $0.nip.map(taken.contains) ?? false }.map { person in
                Finding.error(
                    .employeeDuplicate, at: field,
                    "\(person.line.map { "Baris \($0): " } ?? "")NIP ini sudah ada pada daftar pegawai unit. Hapus dari isian, atau ubah data pegawai yang sudah ada."
                )
            }
            guard findings.isEmpty else { throw Refusal(findings) }
            let accounts = try EmployeeStore.accounts(by: numbers, in: agency, in: session)
            for (person, id) in zip(people, ids) {
                var account = person.nip.flatMap { accounts[$0] }
                if let found = account, try EmployeeStore.find(whoIs: found, in: place.unit.id, of: agency, in: session)?.account != nil {
                    account = nil
                }
                try EmployeeStore.insert(
                    EmployeeStore.Kept(
                        agency: agency, id: id, unit: place.unit.id, account: account, name: person.name, nip: person.nip,
                        employment: employment), at: now, in: session)
            }
            change.record(
                JournalFact(
                    .employeesListed, in: agency, by: actor, about: place.unit.id.text,
                    [
                        "unit": .text(place.unit.id.text), "jumlah": .integer(people.count),
                        "mulai": employment.from.map { .text($0.description) } ?? .null,
                        "pegawai": .array(ids.map { .text($0.text) }),
                    ], at: now))
        }
    }

    /// Changes what is kept of an employee.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `employeeDuplicate`, `employmentInvalid`; ``PageRefusal/notFound``;
    ///   `RelationalError`.
    func change(
        _ employee: EmployeeID, _ form: EmployeeForm.Parsed, under candidacy: CandidacyID, of agency: AgencyID, by identity: Identity,
        at now: Timestamp
    ) async throws {
        try await Self.refusingDuplicates {
            try await records.change { change in
                let place = try CandidacyPlace(candidacy, of: agency, in: change.session)
                let actor = try identity.require(.keepPactRoll, on: place.target, at: now)
                let roll = PactStore.Roll(of: place.candidacy, on: Identity.day(now), declaredOn: nil)
                guard let listed = try PactStore.find(employee, on: roll, in: change.session) else { throw PageRefusal.notFound }
                if let signed = listed.signature?.day, !form.employment.covers(signed) {
                    throw Refusal(
                        .employmentInvalid, at: EmployeeForm.Field.until,
                        "Pakta ditandatangani pada \(signed.journalText), di luar masa tugas ini. Betulkan masa tugas, atau batalkan tanda tangannya lebih dahulu."
                    )
                }
                var kept = listed.employee
                if let account = form.account, account != kept.account {
                    let offered = try Self.accounts(in: place, on: Identity.day(now), in: change.session).map(\.account)
                    guard offered.contains(account) else {
                        throw Refusal(.employeeDuplicate, at: EmployeeForm.Field.account, "Pilih akun orang yang berperan di unit ini.")
                    }
                }
                (kept.name, kept.nip, kept.employment, kept.account) = (form.name, form.nip, form.employment, form.account)
                try EmployeeStore.update(kept, in: change.session)
                change.record(JournalFact(.employeeChanged, in: agency, by: actor, about: employee.text, Self.content(kept), at: now))
            }
        }
    }

    /// Erases name and number of somebody who has left; the row stays, so that what was counted is still counted.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `employmentInvalid`; ``PageRefusal/notFound``; `RelationalError`.
    func erase(
        _ employee: EmployeeID, under candidacy: CandidacyID, of agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws {
        try await records.change { change in
            let place = try CandidacyPlace(candidacy, of: agency, in: change.session)
            let actor = try identity.require(.keepPactRoll, on: place.target, at: now)
            guard var kept = try EmployeeStore.find(employee, of: place.unit.id, of: agency, in: change.session), kept.name != nil
            else { throw PageRefusal.notFound }
            guard let until = kept.employment.until, until < Identity.day(now) else {
                throw Refusal(
                    .employmentInvalid, at: EmployeeForm.Field.until,
                    "Nama dihapus sesudah orangnya tidak lagi bertugas di unit. Isi hari terakhirnya lebih dahulu.")
            }
            (kept.name, kept.nip) = (nil, nil)
            try EmployeeStore.update(kept, in: change.session)
            change.record(
                JournalFact(.employeeErased, in: agency, by: actor, about: employee.text, ["unit": .text(place.unit.id.text)], at: now))
        }
    }

    /// The people with a role in the unit today.
    private static func accounts(
        in place: CandidacyPlace, on day: Day, in session: any ReadSession
    ) throws -> [(account: AccountID, name: String)] {
        var names: [AccountID: String] = [:]
        for listed in try GrantStore.standing(for: place.unit.id, of: place.agency.id, in: session) where !listed.grant.hasEnded(by: day) {
            names[listed.account] = try AccountStore.find(listed.account, in: session)?.person?.name
        }
        return names.map { (account: $0.key, name: $0.value) }.sorted { ($0.name, $0.account) < ($1.name, $1.account) }
    }

    private static func content(_ employee: EmployeeStore.Kept) -> [String: CanonicalValue] {
        [
            "unit": .text(employee.unit.text), "akun": employee.account.map { .text($0.text) } ?? .null,
            "mulai": employee.employment.from.map { .text($0.description) } ?? .null,
            "sampai": employee.employment.until.map { .text($0.description) } ?? .null,
        ]
    }

    private static func refusingDuplicates(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let error as RelationalError where error.kind == .unique {
            throw Refusal(
                .employeeDuplicate, at: EmployeeForm.Field.nip, "NIP atau akun ini sudah ada pada daftar pegawai unit. Periksa pegawai yang sudah tercatat.")
        }
    }
}
