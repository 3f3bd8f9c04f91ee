import Journaling
import Relational
import Rulebook

/// Signed states of chains in the database.
extension JournalStore {
    /// Checkpoints of a chain over more than `after` and at most `upTo` entries, in their order.
    ///
    /// - Throws: `RelationalError`, of kind `damaged` when one cannot be read.
    static func checkpoints(
        of agency: AgencyID, after: Int, upTo: Int, most: Int = 1_000, in session: any ReadSession
    ) throws -> [SignedCheckpoint] {
        try session.rows(
            """
            SELECT text FROM journal_checkpoints WHERE agency = \(agency.text) AND size > \(after) AND size <= \(upTo)
            ORDER BY size, at LIMIT \(most)
            """
        ).map { try SignedCheckpoint(stored: try $0.text(0)) }
    }

    /// The last checkpoint of a chain; `nil` when there is none.
    ///
    /// - Throws: `RelationalError`, of kind `damaged` when it cannot be read.
    static func lastCheckpoint(of agency: AgencyID, in session: any ReadSession) throws -> SignedCheckpoint? {
        try session.row(
            "SELECT text FROM journal_checkpoints WHERE agency = \(agency.text) ORDER BY size DESC, at DESC LIMIT 1"
        ).map { try SignedCheckpoint(stored: try $0.text(0)) }
    }

    /// Keeps a checkpoint.
    ///
    /// - Throws: `RelationalError`.
    static func insert(_ signed: SignedCheckpoint, of agency: AgencyID, in session: any WriteSession) throws {
        try session.execute(
            """
            INSERT INTO journal_checkpoints (agency, size, at, text) VALUES (\(agency.text), \(signed.checkpoint.size),
            \(signed.checkpoint.time), \(try signed.storedText())) ON CONFLICT (agency, size, at) DO NOTHING
            """)
    }

    /// Checkpoints of a chain over fewer entries than a number, the newest first; of several over the same entries the
    /// latest.
    ///
    /// - Throws: `RelationalError`, of kind `damaged` when one cannot be read.
    static func checkpoints(
        of agency: AgencyID, before: Int, most: Int, in session: any ReadSession
    ) throws -> [SignedCheckpoint] {
        try session.rows(
            """
            SELECT c.text FROM journal_checkpoints c WHERE c.agency = \(agency.text) AND c.size < \(before) AND NOT EXISTS
            (SELECT 1 FROM journal_checkpoints l WHERE l.agency = c.agency AND l.size = c.size AND l.at > c.at)
            ORDER BY c.size DESC LIMIT \(most)
            """
        ).map { try SignedCheckpoint(stored: try $0.text(0)) }
    }

    /// The latest checkpoint of a chain over so many entries; `nil` when there is none.
    ///
    /// - Throws: `RelationalError`, of kind `damaged` when it cannot be read.
    static func checkpoint(
        of agency: AgencyID, size: Int, in session: any ReadSession
    ) throws -> SignedCheckpoint? {
        try session.row(
            """
            SELECT text FROM journal_checkpoints WHERE agency = \(agency.text) AND size = \(size) ORDER BY at DESC LIMIT 1
            """
        ).map { try SignedCheckpoint(stored: try $0.text(0)) }
    }
}
