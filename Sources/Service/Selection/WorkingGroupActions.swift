import Journaling
import Relational
import Rulebook

/// The working group of a year, and all candidates of the year side by side.
struct WorkingGroupActions: Sendable {
    let records: Records
    let programmes: RulesLookup

    /// Rows of the comparison on one page.
    static let pageLength = 50

    /// Everything on the page of a year.
    struct Overview: Sendable {
        let agency: AgencyStore.Kept
        let year: Int
        let group: WorkingGroupStore.Kept?
        let comparison: Comparison
        let day: Day
    }

    /// A year of an agency.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    /// - Complexity: O(n log n) in the candidates of the year: a rank depends on all of them
    func see(_ agency: AgencyID, year: Int, by identity: Identity, at now: Timestamp) async throws -> Overview {
        try identity.require(.seeSelection, on: agency.target, at: now)
        return try await records.read { [programmes] session in
            guard let house = try AgencyStore.find(agency, in: session) else { throw PageRefusal.notFound }
            let candidates = try SelectionStore.candidates(of: agency, in: year, in: session)
            return Overview(
                agency: house, year: year, group: try WorkingGroupStore.find(of: agency, in: year, in: session),
                comparison: try Comparison(candidates) { try programmes($0).parts.criteria }, day: Identity.day(now))
        }
    }

    /// Keeps the decree that names the group of a year.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; `RelationalError`.
    func keep(decree: String, on day: Day, of agency: AgencyID, in year: Int, by identity: Identity, at now: Timestamp) async throws {
        let actor = try identity.require(.keepSelection, on: agency.target, at: now)
        try await records.change { change in
            try WorkingGroupStore.keep(decree: decree, on: day, of: agency, in: year, by: identity.account, at: now, in: change.session)
            change.record(
                JournalFact(
                    .workingGroupRecorded, in: agency, by: actor,
                    ["tahun": .integer(year), "keputusan": .text(decree), "hari": .text(day.description)], at: now))
        }
    }

    /// Adds a member; whoever has an account with the same number is linked to it.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `employeeDuplicate`, `workingGroupMalformed`; `RelationalError`.
    func add(
        _ person: (name: String, nip: String?, part: WorkingGroup.Part), to agency: AgencyID, in year: Int, by identity: Identity,
        at now: Timestamp
    ) async throws {
        let actor = try identity.require(.keepSelection, on: agency.target, at: now)
        let member = WorkingGroupStore.Member(id: NewID.make(at: now.milliseconds), part: person.part, name: person.name, nip: person.nip)
        do {
            try await records.change { change in
                guard try WorkingGroupStore.find(of: agency, in: year, in: change.session) != nil else {
                    throw Refusal(
                        .workingGroupMalformed, at: WorkingGroupForm.Field.decree, "Catat dahulu keputusan tentang kelompok kerja, lalu anggotanya.")
                }
                let account = try person.nip.flatMap { try EmployeeStore.accounts(by: [$0], in: agency, in: change.session)[$0] }
                try WorkingGroupStore.add(member, account: account, to: agency, in: year, at: now, in: change.session)
                change.record(
                    JournalFact(
                        .workingGroupMemberAdded, in: agency, by: actor, about: member.id,
                        ["tahun": .integer(year), "kedudukan": .text(member.part.rawValue)], at: now))
            }
        } catch let error as RelationalError where error.kind == .unique {
            throw Refusal(.employeeDuplicate, at: WorkingGroupForm.Field.nip, "NIP ini sudah ada di kelompok kerja. Periksa anggota yang sudah tercatat.")
        }
    }

    /// Takes a member out.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    func remove(_ member: String, from agency: AgencyID, in year: Int, by identity: Identity, at now: Timestamp) async throws {
        let actor = try identity.require(.keepSelection, on: agency.target, at: now)
        try await records.change { change in
            guard let part = try WorkingGroupStore.remove(member, from: agency, in: year, in: change.session) else {
                throw PageRefusal.notFound
            }
            change.record(
                JournalFact(
                    .workingGroupMemberRemoved, in: agency, by: actor, about: member,
                    ["tahun": .integer(year), "kedudukan": .text(part.rawValue)], at: now))
        }
    }
}
