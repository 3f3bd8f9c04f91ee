import Relational
import Rulebook

extension SearchIndex {
    /// What a unit is found by: its name and its code.
    static func entry(of unit: WorkUnitID, in agency: AgencyID, name: String, code: String) -> Entry {
        let words = SearchText.words(of: name, .unit)
        let more = SearchText.words(of: code, .unit).filter { !words.contains($0) }
        return Entry(agency: agency, subject: unit.text, words: words + more)
    }

    /// What a person is found by in an agency.
    static func entry(of account: AccountID, in agency: AgencyID, name: String) -> Entry {
        Entry(agency: agency, subject: account.text, words: SearchText.words(of: name, .person))
    }

    /// Keeps up with a new name of a person, in every agency where the person is found.
    ///
    /// - Throws: `RelationalError`.
    static func rename(_ account: AccountID, to name: String, in session: any WriteSession) throws {
        let home = try session.rows("SELECT agency FROM accounts WHERE id = \(account.text)").map { AgencyID(try $0.text(0)) }
        for agency in Set(try agencies(of: account, in: session) + home).sorted() {
            try replace(entry(of: account, in: agency, name: name), .person, in: session)
        }
    }

    /// Makes a person be found in an agency where they get a role, when the account belongs to another.
    ///
    /// - Throws: `RelationalError`.
    static func admit(_ account: AccountID, to agency: AgencyID, in session: any WriteSession) throws {
        let listed = try session.row(
            """
            SELECT p.name FROM accounts a JOIN people p ON p.account = a.id WHERE a.id = \(account.text) AND a.agency <> \(agency.text)
            """)
        guard let name = try listed?.text(0) else { return }
        try replace(entry(of: account, in: agency, name: name), .person, in: session)
    }

    /// Takes away all that a person was found by.
    ///
    /// - Throws: `RelationalError`.
    static func forget(_ account: AccountID, in session: any WriteSession) throws {
        for agency in try agencies(of: account, in: session) {
            try replace(Entry(agency: agency, subject: account.text, words: []), .person, in: session)
        }
    }

    private static func agencies(of account: AccountID, in session: any ReadSession) throws -> [AgencyID] {
        // The kind stands in the text, so that the index of people serves.
        try session.rows("SELECT DISTINCT agency FROM search_words WHERE subject = \(account.text) AND kind = 'orang'")
            .map { AgencyID(try $0.text(0)) }
    }
}
