import Relational
import Rulebook

/// What rows of a file meet in the database, looked up in pieces.
enum ImportSurroundings {
    /// The agencies with these codes.
    ///
    /// - Throws: `RelationalError`.
    static func agencies(_ codes: Set<String>, in session: any ReadSession) throws -> [String: AgencyImport.Known] {
        var known: [String: AgencyImport.Known] = [:]
        for piece in codes.sorted().pieces(of: 250) {
            for row in try session.rows("SELECT code, id, name, utc_offset FROM agencies WHERE code IN (\(list: piece))") {
                known[try row.text(0)] = AgencyImport.Known(
                    id: AgencyID(try row.text(1)), name: try row.text(2), offsetMinutes: Int(try row.integer(3)))
            }
        }
        return known
    }

    /// The units with these codes, by code.
    ///
    /// - Parameter withAbove: whether all units above them come too.
    /// - Throws: `RelationalError`.
    static func units(
        _ codes: Set<String>, of agency: AgencyID, withAbove: Bool, in session: any ReadSession
    ) throws -> [String: UnitImport.Known] {
        var found: [WorkUnitID: WorkUnitStore.Kept] = [:]
        var next = try WorkUnitStore.list(codes: codes.sorted(), of: agency, in: session)
        while !next.isEmpty {
            for unit in next { found[unit.id] = unit }
            guard withAbove else { break }
            let above = Set(next.compactMap(\.parent)).filter { found[$0] == nil }
            next = try WorkUnitStore.list(above.sorted(), of: agency, in: session)
        }
        var known: [String: UnitImport.Known] = [:]
        for unit in found.values {
            known[unit.code] = UnitImport.Known(
                id: unit.id, code: unit.code, name: unit.name, parent: unit.parent.flatMap { found[$0]?.code },
                isClosed: unit.closedAt != nil)
        }
        return known
    }

    /// The people whom rows name, by NIP and by address.
    ///
    /// - Throws: `RelationalError`.
    static func people(_ rows: [PersonImport.Row], in session: any ReadSession) throws -> [String: PersonImport.Known] {
        var found: [Row] = []
        for piece in rows.compactMap(\.nip).pieces(of: 250) {
            found += try session.rows("\(people) WHERE p.nip IN (\(list: piece))")
        }
        for piece in rows.compactMap(\.email).pieces(of: 250) {
            found += try session.rows("\(people) WHERE p.email IN (\(list: piece))")
        }
        let accounts = Set(try found.map { AccountID(try $0.text(0)) })
        let grants = try GrantStore.standing(of: accounts.sorted(), in: session)
        var known: [String: PersonImport.Known] = [:]
        for row in found {
            let account = AccountID(try row.text(0))
            let person = PersonImport.Known(
                account: account, home: AgencyID(try row.text(1)).scope, name: try row.text(2), nip: try row.optionalText(3),
                email: try row.optionalText(4), isClosed: try row.text(5) == AccountState.closed.rawValue, grants: grants[account] ?? [])
            for key in [person.nip, person.email].compactMap(\.self) { known[key] = person }
        }
        return known
    }

    private static let people: SQL =
        "SELECT p.account, a.agency, p.name, p.nip, p.email, a.state FROM people p JOIN accounts a ON a.id = p.account"
}
