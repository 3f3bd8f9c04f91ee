import Rulebook

extension Identity {
    /// Who the person is to a unit today, as the rules of moves see it.
    func mover(of unit: WorkUnitID, of agency: AgencyID, at now: Timestamp) -> MoveActor {
        let grants = caller(at: now).grants
        let scope = Scope.unit(unit, in: agency)
        return MoveActor(
            account: account, roles: Set(grants.filter { $0.scope.contains(scope) }.map(\.role)),
            units: Set(grants.filter(\.role.belongsToUnit).compactMap(\.scope.unit)))
    }
}
