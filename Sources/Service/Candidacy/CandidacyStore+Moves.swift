import Journaling
import Relational
import Rulebook

extension CandidacyStore {
    /// The moves of a candidacy, the first one first.
    ///
    /// - Throws: `RelationalError`, of kind `damaged` when a move cannot be read.
    /// - Complexity: O(moves)
    static func moves(
        of candidacy: CandidacyID, of agency: AgencyID, in session: any ReadSession
    ) throws -> [RecordedMove] {
        try session.rows(
            """
            SELECT sequence, move, from_state, to_state, actor, role, day, reason, legal_basis, reference, documents, result, at
            FROM candidacy_moves WHERE agency = \(agency.text) AND candidacy = \(candidacy.text) ORDER BY sequence
            """
        ).map(recorded)
    }

    /// Puts a move behind the others.
    ///
    /// - Throws: `RelationalError`, of kind `unique` when somebody was faster.
    static func append(
        _ move: RecordedMove, to candidacy: CandidacyID, of agency: AgencyID, in session: any WriteSession
    ) throws {
        try session.execute(
            """
            INSERT INTO candidacy_moves (agency, candidacy, sequence, move, from_state, to_state, actor, role, day, reason,
            legal_basis, reference, documents, result, at)
            VALUES (\(agency.text), \(candidacy.text), \(move.sequence), \(move.move.rawValue), \(move.from.rawValue),
            \(move.to.rawValue), \(move.actor.text), \(move.role.rawValue), \(move.day.description), \(move.reason),
            \(move.legalBasis), \(move.reference), \(line(documents(move.documents))), \(line(move.result.canonical)),
            \(move.at.milliseconds))
            """)
    }

    /// Documents as the database and the journal have them: kind and id, in the order of kinds.
    static func documents(_ documents: [DocumentKind: DocumentID]) -> CanonicalValue {
        .array(documents.sorted { $0.key < $1.key }.map { ["jenis": .text($0.key.text), "dokumen": .text($0.value.text)] })
    }

    private static func line(_ value: CanonicalValue) throws -> String {
        String(decoding: try value.canonicalBytes(), as: UTF8.self)
    }

    private static func recorded(_ row: Row) throws -> RecordedMove {
        guard let move = Move(rawValue: try row.text(1)), let from = CandidacyState.Kind(rawValue: try row.text(2)),
            let to = CandidacyState.Kind(rawValue: try row.text(3)), let role = Role(rawValue: try row.text(5)),
            let day = Day(try row.text(6)), case .array(let kept) = try CanonicalValue(canonical: Array(row.text(10).utf8)),
            let result = MoveResult(try CanonicalValue(canonical: Array(row.text(11).utf8)))
        else { throw RelationalError(.damaged, "a move of a candidacy cannot be read") }
        var documents: [DocumentKind: DocumentID] = [:]
        for case .object(let fields) in kept {
            if case .text(let kind)? = fields["jenis"], case .text(let id)? = fields["dokumen"] { documents[DocumentKind(kind)] = DocumentID(id) }
        }
        return RecordedMove(
            sequence: Int(try row.integer(0)), move: move, from: from, to: to, actor: AccountID(try row.text(4)), role: role, day: day,
            reason: try row.text(7), legalBasis: try row.text(8), reference: try row.text(9), documents: documents, result: result,
            at: Timestamp(milliseconds: try row.integer(12)))
    }
}
