import Relational
import Rulebook

/// Who signed the pact of a candidacy.
enum PactStore {
    /// An employee with their signature, if any.
    struct Listed: Hashable, Sendable {
        let employee: EmployeeStore.Kept
        let signature: PactSignature?
    }

    /// Which part of the roll is listed. Raw values stand in addresses.
    enum Filter: String, CaseIterable, Sendable {
        /// Everybody, those who have left among them.
        case all = "semua"
        /// Who works there and has not signed.
        case unsigned = "belum"
        /// Who came after the declaration and has not signed.
        case new = "baru"
    }

    /// The roll of a unit as a candidacy sees it on a day.
    struct Roll: Sendable {
        let agency: AgencyID
        let unit: WorkUnitID
        let candidacy: CandidacyID
        let day: Day
        /// The day of the declaration.
        let declaredOn: Day?

        init(of candidacy: CandidacyStore.Kept, on day: Day, declaredOn: Day?) {
            agency = candidacy.agency
            unit = candidacy.unit
            self.candidacy = candidacy.id
            self.day = day
            self.declaredOn = declaredOn
        }
    }

    private static let columns: SQL = "\(EmployeeStore.columns), s.signed_on, s.manner, s.document"

    /// Employees and their signatures under the pact of a candidacy.
    private static func source(_ roll: Roll) -> SQL {
        """
        employees e LEFT JOIN pact_signatures s
        ON s.agency = e.agency AND s.candidacy = \(roll.candidacy.text) AND s.employee = e.id
        WHERE e.agency = \(roll.agency.text) AND e.unit = \(roll.unit.text)
        """
    }

    /// A page of a roll, in the order of names.
    ///
    /// - Throws: `RelationalError`.
    static func list(_ roll: Roll, _ filter: Filter, skip: Int, most: Int, in session: any ReadSession) throws -> [Listed] {
        let day = roll.day.description
        let waiting: SQL =
            """
             AND (e.from_day IS NULL OR e.from_day <= \(day)) AND (e.until_day IS NULL OR e.until_day >= \(day))
            AND (s.signed_on IS NULL OR s.signed_on > \(day))
            """
        let condition: SQL
        switch filter {
        case .all: condition = ""
        case .unsigned: condition = waiting
        case .new: condition = "\(waiting) AND e.from_day > \(roll.declaredOn?.description ?? Day.last.description)"
        }
        return try session.rows(
            """
            SELECT \(columns) FROM \(source(roll))\(condition)
            ORDER BY lower(coalesce(e.name, '')), e.id LIMIT \(most) OFFSET \(skip)
            """
        ).map(listed)
    }

    /// One employee with their signature; `nil` when the unit has no such employee.
    ///
    /// - Throws: `RelationalError`.
    static func find(_ employee: EmployeeID, on roll: Roll, in session: any ReadSession) throws -> Listed? {
        try session.row("SELECT \(columns) FROM \(source(roll)) AND e.id = \(employee.text)").map(listed)
    }

    /// How many have signed on the day, counted by the rules.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(employees of the unit)
    static func coverage(_ roll: Roll, in session: any ReadSession) throws -> PactCoverage {
        var coverage = PactCoverage(on: roll.day, declaredOn: roll.declaredOn)
        try session.forEachRow("SELECT e.from_day, e.until_day, s.signed_on FROM \(source(roll))") { row in
            let days = try (0...2).map { try row.optionalText($0).flatMap { Day($0) } }
            guard let employment = Employment(from: days[0], until: days[1]) else {
                throw RelationalError(.damaged, "the days of an employee cannot be read")
            }
            coverage.count(RollEntry(employment: employment, signedOn: days[2]))
        }
        return coverage
    }

    /// Keeps a signature.
    ///
    /// - Throws: `RelationalError`, of kind `unique` when there is one already.
    static func insert(
        _ signature: PactSignature, of employee: EmployeeID, under candidacy: CandidacyStore.Kept, by actor: AccountID, at now: Timestamp,
        in session: any WriteSession
    ) throws {
        var manner = "layar"
        var document: DocumentID?
        if case .onPaper(let scan) = signature.manner { (manner, document) = ("kertas", scan) }
        try session.execute(
            """
            INSERT INTO pact_signatures (agency, candidacy, employee, signed_on, manner, document, recorded_by, recorded_at)
            VALUES (\(candidacy.agency.text), \(candidacy.id.text), \(employee.text), \(signature.day.description), \(manner),
            \(document?.text), \(actor.text), \(now.milliseconds))
            """)
    }

    /// Takes a signature off a pact, such as one that was put down by mistake; tells whether there was one.
    ///
    /// - Throws: `RelationalError`.
    static func remove(
        of employee: EmployeeID, under candidacy: CandidacyStore.Kept, in session: any WriteSession
    ) throws -> Bool {
        try session.change(
            """
            DELETE FROM pact_signatures WHERE agency = \(candidacy.agency.text) AND candidacy = \(candidacy.id.text)
            AND employee = \(employee.text)
            """) > 0
    }

    private static func listed(_ row: Row) throws -> Listed {
        let signature: PactSignature? = try row.optionalText(8).flatMap { Day($0) }.map { day in
            let manner: PactSignature.Manner =
                try row.text(9) == "layar" ? .onScreen : .onPaper(scan: try row.optionalText(10).map { DocumentID($0) })
            return PactSignature(day: day, manner: manner)
        }
        return Listed(employee: try EmployeeStore.kept(row), signature: signature)
    }
}
