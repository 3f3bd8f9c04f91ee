import Journaling
import Relational
import Rulebook

extension JournalStore {
    /// An entry as a row has it. The text is what counts; the columns only serve to find it.
    struct Stored: Hashable, Sendable {
        let sequence: Int
        let at: Int64
        let actor: String
        let kind: String
        let subject: String
        let text: String
        let fingerprint: [UInt8]

        /// The entry that the text is; `nil` when it is none.
        var entry: JournalEntry? { try? JournalEntry(canonical: Array(text.utf8)) }

        /// Whether the row says of its entry what the entry says, under the fingerprint it has.
        func isWhole(_ entry: JournalEntry) -> Bool {
            entry.sequence == sequence && entry.time == at && entry.actor.text == actor && entry.kind.text == kind
                && (entry.subject?.text ?? "") == subject && entry.fingerprint.bytes == fingerprint
        }
    }

    /// Which entries are wanted.
    struct Filter: Hashable, Sendable {
        /// Who did it: an account's id, or `sistem`.
        var actor: String?
        var kind: FactKind?
        /// Not before.
        var from: Timestamp?
        /// Before.
        var until: Timestamp?
        /// Only entries with a lower number: the page after the one that ended there.
        var before: Int?
    }

    static let columns: SQL = "sequence, at, actor, kind, subject, text, fingerprint"

    /// Entries of a chain, the newest first.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(`most` + log entries), also far back in a long chain.
    static func page(
        of agency: AgencyID, _ filter: Filter, most: Int, in session: any ReadSession
    ) throws -> [Stored] {
        var end = filter.before ?? Int.max
        var start = 1
        if let until = filter.until { end = min(end, try firstSequence(of: agency, notBefore: until, in: session)) }
        if let from = filter.from { start = try firstSequence(of: agency, notBefore: from, in: session) }
        var conditions: SQL = "agency = \(agency.text) AND sequence < \(end) AND sequence >= \(start)"
        if let actor = filter.actor { conditions = "\(conditions) AND actor = \(actor)" }
        if let kind = filter.kind { conditions = "\(conditions) AND kind = \(kind.rawValue)" }
        return try session.rows(
            "SELECT \(columns) FROM journal_entries WHERE \(conditions) ORDER BY sequence DESC LIMIT \(most)"
        ).map(stored)
    }

    /// One entry; `nil` when there is none with that number.
    ///
    /// - Throws: `RelationalError`.
    static func entry(_ sequence: Int, of agency: AgencyID, in session: any ReadSession) throws -> Stored? {
        try session.row(
            "SELECT \(columns) FROM journal_entries WHERE agency = \(agency.text) AND sequence = \(sequence)"
        ).map(stored)
    }

    /// Entries from one number on, in their order.
    ///
    /// - Throws: `RelationalError`.
    static func entries(
        of agency: AgencyID, after: Int, most: Int, in session: any ReadSession
    ) throws -> [Stored] {
        try session.rows(
            """
            SELECT \(columns) FROM journal_entries WHERE agency = \(agency.text) AND sequence > \(after)
            ORDER BY sequence LIMIT \(most)
            """
        ).map(stored)
    }

    /// The highest number in a chain; 0 when it has no entries. Asked of the entries, not of the head.
    ///
    /// - Throws: `RelationalError`.
    static func lastSequence(of agency: AgencyID, in session: any ReadSession) throws -> Int {
        let row = try session.row(
            "SELECT sequence FROM journal_entries WHERE agency = \(agency.text) ORDER BY sequence DESC LIMIT 1")
        return try row.map { Int(try $0.integer(0)) } ?? 0
    }

    /// The number of the first entry that is not before a moment, or one more than the last number. Times never go
    /// back in a chain, so halving finds it.
    private static func firstSequence(
        of agency: AgencyID, notBefore moment: Timestamp, in session: any ReadSession
    ) throws -> Int {
        var low = 1
        var high = try lastSequence(of: agency, in: session) + 1
        while low < high {
            let middle = low + (high - low) / 2
            let row = try session.row(
                """
                SELECT at FROM journal_entries WHERE agency = \(agency.text) AND sequence >= \(middle)
                ORDER BY sequence LIMIT 1
                """)
            if let at = try row?.integer(0), at < moment.milliseconds { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whoever did something in a chain, by id; each is found by a jump in the index.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(`most` · log entries)
    static func actors(of agency: AgencyID, most: Int, in session: any ReadSession) throws -> [String] {
        var actors: [String] = []
        while actors.count < most {
            let row = try session.row(
                """
                SELECT actor FROM journal_entries WHERE agency = \(agency.text) AND actor > \(actors.last ?? "")
                ORDER BY actor LIMIT 1
                """)
            guard let actor = try row?.text(0) else { break }
            actors.append(actor)
        }
        return actors
    }

    static func stored(_ row: Row) throws -> Stored {
        Stored(
            sequence: Int(try row.integer(0)), at: try row.integer(1), actor: try row.text(2), kind: try row.text(3),
            subject: try row.text(4), text: try row.text(5), fingerprint: try row.blob(6))
    }
}
