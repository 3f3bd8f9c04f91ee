import Journaling
import Relational
import Rulebook

/// What the ids in entries are called, for people.
struct JournalNames: Sendable {
    private var people: [String: String] = [:]
    private var units: [String: String] = [:]

    /// Stands where the personal data was deleted.
    static let erased = "data diri sudah dihapus"

    /// No names at all.
    init() {}

    /// Looks up the people and units that some entries name.
    ///
    /// - Parameter others: further ids of accounts.
    /// - Throws: `RelationalError`.
    init(for entries: [JournalStore.Stored], others: [String] = [], of agency: AgencyID, in session: any ReadSession) throws {
        let ids = Set(entries.flatMap { [$0.actor, $0.subject] } + others).filter { !$0.isEmpty }
        let places = entries.compactMap { $0.entry?.content["unit"]?.text }
        for some in Self.pieces(Array(ids)) {
            for row in try session.rows("SELECT account, name FROM people WHERE account IN (\(list: some))") {
                people[try row.text(0)] = try row.text(1)
            }
            let nameless = some.filter { people[$0] == nil }
            // Of an account whose person is gone from the list, what a fact told of it may still be there.
            let told = try session.rows(
                """
                SELECT account, value FROM journal_openings WHERE account IN (\(list: nameless)) AND field = 'nama'
                ORDER BY agency, sequence
                """)
            for row in told { people[try row.text(0)] = try row.text(1) }
        }
        for some in Self.pieces(Array(ids.union(places))) {
            let rows = try session.rows(
                "SELECT id, name FROM work_units WHERE agency = \(agency.text) AND id IN (\(list: some))")
            for row in rows { units[try row.text(0)] = try row.text(1) }
        }
    }

    /// Few values a statement: the text of a statement depends on their number.
    private static func pieces(_ ids: [String]) -> [[String]] {
        stride(from: 0, to: ids.count, by: 100).map { Array(ids[$0..<min($0 + 100, ids.count)]) }
    }

    /// The name of whoever did something.
    func actor(_ id: String) -> String {
        id == "sistem" ? "Zona sendiri" : person(id)
    }

    /// The name of an account.
    func person(_ id: String) -> String { people[id] ?? Self.erased }

    /// The name of a unit, its id where it has none.
    func unit(_ id: String) -> String { units[id] ?? id }

    /// Whether an account by this id has a name here.
    func knows(_ id: String) -> Bool { people[id] != nil }
}
