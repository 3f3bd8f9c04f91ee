import Relational
import Rulebook

/// Requests that wait for a second person.
enum ApprovalStore {
    /// A request as it was kept.
    struct Kept: Sendable {
        let id: String
        let agency: AgencyID
        let account: AccountID
        let deed: Deed
        let requestedBy: AccountID
        let requestedAt: Timestamp
    }

    private static let columns: SQL = "id, agency, account, kind, request, requested_by, requested_at"

    /// One that nobody has decided; `nil` when there is none.
    ///
    /// - Throws: `RelationalError`.
    static func find(_ id: String, in session: any ReadSession) throws -> Kept? {
        try session.row("SELECT \(columns) FROM approvals WHERE id = \(id) AND decided_at IS NULL").flatMap(kept)
    }

    /// Those about an account that nobody has decided, the latest first.
    ///
    /// - Throws: `RelationalError`.
    static func open(of account: AccountID, in session: any ReadSession) throws -> [Kept] {
        try session.rows(
            """
            SELECT \(columns) FROM approvals WHERE account = \(account.text) AND decided_at IS NULL
            ORDER BY requested_at DESC LIMIT 50
            """
        ).compactMap(kept)
    }

    /// Those of an agency that nobody has decided and that are not too old, the latest first.
    ///
    /// - Throws: `RelationalError`.
    static func open(in agency: AgencyID, since: Timestamp, in session: any ReadSession) throws -> [Kept] {
        try session.rows(
            """
            SELECT \(columns) FROM approvals WHERE agency = \(agency.text) AND decided_at IS NULL
            AND requested_at > \(since.milliseconds) ORDER BY requested_at DESC LIMIT 50
            """
        ).compactMap(kept)
    }

    /// Keeps a request; an older one for the same is dropped.
    ///
    /// - Throws: `RelationalError`.
    static func insert(_ kept: Kept, in session: any WriteSession) throws {
        try session.execute(
            """
            DELETE FROM approvals WHERE account = \(kept.account.text) AND kind = \(kept.deed.kind.rawValue)
            AND request = \(kept.deed.request) AND decided_at IS NULL
            """)
        try session.execute(
            """
            INSERT INTO approvals (agency, id, kind, account, request, requested_by, requested_at)
            VALUES (\(kept.agency.text), \(kept.id), \(kept.deed.kind.rawValue), \(kept.account.text),
            \(kept.deed.request), \(kept.requestedBy.text), \(kept.requestedAt.milliseconds))
            """)
    }

    /// Notes a decision; tells whether it was still open.
    ///
    /// - Throws: `RelationalError`.
    static func decide(
        _ kept: Kept, isGranted: Bool, by decider: AccountID, at now: Timestamp, in session: any WriteSession
    ) throws -> Bool {
        try session.change(
            """
            UPDATE approvals SET decided_by = \(decider.text), decided_at = \(now.milliseconds), is_granted = \(isGranted)
            WHERE agency = \(kept.agency.text) AND id = \(kept.id) AND decided_at IS NULL
            """) > 0
    }

    private static func kept(_ row: Row) throws -> Kept? {
        guard let deed = Deed(kind: try row.text(3), request: try row.text(4)) else { return nil }
        return Kept(
            id: try row.text(0), agency: AgencyID(try row.text(1)), account: AccountID(try row.text(2)), deed: deed,
            requestedBy: AccountID(try row.text(5)), requestedAt: Timestamp(milliseconds: try row.integer(6)))
    }
}
