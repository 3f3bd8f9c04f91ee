import Relational
import Rulebook

/// The people of units in the database, most of whom have no account. Who signed which pact stands in ``PactStore``.
enum EmployeeStore {
    /// An employee as they were kept.
    struct Kept: Hashable, Sendable {
        let agency: AgencyID
        let id: EmployeeID
        let unit: WorkUnitID
        /// Their account, where they have one that is known to be theirs.
        var account: AccountID?
        /// `nil` once the personal data was erased.
        var name: String?
        /// Eighteen digits; `nil` for people without one, and once the personal data was erased.
        var nip: String?
        var employment: Employment
    }

    static let columns: SQL = "e.agency, e.id, e.unit, e.account, e.name, e.nip, e.from_day, e.until_day"

    /// One employee of a unit; `nil` when there is none.
    ///
    /// - Throws: `RelationalError`.
    static func find(
        _ employee: EmployeeID, of unit: WorkUnitID, of agency: AgencyID, in session: any ReadSession
    ) throws -> Kept? {
        try session.row(
            "SELECT \(columns) FROM employees e WHERE e.agency = \(agency.text) AND e.id = \(employee.text) AND e.unit = \(unit.text)"
        ).map { try kept($0) }
    }

    /// The employee whose account this is, or whose number the account's person has while no other account is theirs.
    ///
    /// - Throws: `RelationalError`.
    static func find(
        whoIs account: AccountID, in unit: WorkUnitID, of agency: AgencyID, in session: any ReadSession
    ) throws -> Kept? {
        try session.row(
            """
            SELECT \(columns) FROM employees e WHERE e.agency = \(agency.text) AND e.unit = \(unit.text)
            AND (e.account = \(account.text) OR e.account IS NULL AND e.nip = (SELECT nip FROM people WHERE account = \(account.text)))
            ORDER BY e.account IS NULL LIMIT 1
            """
        ).map { try kept($0) }
    }

    /// The accounts of an agency by the numbers of their people, as far as there are any.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(numbers)
    static func accounts(by numbers: [String], in agency: AgencyID, in session: any ReadSession) throws -> [String: AccountID] {
        var found: [String: AccountID] = [:]
        for start in stride(from: 0, to: numbers.count, by: 100) {
            let some = numbers[start..<min(start + 100, numbers.count)]
            let rows = try session.rows(
                """
                SELECT p.nip, p.account FROM people p JOIN accounts a ON a.id = p.account
                WHERE p.nip IN (\(list: some)) AND a.agency = \(agency.text)
                """)
            for row in rows { found[try row.text(0)] = AccountID(try row.text(1)) }
        }
        return found
    }

    /// Of these numbers and accounts, those that the roll of a unit has already.
    ///
    /// - Throws: `RelationalError`.
    static func taken(
        numbers: [String], in unit: WorkUnitID, of agency: AgencyID, in session: any ReadSession
    ) throws -> Set<String> {
        var taken: Set<String> = []
        for start in stride(from: 0, to: numbers.count, by: 100) {
            let some = numbers[start..<min(start + 100, numbers.count)]
            let rows = try session.rows(
                "SELECT nip FROM employees WHERE agency = \(agency.text) AND unit = \(unit.text) AND nip IN (\(list: some))")
            for row in rows { taken.insert(try row.text(0)) }
        }
        return taken
    }

    /// Puts an employee on the roll of their unit.
    ///
    /// - Throws: `RelationalError`, of kind `unique` when number or account stand on it already.
    static func insert(_ employee: Kept, at now: Timestamp, in session: any WriteSession) throws {
        try session.execute(
            """
            INSERT INTO employees (agency, id, unit, account, name, nip, from_day, until_day, created_at)
            VALUES (\(employee.agency.text), \(employee.id.text), \(employee.unit.text), \(employee.account?.text), \(employee.name),
            \(employee.nip), \(employee.employment.from?.description), \(employee.employment.until?.description), \(now.milliseconds))
            """)
    }

    /// Changes what is kept of an employee.
    ///
    /// - Throws: `RelationalError`, of kind `unique` when number or account stand on the roll already.
    static func update(_ employee: Kept, in session: any WriteSession) throws {
        try session.execute(
            """
            UPDATE employees SET account = \(employee.account?.text), name = \(employee.name), nip = \(employee.nip),
            from_day = \(employee.employment.from?.description), until_day = \(employee.employment.until?.description)
            WHERE agency = \(employee.agency.text) AND id = \(employee.id.text)
            """)
    }

    /// - Parameter first: the first of the ``columns``.
    static func kept(_ row: Row, from first: Int = 0) throws -> Kept {
        let days = try [6, 7].map { try row.optionalText(first + $0).flatMap { Day($0) } }
        guard let employment = Employment(from: days[0], until: days[1]) else {
            throw RelationalError(.damaged, "the days of an employee cannot be read")
        }
        return Kept(
            agency: AgencyID(try row.text(first)), id: EmployeeID(try row.text(first + 1)), unit: WorkUnitID(try row.text(first + 2)),
            account: try row.optionalText(first + 3).map { AccountID($0) }, name: try row.optionalText(first + 4),
            nip: try row.optionalText(first + 5), employment: employment)
    }
}
