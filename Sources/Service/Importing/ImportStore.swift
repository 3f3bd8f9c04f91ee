import Relational
import Rulebook

/// Files between preview and decision, in the database.
enum ImportStore {
    /// A file as it was kept.
    struct Kept: Sendable {
        let id: ImportID
        let agency: AgencyID
        let kind: ImportKind
        /// Sealed; `nil` once it was carried out.
        let content: [UInt8]?
        let createdAt: Timestamp
        let carriedOutAt: Timestamp?
        /// Sealed one-time links; `nil` where there are none or they were taken.
        let links: [UInt8]?

        /// When it stops being good.
        var expiresAt: Timestamp { createdAt.adding(seconds: ImportStore.lifetime) }
    }

    /// Seconds that a file waits for its decision, and that links wait to be taken.
    static let lifetime: Int64 = 3_600

    /// The file that an account sent; `nil` when there is none of this account, or when its time is over.
    ///
    /// - Throws: `RelationalError`.
    static func find(
        _ id: ImportID, of agency: AgencyID, by account: AccountID, at now: Timestamp, in session: any ReadSession
    ) throws -> Kept? {
        let row = try session.row(
            """
            SELECT kind, content, created_at, carried_out_at, links FROM imports
            WHERE agency = \(agency.text) AND id = \(id.text) AND account = \(account.text)
            """)
        guard let row, let kind = ImportKind(rawValue: try row.text(0)) else { return nil }
        let kept = Kept(
            id: id, agency: agency, kind: kind, content: try row.optionalBlob(1), createdAt: Timestamp(milliseconds: try row.integer(2)),
            carriedOutAt: try row.optionalInteger(3).map { Timestamp(milliseconds: $0) }, links: try row.optionalBlob(4))
        return now < kept.expiresAt ? kept : nil
    }

    /// Keeps a file; those whose time is over, and others of the same account for the same agency that still wait, go.
    ///
    /// - Throws: `RelationalError`.
    static func insert(
        _ id: ImportID, _ kind: ImportKind, of agency: AgencyID, by account: AccountID, sealed: [UInt8], at now: Timestamp,
        in session: any WriteSession
    ) throws {
        try forget(before: now, in: session)
        try session.execute(
            """
            DELETE FROM imports WHERE agency = \(agency.text) AND account = \(account.text) AND carried_out_at IS NULL
            """)
        try session.execute(
            """
            INSERT INTO imports (agency, id, account, kind, content, created_at)
            VALUES (\(agency.text), \(id.text), \(account.text), \(kind.rawValue), \(sealed), \(now.milliseconds))
            """)
    }

    /// Notes that a file was carried out; what it held goes.
    ///
    /// - Throws: `RelationalError`.
    static func finish(_ kept: Kept, links: [UInt8]?, at now: Timestamp, in session: any WriteSession) throws {
        try session.execute(
            """
            UPDATE imports SET content = NULL, carried_out_at = \(now.milliseconds), links = \(links)
            WHERE agency = \(kept.agency.text) AND id = \(kept.id.text)
            """)
    }

    /// Lets go of the links of a file.
    ///
    /// - Throws: `RelationalError`.
    static func dropLinks(_ kept: Kept, in session: any WriteSession) throws {
        try session.execute("UPDATE imports SET links = NULL WHERE agency = \(kept.agency.text) AND id = \(kept.id.text)")
    }

    /// Forgets a file.
    ///
    /// - Throws: `RelationalError`.
    static func forget(_ kept: Kept, in session: any WriteSession) throws {
        try session.execute("DELETE FROM imports WHERE agency = \(kept.agency.text) AND id = \(kept.id.text)")
    }

    /// Whether there is a file whose time is over.
    ///
    /// - Throws: `RelationalError`.
    static func hasOld(at now: Timestamp, in session: any ReadSession) throws -> Bool {
        let limit = now.adding(seconds: -lifetime).milliseconds
        return try session.row("SELECT 1 FROM imports WHERE created_at <= \(limit) LIMIT 1") != nil
    }

    /// Forgets files whose time is over.
    ///
    /// - Throws: `RelationalError`.
    static func forget(before now: Timestamp, in session: any WriteSession) throws {
        try session.execute("DELETE FROM imports WHERE created_at <= \(now.adding(seconds: -lifetime).milliseconds)")
    }
}
