import Relational
import Rulebook

/// Judges the prerequisites before a nomination.
struct EligibilityActions: Sendable {
    let records: Records
    let checks: EligibilityChecks

    /// All that can be judged by, the preferred one first.
    var instruments: [Instrument] { checks.instruments.all.map(\.instrument) }

    /// What the page shows.
    struct Seen: Sendable {
        let agency: AgencyStore.Kept
        let unit: WorkUnitStore.Kept
        let instrument: Instrument
        let report: EligibilityReport
    }

    /// Every prerequisite of a unit and its agency for a designation, on a day.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``, also for an instrument that is not there;
    ///   `RelationalError`.
    func judge(
        _ unit: WorkUnitID, of agency: AgencyID, _ wanted: EligibilityForm, by identity: Identity, at now: Timestamp
    ) async throws -> Seen {
        try identity.require(.seeUnit, on: .unit(unit, of: agency), at: now)
        guard let instrument = instruments.first(where: { wanted.instrument == nil || $0.id == wanted.instrument })
        else { throw PageRefusal.notFound }
        let day = wanted.day ?? Identity.day(now)
        return try await records.read { session in
            guard let kept = try WorkUnitStore.find(unit, of: agency, in: session), let holder = try AgencyStore.find(agency, in: session)
            else { throw PageRefusal.notFound }
            let candidacies = try CandidacyStore.list(of: unit, of: agency, in: session)
            // The one under way, or the last there was.
            let own = candidacies.filter { $0.designation == wanted.designation }
            let report = try EligibilityChecks.report(
                on: kept, candidacy: own.first(where: \.state.isOnItsWay) ?? own.first, among: candidacies, against: instrument,
                for: wanted.designation, on: day, in: session)
            return Seen(agency: holder, unit: kept, instrument: instrument, report: report)
        }
    }
}
