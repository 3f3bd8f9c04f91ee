import Relational
import Rulebook

/// What was announced for a year of the programme. Nothing is taken back; the latest counts.
enum AnnouncementStore {
    /// What an announcement says.
    enum Kind: String, CaseIterable, Sendable {
        /// Another last day of nomination, for every agency.
        case deadline = "tenggat"
        /// Every proposal of an agency is void.
        case knockOut = "gugur"
        /// They are not, after all.
        case knockOutLifted = "gugur-dibatalkan"
    }

    /// An announcement as it was kept.
    struct Kept: Hashable, Sendable {
        /// The agency it is about; the nation for a deadline.
        let agency: AgencyID
        let id: String
        let programme: ProgrammeID
        let year: Int
        let kind: Kind
        /// The last day, or the day from which it holds.
        let day: Day
        /// The letter or page in which it was announced.
        let source: String
        let recordedBy: AccountID
        let at: Timestamp
    }

    private static let columns: SQL = "agency, id, programme, year, kind, day, source, recorded_by, at"

    /// The latest deadline that was announced for a year; `nil` when none was.
    ///
    /// - Throws: `RelationalError`.
    static func deadline(of programme: ProgrammeID, in year: Int, _ session: any ReadSession) throws -> Kept? {
        try latest([.deadline], about: .nation, programme, year, session)
    }

    /// Whether every proposal of an agency is void in a year.
    ///
    /// - Throws: `RelationalError`.
    static func isKnockedOut(
        _ agency: AgencyID, by programme: ProgrammeID, in year: Int, _ session: any ReadSession
    ) throws -> Bool {
        try latest([.knockOut, .knockOutLifted], about: agency, programme, year, session)?.kind == .knockOut
    }

    /// What was announced about an agency or for all, the latest first.
    ///
    /// - Throws: `RelationalError`.
    static func list(about agency: AgencyID, most: Int, in session: any ReadSession) throws -> [Kept] {
        try session.rows(
            "SELECT \(columns) FROM programme_announcements WHERE agency = \(agency.text) ORDER BY at DESC, id DESC LIMIT \(most)"
        ).map(kept)
    }

    /// Keeps an announcement.
    ///
    /// - Throws: `RelationalError`.
    static func insert(_ announcement: Kept, in session: any WriteSession) throws {
        try session.execute(
            """
            INSERT INTO programme_announcements (agency, id, programme, year, kind, day, source, recorded_by, at)
            VALUES (\(announcement.agency.text), \(announcement.id), \(announcement.programme.text), \(announcement.year),
            \(announcement.kind.rawValue), \(announcement.day.description), \(announcement.source), \(announcement.recordedBy.text),
            \(announcement.at.milliseconds))
            """)
    }

    private static func latest(
        _ kinds: [Kind], about agency: AgencyID, _ programme: ProgrammeID, _ year: Int, _ session: any ReadSession
    ) throws -> Kept? {
        try session.row(
            """
            SELECT \(columns) FROM programme_announcements WHERE agency = \(agency.text) AND programme = \(programme.text)
            AND year = \(year) AND kind IN (\(list: kinds.map(\.rawValue))) ORDER BY at DESC, id DESC LIMIT 1
            """
        ).map(kept)
    }

    private static func kept(_ row: Row) throws -> Kept {
        guard let kind = Kind(rawValue: try row.text(4)), let day = Day(try row.text(5)) else {
            throw RelationalError(.damaged, "an announcement cannot be read")
        }
        return Kept(
            agency: AgencyID(try row.text(0)), id: try row.text(1), programme: ProgrammeID(try row.text(2)), year: Int(try row.integer(3)),
            kind: kind, day: day, source: try row.text(6), recordedBy: AccountID(try row.text(7)),
            at: Timestamp(milliseconds: try row.integer(8)))
    }
}
