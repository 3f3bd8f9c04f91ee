import Relational
import Rulebook

/// Working groups and their members in the database, one group an agency and year.
enum WorkingGroupStore {
    /// A group as it was kept.
    struct Kept: Hashable, Sendable {
        let decree: String
        let decreedOn: Day
        let members: [Member]

        /// As the rules look at it.
        var group: WorkingGroup { WorkingGroup(decree: decree, decreedOn: decreedOn, parts: members.map(\.part)) }
    }

    /// Somebody in a group.
    struct Member: Hashable, Sendable {
        let id: String
        let part: WorkingGroup.Part
        /// `nil` once the personal data was erased.
        let name: String?
        let nip: String?
    }

    /// The group of a year; `nil` while there is none.
    ///
    /// - Throws: `RelationalError`, of kind `damaged` when it cannot be read.
    static func find(of agency: AgencyID, in year: Int, in session: any ReadSession) throws -> Kept? {
        let row = try session.row(
            "SELECT decree, decreed_on FROM working_groups WHERE agency = \(agency.text) AND year = \(year)")
        guard let row else { return nil }
        guard let day = Day(try row.text(1)) else { throw RelationalError(.damaged, "the day of a decree cannot be read") }
        let members = try session.rows(
            """
            SELECT id, part, name, nip FROM working_group_members WHERE agency = \(agency.text) AND year = \(year)
            ORDER BY CASE part WHEN 'ketua' THEN 0 WHEN 'sekretaris' THEN 1 ELSE 2 END, id
            """
        ).map { row in
            guard let part = WorkingGroup.Part(rawValue: try row.text(1)) else {
                throw RelationalError(.damaged, "a member of a working group cannot be read")
            }
            return Member(id: try row.text(0), part: part, name: try row.optionalText(2), nip: try row.optionalText(3))
        }
        return Kept(decree: try row.text(0), decreedOn: day, members: members)
    }

    /// Keeps the decree of a year, in the place of what was kept before.
    ///
    /// - Throws: `RelationalError`.
    static func keep(
        decree: String, on day: Day, of agency: AgencyID, in year: Int, by actor: AccountID, at now: Timestamp, in session: any WriteSession
    ) throws {
        try session.execute(
            """
            INSERT INTO working_groups (agency, year, decree, decreed_on, recorded_by, recorded_at)
            VALUES (\(agency.text), \(year), \(decree), \(day.description), \(actor.text), \(now.milliseconds))
            ON CONFLICT (agency, year) DO UPDATE SET decree = excluded.decree, decreed_on = excluded.decreed_on,
            recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
            """)
    }

    /// Adds a member.
    ///
    /// - Throws: `RelationalError`, of kind `unique` when the number is in the group already.
    static func add(
        _ member: Member, account: AccountID?, to agency: AgencyID, in year: Int, at now: Timestamp, in session: any WriteSession
    ) throws {
        try session.execute(
            """
            INSERT INTO working_group_members (agency, id, year, part, account, name, nip, added_at)
            VALUES (\(agency.text), \(member.id), \(year), \(member.part.rawValue), \(account?.text), \(member.name), \(member.nip),
            \(now.milliseconds))
            """)
    }

    /// Takes a member out; tells what the member was, `nil` when there is none.
    ///
    /// - Throws: `RelationalError`.
    static func remove(
        _ member: String, from agency: AgencyID, in year: Int, in session: any WriteSession
    ) throws -> WorkingGroup.Part? {
        try session.row(
            """
            DELETE FROM working_group_members WHERE agency = \(agency.text) AND id = \(member) AND year = \(year) RETURNING part
            """
        ).flatMap { WorkingGroup.Part(rawValue: try $0.text(0)) }
    }
}
