import Relational
import Rulebook

extension SearchIndex {
    /// Under which name the settings keep by which spelling the index was made.
    private static let setting = "ejaan-pencarian"

    /// Makes the index anew where it was made by another spelling, or not at all.
    ///
    /// - Returns: whether it was made.
    /// - Throws: `RelationalError`.
    /// - Complexity: O(units and people) when it is made, else O(1)
    @discardableResult
    static func prepare(in session: any WriteSession) throws -> Bool {
        let made = try session.row("SELECT value FROM settings WHERE name = \(setting)")?.text(0)
        guard made != String(SearchText.version) else { return false }
        try session.execute("DELETE FROM search_variants")
        try session.execute("DELETE FROM search_words")
        try fill(
            """
            SELECT agency, id, name, code FROM work_units WHERE agency > $1 OR agency = $1 AND id > $2 ORDER BY agency, id LIMIT 5000
            """, .unit, in: session
        ) { row in
            entry(of: WorkUnitID(try row.text(1)), in: AgencyID(try row.text(0)), name: try row.text(2), code: try row.text(3))
        }
        try fill(
            """
            SELECT f.agency, f.account, p.name FROM (SELECT agency, id AS account FROM accounts UNION SELECT agency, account FROM grants) f
            JOIN people p ON p.account = f.account WHERE f.agency > $1 OR f.agency = $1 AND f.account > $2
            ORDER BY f.agency, f.account LIMIT 5000
            """, .person, in: session
        ) { row in
            entry(of: AccountID(try row.text(1)), in: AgencyID(try row.text(0)), name: try row.text(2))
        }
        try session.execute(
            """
            INSERT INTO settings (name, value) VALUES (\(setting), \(String(SearchText.version)))
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """)
        return true
    }

    /// Goes through the rows of a statement that is asked for those behind an agency and an id.
    private static func fill(
        _ statement: String, _ kind: SearchKind, in session: any WriteSession, _ entry: (Row) throws -> Entry
    ) throws {
        var last = ("", "")
        while true {
            let rows = try session.rows(SQL(text: statement, arguments: [.text(last.0), .text(last.1)]))
            guard let end = rows.last else { return }
            try add(rows.map(entry), kind, in: session)
            last = (try end.text(0), try end.text(1))
        }
    }
}
