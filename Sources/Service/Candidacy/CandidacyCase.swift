import Relational
import Rulebook

/// A candidacy with everything a decision about it looks at, as one transaction saw it.
struct CandidacyCase: Sendable {
    let agency: AgencyStore.Kept
    let unit: WorkUnitStore.Kept
    var kept: CandidacyStore.Kept
    let rules: ProgrammeRules
    let candidacy: Candidacy
    let standing: UnitStanding
    let checks: [Check: CheckResult]
    let documents: [DocumentKind: DocumentID]

    /// What access is asked for.
    var target: AccessTarget { .unit(unit.id, of: agency.id) }
    /// How far it came, as a form remembers it.
    var length: Int { candidacy.moves.count }
}

extension CandidacyCase {
    /// Gathers a candidacy.
    ///
    /// - Parameters:
    ///   - kept: as it was found, or held for a change.
    ///   - day: the day for which checks must hold.
    ///   - today: the day of asking.
    /// - Throws: ``PageRefusal/notFound``; `Refusal` of code `programmeUnknown`; `RelationalError`.
    init(
        _ kept: CandidacyStore.Kept, on day: Day, today: Day, programmes: PreparedProgrammes, checks: CandidacyChecks,
        in session: any ReadSession
    ) throws {
        guard let agency = try AgencyStore.find(kept.agency, in: session),
            let unit = try WorkUnitStore.find(kept.unit, of: kept.agency, in: session)
        else { throw PageRefusal.notFound }
        let rules = try programmes.rules(kept.programme)
        let moves = try CandidacyStore.moves(of: kept.id, of: kept.agency, in: session)
        guard
            let candidacy = Candidacy(
                unit: kept.unit, designation: kept.designation, affirmation: kept.affirmation, needsAttention: kept.needsAttention, moves: moves),
            candidacy.state.kind == kept.state
        else { throw RelationalError(.damaged, "the moves of candidacy \(kept.id) do not lead to its state") }
        let question = CandidacyChecks.Question(candidacy: kept, rules: rules, day: day, today: today)
        self.init(
            agency: agency, unit: unit, kept: kept, rules: rules, candidacy: candidacy,
            standing: try Self.standing(of: unit, beside: kept.id, under: rules, on: day, in: session),
            checks: try checks.results(of: question, in: session), documents: try checks.documents(question, session))
    }

    /// What a unit brings along from its other candidacies.
    ///
    /// - Parameter candidacy: the one that is not looked at; `nil` for a unit that sets out.
    /// - Throws: `RelationalError`.
    /// - Complexity: O(candidacies of the unit)
    static func standing(
        of unit: WorkUnitStore.Kept, beside candidacy: CandidacyID?, under rules: ProgrammeRules, on day: Day, in session: any ReadSession
    ) throws -> UnitStanding {
        let others = try CandidacyStore.list(of: unit.id, of: unit.agency, in: session).filter { $0.id != candidacy }
        var revocations: [UnitStanding.Revocation] = []
        for other in others where other.state == .revoked {
            let moves = try CandidacyStore.moves(of: other.id, of: other.agency, in: session)
            guard let revoked = moves.last(where: { $0.move == .revoke }) else { continue }
            revocations.append(.init(other.designation, on: revoked.day))
        }
        return UnitStanding(
            awards: Set(others.filter { $0.isInForce(on: day) }.map(\.designation)), revocations: revocations,
            onItsWay: Set(others.filter(\.state.isOnItsWay).map(\.designation)), isClosed: unit.closedAt != nil,
            isKnockedOut: try AnnouncementStore.isKnockedOut(unit.agency, by: rules.id, in: day.date.year, session))
    }
}
