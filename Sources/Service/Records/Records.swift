import Journaling
import Relational

/// The database as features see it: reading as they like, changing only through the door, where every change leaves
/// a fact in the journal of the same transaction.
struct Records: Sendable {
    let database: any Database
    private let door: WriteDoor<JournalFact>

    init(_ database: any Database) {
        self.database = database
        door = WriteDoor(database) { facts, session in
            try JournalStore.append(facts, in: session)
        }
    }

    /// Reads in one consistent state.
    ///
    /// - Throws: `RelationalError`, or what `body` throws.
    func read<T: Sendable>(_ body: @escaping @Sendable (any ReadSession) throws -> T) async throws -> T {
        try await database.read(body)
    }

    /// Changes the database; when this returns, the change and its facts survive a power cut.
    ///
    /// - Throws: what `body` throws, with nothing kept; `RelationalError`.
    func change<T: Sendable>(_ body: @escaping @Sendable (inout Change) throws -> T) async throws -> T {
        try await door.perform { session, facts in
            var change = Change(session: session)
            let result = try body(&change)
            facts = change.facts
            return result
        }
    }

    /// Takes no more changes; those that wait are carried out.
    func close() {
        door.close()
    }
}

/// A change in the making.
struct Change {
    let session: any WriteSession
    fileprivate(set) var facts: [JournalFact] = []

    /// Puts a fact on the record, if the change is kept.
    mutating func record(_ fact: JournalFact) {
        facts.append(fact)
    }
}
