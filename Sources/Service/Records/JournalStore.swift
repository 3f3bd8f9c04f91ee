import Journaling
import Relational
import Rulebook

/// The journal in the database.
enum JournalStore {
    /// Puts facts on the chains of their agencies. Runs inside the transaction that keeps what the facts tell of.
    ///
    /// - Throws: `RelationalError`; `EntryRefusal` for a fact that cannot be written down.
    /// - Complexity: O(facts); it does not grow with the chain.
    static func append(_ facts: [JournalFact], in session: any WriteSession) throws {
        if facts.isEmpty { return }
        // Always in the same order, so that two servers never wait for each other.
        for agency in Set(facts.map(\.agency)).sorted() {
            var tip = try lockedTip(of: agency, in: session)
            var last: Int64 = tip.at
            for fact in facts where fact.agency == agency {
                // Two servers' clocks may differ a little; a chain never goes back in time.
                last = max(last, fact.at.milliseconds)
                try append(fact, at: last, to: &tip.chain, in: session)
            }
            try session.execute(
                """
                UPDATE journal_heads SET size = \(tip.chain.size), head = \(tip.chain.head.bytes),
                frontier = \(tip.chain.frontier.bytes), last_at = \(last) WHERE agency = \(agency.text)
                """)
        }
    }

    private static func append(
        _ fact: JournalFact, at time: Int64, to tip: inout ChainTip, in session: any WriteSession
    ) throws {
        let (note, openings) = try fact.note(at: time)
        var nodes: [MerkleNode] = []
        let entry = try tip.append(note) { nodes.append($0) }
        try session.execute(
            """
            INSERT INTO journal_entries (agency, sequence, at, actor, kind, subject, text, fingerprint)
            VALUES (\(fact.agency.text), \(entry.sequence), \(time), \(entry.actor.text), \(entry.kind.text),
            \(fact.subject), \(String(decoding: entry.canonicalBytes, as: UTF8.self)), \(entry.fingerprint.bytes))
            """)
        for node in nodes {
            try session.execute(
                """
                INSERT INTO journal_nodes (agency, level, position, fingerprint)
                VALUES (\(fact.agency.text), \(node.level), \(node.index), \(node.fingerprint.bytes))
                """)
        }
        for opening in openings {
            try session.execute(
                """
                INSERT INTO journal_openings (agency, sequence, field, account, salt, value)
                VALUES (\(fact.agency.text), \(entry.sequence), \(opening.field), \(opening.account.text),
                \(opening.salt.bytes), \(opening.value))
                """)
        }
    }

    /// The end of a chain, held until the transaction ends; a chain that is not there yet is begun.
    private static func lockedTip(
        of agency: AgencyID, in session: any WriteSession
    ) throws -> (chain: ChainTip, at: Int64) {
        let chain = ChainTip(try ChainID(agency.text))
        if let kept = try tip(of: agency, isLocked: true, in: session) { return kept }
        try session.execute(
            """
            INSERT INTO journal_heads (agency, size, head, frontier, last_at)
            VALUES (\(agency.text), 0, \(chain.head.bytes), \(chain.frontier.bytes), 0) ON CONFLICT (agency) DO NOTHING
            """)
        guard let kept = try tip(of: agency, isLocked: true, in: session) else {
            throw RelationalError(.other, "a chain that was begun is not there")
        }
        return kept
    }

    /// The end of a chain and the time of its last entry; `nil` for a chain without entries.
    ///
    /// - Throws: `RelationalError`, of kind `damaged` when what is kept of the end cannot be one.
    static func tip(
        of agency: AgencyID, isLocked: Bool = false, in session: any ReadSession
    ) throws -> (chain: ChainTip, at: Int64)? {
        let lock: SQL = isLocked && session.dialect == .postgres ? " FOR UPDATE" : ""
        let found = try session.row(
            "SELECT head, frontier, last_at FROM journal_heads WHERE agency = \(agency.text)\(lock)")
        guard let row = found else { return nil }
        guard let head = Fingerprint(bytes: try row.blob(0)), let frontier = MerkleFrontier(bytes: try row.blob(1)) else {
            throw RelationalError(.damaged, "the head of a chain cannot be read")
        }
        return (ChainTip(try ChainID(agency.text), head: head, frontier: frontier), try row.integer(2))
    }
}

extension JournalFact {
    /// What stands beside an entry and opens a commitment in it.
    struct Opening: Sendable {
        let field: String
        let account: AccountID
        let salt: Commitment.Salt
        let value: String
    }

    /// The fact as the chain has it: personal data only as commitments, and what opens them apart.
    ///
    /// - Throws: `EntryRefusal` when it cannot be written down.
    func note(at time: Int64) throws -> (note: JournalNote, openings: [Opening]) {
        var content = content
        var openings: [Opening] = []
        var random = SystemRandomNumberGenerator()
        for personal in personal {
            let salt = Commitment.Salt(using: &random)
            content[personal.field] = Commitment.make(value: personal.value, salt: salt).value
            openings.append(
                Opening(field: personal.field, account: personal.account, salt: salt, value: personal.value))
        }
        let note = try JournalNote(
            chain: ChainID(agency.text), time: time, actor: actor.account.map { try ActorID($0.text) } ?? .system,
            role: try actor.role.map { try RoleWord($0.rawValue) }, kind: EntryKind(kind.rawValue),
            subject: subject.isEmpty ? nil : try SubjectID(subject), content: .object(content))
        return (note, openings)
    }
}
