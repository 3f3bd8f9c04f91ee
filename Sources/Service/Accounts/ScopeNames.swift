import Relational
import Rulebook

/// What the agencies and units are called for which roles count.
struct ScopeNames: Sendable {
    private var agencies: [AgencyID: String] = [:]
    private var units: [WorkUnitID: String] = [:]

    /// Looks up the names that these grants need.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: one statement for all agencies and one for each unit
    init(_ grants: [Grant], in session: any ReadSession) throws {
        for agency in try AgencyStore.list(Array(Set(grants.map(\.scope.chain))), in: session) { agencies[agency.id] = agency.name }
        for scope in Set(grants.map(\.scope)) {
            guard case .unit(let unit, in: let agency) = scope else { continue }
            units[unit] = try WorkUnitStore.find(unit, of: agency, in: session)?.name
        }
    }

    /// Such as `Balai Contoh, Kementerian Contoh`.
    func text(_ scope: Scope) -> String {
        switch scope {
        case .nation: "Tingkat nasional"
        case .agency(let agency): agencies[agency] ?? agency.text
        case .unit(let unit, in: let agency): "\(units[unit] ?? unit.text), \(agencies[agency] ?? agency.text)"
        }
    }
}
