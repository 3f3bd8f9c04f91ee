import Relational
import Rulebook

/// Which units of an agency a list shows, and in what order.
struct UnitListing: Hashable, Sendable {
    /// What a list is ordered by. The words stand in addresses.
    enum Order: String, CaseIterable, Sendable {
        case name = "nama"
        case code = "kode"
        case echelon = "eselon"
    }

    /// The units that have ended, instead of those that are open.
    var isClosed = false
    /// Only those of one echelon.
    var echelon: Echelon?
    var order = Order.name
    var isDescending = false
}

extension WorkUnitStore {
    /// Tells closed units from open ones exactly as the indexes do, or they would not be used.
    static let closedMark: SQL = "(CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END)"

    /// A page of the units of an agency. Every filter with every order has an index that is read in its order, so that a page
    /// costs what it shows.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(skip + most)
    static func list(
        in agency: AgencyID, _ wanted: UnitListing, skip: Int, most: Int, in session: any ReadSession
    ) throws -> [Kept] {
        try session.rows("SELECT \(columns) \(source(agency, wanted)) LIMIT \(most) OFFSET \(skip)").map(kept)
    }

    /// What the list is read from, with its filter and order.
    static func source(_ agency: AgencyID, _ wanted: UnitListing) -> SQL {
        let state: SQL = wanted.isClosed ? "\(closedMark) = 1" : "\(closedMark) = 0"
        let echelon: SQL = wanted.echelon.map { " AND echelon = \(word($0))" } ?? ""
        let order: SQL =
            switch (wanted.order, wanted.isDescending) {
            case (.name, false): "lower(name), id"
            case (.name, true): "lower(name) DESC, id DESC"
            case (.code, false): "code"
            case (.code, true): "code DESC"
            case (.echelon, false): "echelon, lower(name), id"
            case (.echelon, true): "echelon DESC, lower(name) DESC, id DESC"
            }
        return "FROM work_units WHERE agency = \(agency.text) AND \(state)\(echelon) ORDER BY \(order)"
    }

    /// The unit of an agency that people mean by a code in capitals, or by an id.
    ///
    /// - Throws: `RelationalError`.
    static func find(meaning text: String, of agency: AgencyID, in session: any ReadSession) throws -> Kept? {
        let byCode = try session.row(
            "SELECT \(columns) FROM work_units WHERE agency = \(agency.text) AND code = \(text.uppercased())"
        ).map(kept)
        return try byCode ?? find(WorkUnitID(text), of: agency, in: session)
    }

    /// What these units are called.
    ///
    /// - Parameter units: at most a page of them: each is a value of the statement.
    /// - Throws: `RelationalError`.
    static func names(
        of units: [WorkUnitID], in agency: AgencyID, in session: any ReadSession
    ) throws -> [WorkUnitID: String] {
        let rows = try session.rows(
            "SELECT id, name FROM work_units WHERE agency = \(agency.text) AND id IN (\(list: Set(units).sorted().map(\.text)))")
        return Dictionary(
            try rows.map { (WorkUnitID(try $0.text(0)), try $0.text(1)) }, uniquingKeysWith: { first, _ in first })
    }

    /// No agency is built in more than a handful of levels; a longer way up can only be a circle.
    static let deepest = 20

    /// The units that a unit stands under, the nearest first; no more than ``deepest``.
    ///
    /// - Throws: `RelationalError`.
    static func above(_ unit: Kept, in session: any ReadSession) throws -> [WorkUnitID] {
        var found: [WorkUnitID] = []
        var next = unit.parent
        while let id = next, found.count < deepest {
            found.append(id)
            next = try find(id, of: unit.agency, in: session)?.parent
        }
        return found
    }
}
