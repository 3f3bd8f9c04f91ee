import Relational
import Rulebook

/// Declarations and statements of readiness in the database.
enum DeclarationStore {
    /// That the head of a unit stated its readiness.
    struct Readiness: Hashable, Sendable {
        let statedOn: Day
        let statedBy: AccountID
        /// The person's name; `nil` once the personal data was erased.
        let name: String?
    }

    /// The declaration of a candidacy; `nil` while there is none.
    ///
    /// - Throws: `RelationalError`, of kind `damaged` when it cannot be read.
    static func find(of candidacy: CandidacyStore.Kept, in session: any ReadSession) throws -> Declaration? {
        try session.row(
            """
            SELECT held_on, place, publication, witnesses FROM declarations
            WHERE agency = \(candidacy.agency.text) AND candidacy = \(candidacy.id.text)
            """
        ).map { row in
            guard let day = Day(try row.text(0)) else { throw RelationalError(.damaged, "the day of a declaration cannot be read") }
            let witnesses = try row.text(3).split(separator: " ").compactMap { Declaration.Witness(rawValue: String($0)) }
            return Declaration(heldOn: day, place: try row.text(1), publication: try row.text(2), witnesses: Set(witnesses))
        }
    }

    /// Keeps the declaration of a candidacy, in the place of what was kept before.
    ///
    /// - Throws: `RelationalError`.
    static func keep(
        _ declaration: Declaration, of candidacy: CandidacyStore.Kept, by actor: AccountID, at now: Timestamp, in session: any WriteSession
    ) throws {
        let witnesses = declaration.witnesses.map(\.rawValue).sorted().joined(separator: " ")
        try session.execute(
            """
            INSERT INTO declarations (agency, candidacy, held_on, place, publication, witnesses, recorded_by, recorded_at)
            VALUES (\(candidacy.agency.text), \(candidacy.id.text), \(declaration.heldOn.description), \(declaration.place),
            \(declaration.publication), \(witnesses), \(actor.text), \(now.milliseconds))
            ON CONFLICT (agency, candidacy) DO UPDATE SET held_on = excluded.held_on, place = excluded.place,
            publication = excluded.publication, witnesses = excluded.witnesses, recorded_by = excluded.recorded_by,
            recorded_at = excluded.recorded_at
            """)
    }

    /// The statement of readiness; `nil` while there is none.
    ///
    /// - Throws: `RelationalError`, of kind `damaged` when it cannot be read.
    static func readiness(of candidacy: CandidacyStore.Kept, in session: any ReadSession) throws -> Readiness? {
        try session.row(
            """
            SELECT r.stated_on, r.stated_by, p.name FROM readiness_statements r LEFT JOIN people p ON p.account = r.stated_by
            WHERE r.agency = \(candidacy.agency.text) AND r.candidacy = \(candidacy.id.text)
            """
        ).map { row in
            guard let day = Day(try row.text(0)) else { throw RelationalError(.damaged, "the day of a statement cannot be read") }
            return Readiness(statedOn: day, statedBy: AccountID(try row.text(1)), name: try row.optionalText(2))
        }
    }

    /// Keeps a statement of readiness; tells whether it is the first.
    ///
    /// - Throws: `RelationalError`.
    static func state(
        readinessOf candidacy: CandidacyStore.Kept, on day: Day, by actor: AccountID, at now: Timestamp, in session: any WriteSession
    ) throws -> Bool {
        try session.change(
            """
            INSERT INTO readiness_statements (agency, candidacy, stated_on, stated_by, stated_at)
            VALUES (\(candidacy.agency.text), \(candidacy.id.text), \(day.description), \(actor.text), \(now.milliseconds))
            ON CONFLICT (agency, candidacy) DO NOTHING
            """) > 0
    }

    /// Takes a statement of readiness back; tells whether there was one.
    ///
    /// - Throws: `RelationalError`.
    static func withdraw(readinessOf candidacy: CandidacyStore.Kept, in session: any WriteSession) throws -> Bool {
        try session.change(
            "DELETE FROM readiness_statements WHERE agency = \(candidacy.agency.text) AND candidacy = \(candidacy.id.text)") > 0
    }
}
