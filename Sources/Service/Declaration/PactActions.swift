import Journaling
import Relational
import Rulebook

/// Signing the pact: on screen by oneself, on paper put down by the head of the unit.
struct PactActions: Sendable {
    let records: Records

    /// The person's own entry on the roll; `nil` for somebody who is not on it.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    func own(
        under candidacy: CandidacyID, of agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws -> (place: CandidacyPlace, entry: PactStore.Listed?) {
        try await records.read { session in
            let place = try CandidacyPlace(candidacy, of: agency, in: session)
            try identity.require(.signPact, on: place.target, at: now)
            return (place, try Self.own(in: place, of: identity.account, on: Identity.day(now), in: session))
        }
    }

    /// Signs, in one's own name.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `notOnRoll`, `pactAlreadySigned`, `pactDayInvalid`; ``PageRefusal/notFound``;
    ///   `RelationalError`.
    func sign(under candidacy: CandidacyID, of agency: AgencyID, by identity: Identity, at now: Timestamp) async throws {
        try await records.change { change in
            let place = try CandidacyPlace(candidacy, of: agency, in: change.session)
            let actor = try identity.require(.signPact, on: place.target, at: now)
            let today = Identity.day(now)
            guard let entry = try Self.own(in: place, of: identity.account, on: today, in: change.session) else {
                throw PactRefusal.notOnRoll.refusal(at: PactForm.Field.affirmed)
            }
            var employee = entry.employee
            if employee.account == nil {
                // Found by the number that account and roll share.
                employee.account = identity.account
                try EmployeeStore.update(employee, in: change.session)
            }
            let signature = PactSignature(day: today, manner: .onScreen)
            try Self.keep(signature, of: entry, in: place, by: actor, at: PactForm.Field.affirmed, now, &change)
        }
    }

    /// Puts down a signature on paper.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `declarationMalformed` for a scan that is none of the candidacy's documents,
    ///   `pactAlreadySigned`, `pactDayInvalid`; ``PageRefusal/notFound``; `RelationalError`.
    func record(
        _ signature: PactSignature, of employee: EmployeeID, under candidacy: CandidacyID, of agency: AgencyID, by identity: Identity,
        at now: Timestamp
    ) async throws {
        try await records.change { change in
            let place = try CandidacyPlace(candidacy, of: agency, in: change.session)
            let actor = try identity.require(.keepPactRoll, on: place.target, at: now)
            let roll = PactStore.Roll(of: place.candidacy, on: Identity.day(now), declaredOn: nil)
            guard let entry = try PactStore.find(employee, on: roll, in: change.session) else { throw PageRefusal.notFound }
            if case .onPaper(let scan) = signature.manner {
                try place.check(scan, at: PactForm.Field.scan, .declarationMalformed, in: change.session)
            }
            try Self.keep(signature, of: entry, in: place, by: actor, at: PactForm.Field.day, now, &change)
        }
    }

    /// Takes off a signature that was put down by mistake. The journal keeps both.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    func remove(
        _ employee: EmployeeID, because reason: String, under candidacy: CandidacyID, of agency: AgencyID, by identity: Identity,
        at now: Timestamp
    ) async throws {
        try await records.change { change in
            let place = try CandidacyPlace(candidacy, of: agency, in: change.session)
            let actor = try identity.require(.keepPactRoll, on: place.target, at: now)
            let roll = PactStore.Roll(of: place.candidacy, on: Identity.day(now), declaredOn: nil)
            // What somebody signed themselves is not for others to take off.
            guard let entry = try PactStore.find(employee, on: roll, in: change.session), let signature = entry.signature,
                signature.manner != .onScreen, try PactStore.remove(of: employee, under: place.candidacy, in: change.session)
            else { throw PageRefusal.notFound }
            change.record(
                JournalFact(
                    .pactSignatureRemoved, in: agency, by: actor, about: employee.text,
                    ["unit": .text(place.unit.id.text), "pencalonan": .text(candidacy.text), "alasan": .text(reason)], at: now))
        }
    }

    private static func own(
        in place: CandidacyPlace, of account: AccountID, on day: Day, in session: any ReadSession
    ) throws -> PactStore.Listed? {
        let roll = PactStore.Roll(of: place.candidacy, on: day, declaredOn: nil)
        return try EmployeeStore.find(whoIs: account, in: place.unit.id, of: place.agency.id, in: session)
            .flatMap { try PactStore.find($0.id, on: roll, in: session) }
    }

    private static func keep(
        _ signature: PactSignature, of entry: PactStore.Listed, in place: CandidacyPlace, by actor: JournalFact.Actor, at field: String,
        _ now: Timestamp, _ change: inout Change
    ) throws {
        do throws(PactRefusal) {
            try PactSignature.check(
                on: signature.day, employed: entry.employee.employment, isSigned: entry.signature != nil, today: Identity.day(now))
        } catch { throw error.refusal(at: field) }
        guard let account = actor.account else { throw PageRefusal.notFound }
        try PactStore.insert(signature, of: entry.employee.id, under: place.candidacy, by: account, at: now, in: change.session)
        var content: [String: CanonicalValue] = [
            "unit": .text(place.unit.id.text), "pencalonan": .text(place.candidacy.id.text), "hari": .text(signature.day.description),
        ]
        switch signature.manner {
        case .onScreen: content["cara"] = "layar"
        case .onPaper(let scan):
            content["cara"] = "kertas"
            content["dokumen"] = scan.map { .text($0.text) } ?? .null
        }
        change.record(JournalFact(.pactSigned, in: place.agency.id, by: actor, about: entry.employee.id.text, content, at: now))
    }
}
