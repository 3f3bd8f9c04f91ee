import Journaling
import Relational
import Rulebook

extension JournalStore {
    /// The keys that sign, in their order; `nil` before there is any.
    ///
    /// - Throws: `RelationalError`, of kind `damaged` when one cannot be read.
    /// - Complexity: O(keys²)
    static func keys(in session: any ReadSession) throws -> KeyHistory? {
        var first: VerifyingKey?
        var waiting: [KeyRotation] = []
        for row in try session.rows("SELECT public, rotation FROM journal_keys ORDER BY since, id") {
            guard let key = VerifyingKey(bytes: try row.blob(0)) else {
                throw RelationalError(.damaged, "a key of the journal cannot be read")
            }
            if let text = try row.optionalText(1) {
                waiting.append(try KeyRotation(stored: text))
            } else if first == nil {
                first = key
            }
        }
        guard let first else { return nil }
        var rotations: [KeyRotation] = []
        // Each from the key before it; the clocks of two servers do not decide about the order.
        while let index = waiting.firstIndex(where: { $0.old == rotations.last?.new ?? first }) {
            rotations.append(waiting.remove(at: index))
        }
        // What leads from nowhere is shown as it is.
        return KeyHistory(first: first, rotations: rotations + waiting)
    }

    /// Keeps the first key, or the one a rotation leads to.
    ///
    /// - Throws: `RelationalError`.
    static func insert(
        _ key: VerifyingKey, _ rotation: KeyRotation?, at now: Timestamp, in session: any WriteSession
    ) throws {
        try session.execute(
            """
            INSERT INTO journal_keys (id, public, since, rotation)
            VALUES (\(key.id.text), \(key.bytes), \(now.milliseconds), \(try rotation?.storedText()))
            """)
    }
}

extension KeyHistory {
    /// The key in use.
    var newest: VerifyingKey { rotations.last?.new ?? first }

    /// All keys, the first one first.
    var all: [VerifyingKey] { [first] + rotations.map(\.new) }

    /// Whether one of the keys signed the checkpoint.
    func confirms(_ signed: SignedCheckpoint) -> Bool {
        all.contains { signed.isSigned(by: $0) }
    }
}
