/// A step that may be taken.
public struct MoveDecision: Hashable, Sendable {
    /// The role in which the person takes it.
    public let role: Role
    /// Where the candidacy stands afterwards.
    public let next: CandidacyState
    /// The clause that allows it.
    public let legalBasis: String
    /// The documents it stands on: those the rules ask for.
    public let documents: [DocumentKind: DocumentID]
}

extension Candidacy {
    /// Decides whether a step may be taken.
    ///
    /// - Parameters: see ``requirements(of:under:knowing:standing:)``
    /// - Throws: ``MoveRefusal`` with everything that is not met.
    /// - Complexity: O(moves + rules)
    public func decide(
        _ request: MoveRequest, under rules: ProgrammeRules, knowing checks: [Check: CheckResult], standing: UnitStanding
    ) throws(MoveRefusal) -> MoveDecision {
        let unmet = requirements(of: request, under: rules, knowing: checks, standing: standing).filter { !$0.isMet }
        guard unmet.isEmpty else { throw MoveRefusal(unmet) }
        guard let rule = rules.rule(for: request.move, towards: designation), let role = rule.roles.first(where: request.actor.roles.contains),
            let next = state.after(request.move, by: request.actor.account, with: request.result)
        else {
            throw MoveRefusal([
                MoveRequirement(.order, isMet: false, "Langkah ini tidak dapat diambil sekarang.", wayOut: "Muat ulang halaman.")
            ])
        }
        let documents = request.documents.filter { rule.documents.contains($0.key) }
        return MoveDecision(role: role, next: next, legalBasis: rule.clause, documents: documents)
    }
}
