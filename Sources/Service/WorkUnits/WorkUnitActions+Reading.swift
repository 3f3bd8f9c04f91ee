import Rulebook

extension WorkUnitActions {
    /// The most units that a form offers to choose from.
    static let mostChoices = 2_000

    /// The units of an agency that are not closed, for forms; whoever asks was let through already.
    ///
    /// - Throws: `RelationalError`.
    func open(in agency: AgencyID) async throws -> [WorkUnitStore.Kept] {
        try await records.read { try WorkUnitStore.open(in: agency, most: Self.mostChoices, in: $0) }
    }

    /// What the units are called that these stand under, for whoever may see the list.
    ///
    /// - Throws: `RelationalError`.
    func parentNames(of units: [WorkUnitStore.Kept], in agency: AgencyID) async throws -> [WorkUnitID: String] {
        let parents = units.compactMap(\.parent)
        if parents.isEmpty { return [:] }
        return try await records.read { try WorkUnitStore.names(of: parents, in: agency, in: $0) }
    }

    /// The unit that a unit stands under, for whoever may see the unit.
    ///
    /// - Throws: `RelationalError`.
    func parent(of unit: WorkUnitStore.Kept) async throws -> WorkUnitStore.Kept? {
        guard let parent = unit.parent else { return nil }
        return try await records.read { try WorkUnitStore.find(parent, of: unit.agency, in: $0) }
    }

    /// The people with roles in a unit, in the order of names; `nil` for somebody who may not see them.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(roles for the unit)
    func holders(
        of unit: WorkUnitStore.Kept, by identity: Identity, at now: Timestamp
    ) async throws -> [WorkUnitPage.Holder]? {
        let scope = Scope.unit(unit.id, in: unit.agency)
        guard identity.may(.listAccounts, on: AccessTarget(scope), at: now) else { return nil }
        return try await records.read { session in
            try GrantStore.standing(for: unit.id, of: unit.agency, in: session)
                .filter { !$0.grant.hasEnded(by: Identity.day(now)) }
                .map { listed in
                    let person = try AccountStore.find(listed.account, in: session)?.person
                    return WorkUnitPage.Holder(account: listed.account, name: person?.name, grant: listed.grant)
                }
                .sorted { ($0.name ?? "", $0.grant.id.text) < ($1.name ?? "", $1.grant.id.text) }
        }
    }
}
