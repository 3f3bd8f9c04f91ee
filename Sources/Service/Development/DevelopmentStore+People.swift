import Relational
import Rulebook

extension DevelopmentStore {
    /// Somebody who may be asked to do something.
    struct Candidate: Hashable, Sendable {
        let account: AccountID
        let name: String
    }

    /// The people of a unit on a day, in the order of names: those an action or a finding may be given to.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(grants for the unit)
    static func people(
        of unit: WorkUnitID, of agency: AgencyID, on day: Day, in session: any ReadSession
    ) throws -> [Candidate] {
        try session.rows(
            """
            SELECT DISTINCT g.account, p.name FROM grants g JOIN people p ON p.account = g.account
            JOIN accounts a ON a.id = g.account AND a.state <> 'ditutup'
            WHERE g.agency = \(agency.text) AND g.unit = \(unit.text) AND g.revoked_at IS NULL
            AND g.from_day <= \(day.description) AND (g.until_day IS NULL OR g.until_day >= \(day.description))
            AND g.role IN (\(list: Role.allCases.filter(\.belongsToUnit).map(\.rawValue))) ORDER BY p.name, g.account
            """
        ).map { Candidate(account: AccountID(try $0.text(0)), name: try $0.text(1)) }
    }

    /// The names of some accounts; those whose personal data was erased are missing.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(accounts)
    static func names(of accounts: some Sequence<AccountID>, in session: any ReadSession) throws -> [AccountID: String] {
        let distinct = Array(Set(accounts)).sorted()
        guard !distinct.isEmpty else { return [:] }
        var names: [AccountID: String] = [:]
        for row in try session.rows("SELECT account, name FROM people WHERE account IN (\(list: distinct.map(\.text)))") {
            names[AccountID(try row.text(0))] = try row.text(1)
        }
        return names
    }
}
