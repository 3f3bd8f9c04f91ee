import Journaling
import Relational
import Rulebook

/// What people do with the declaration of a candidacy: the event and the statement of readiness. The roll: ``RollActions``.
struct DeclarationActions: Sendable {
    let records: Records
    let programmes: RulesLookup

    /// Rows of the roll on one page.
    static let pageLength = 50

    /// Everything on the page of a declaration.
    struct Overview: Sendable {
        let place: CandidacyPlace
        let rules: ProgrammeRules
        let day: Day
        let declaration: Declaration?
        let readiness: DeclarationStore.Readiness?
        let coverage: PactCoverage
        /// One more than is shown when there is a next page; `nil` for those who may not see the roll.
        let rows: [PactStore.Listed]?
        let filter: PactStore.Filter
        let page: Int
        /// The person's own entry on the roll, if they are on it.
        let own: PactStore.Listed?
    }

    /// The declaration of a candidacy, for whoever may see its unit.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    /// - Complexity: O(employees of the unit), for the count
    func see(
        _ candidacy: CandidacyID, of agency: AgencyID, _ filter: PactStore.Filter, page: Int, by identity: Identity, at now: Timestamp
    ) async throws -> Overview {
        try await records.read { [programmes] session in
            let place = try CandidacyPlace(candidacy, of: agency, in: session)
            try identity.require(.seeUnit, on: place.target, at: now)
            let day = Identity.day(now)
            let declaration = try DeclarationStore.find(of: place.candidacy, in: session)
            let roll = PactStore.Roll(of: place.candidacy, on: day, declaredOn: declaration?.heldOn)
            let maySeeRoll = identity.may(.seePactRoll, on: place.target, at: now)
            let own = try EmployeeStore.find(whoIs: identity.account, in: place.unit.id, of: agency, in: session)
            return Overview(
                place: place, rules: try programmes(place.candidacy.programme), day: day, declaration: declaration,
                readiness: try DeclarationStore.readiness(of: place.candidacy, in: session),
                coverage: try PactStore.coverage(roll, in: session),
                rows: maySeeRoll
                    ? try PactStore.list(roll, filter, skip: page * Self.pageLength, most: Self.pageLength + 1, in: session) : nil,
                filter: filter, page: page, own: try own.flatMap { try PactStore.find($0.id, on: roll, in: session) })
        }
    }

    /// Puts the event on record, or corrects what was recorded, until a step stands on it.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `declarationSettled`; ``PageRefusal/notFound``; `RelationalError`.
    func record(
        _ declaration: Declaration, of candidacy: CandidacyID, of agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws {
        try await records.change { change in
            let place = try CandidacyPlace(candidacy, of: agency, in: change.session)
            let actor = try identity.require(.keepPactRoll, on: place.target, at: now)
            try Self.checkOpen(place, at: DeclarationForm.Field.day)
            try DeclarationStore.keep(declaration, of: place.candidacy, by: identity.account, at: now, in: change.session)
            let witnesses = declaration.witnesses.map(\.rawValue).sorted().map { CanonicalValue.text($0) }
            change.record(
                JournalFact(
                    .declarationRecorded, in: agency, by: actor, about: candidacy.text,
                    [
                        "unit": .text(place.unit.id.text), "hari": .text(declaration.heldOn.description), "tempat": .text(declaration.place),
                        "pengumuman": .text(declaration.publication), "saksi": .array(witnesses),
                    ], at: now))
        }
    }

    /// States that the unit is ready, in the name of its head.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `declarationSettled`; ``PageRefusal/notFound`` when it was stated before;
    ///   `RelationalError`.
    func stateReadiness(of candidacy: CandidacyID, of agency: AgencyID, by identity: Identity, at now: Timestamp) async throws {
        try await readiness(.readinessStated, of: candidacy, of: agency, by: identity, at: now) { place, session in
            try DeclarationStore.state(readinessOf: place.candidacy, on: Identity.day(now), by: identity.account, at: now, in: session)
        }
    }

    /// Takes the statement back, until a step stands on it.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `declarationSettled`; ``PageRefusal/notFound`` when there is none;
    ///   `RelationalError`.
    func withdrawReadiness(of candidacy: CandidacyID, of agency: AgencyID, by identity: Identity, at now: Timestamp) async throws {
        try await readiness(.readinessWithdrawn, of: candidacy, of: agency, by: identity, at: now) { place, session in
            try DeclarationStore.withdraw(readinessOf: place.candidacy, in: session)
        }
    }

    private func readiness(
        _ kind: FactKind, of candidacy: CandidacyID, of agency: AgencyID, by identity: Identity, at now: Timestamp,
        _ body: @escaping @Sendable (CandidacyPlace, any WriteSession) throws -> Bool
    ) async throws {
        try await records.change { change in
            let place = try CandidacyPlace(candidacy, of: agency, in: change.session)
            let actor = try identity.require(.stateReadiness, on: place.target, at: now)
            try Self.checkOpen(place, at: "")
            guard try body(place, change.session) else { throw PageRefusal.notFound }
            change.record(
                JournalFact(kind, in: agency, by: actor, about: candidacy.text, ["unit": .text(place.unit.id.text)], at: now))
        }
    }

    /// - Throws: `Refusal` of code `declarationSettled`.
    static func checkOpen(_ place: CandidacyPlace, at field: String) throws(Refusal) {
        guard place.candidacy.state.keepsDeclarationOpen else {
            throw Refusal(
                .declarationSettled, at: field,
                "Langkah berikutnya sudah diambil dan berdiri di atas catatan ini, jadi catatannya tidak berubah lagi. Bila ada yang keliru, jelaskan pada langkah berikutnya."
            )
        }
    }
}
