import Journaling
import Relational
import Rulebook

extension EligibilityChecks {
    /// The states of candidacies whose nomination stands: what was judged on its day carries them.
    private static let carried: [CandidacyState.Kind] = CandidacyState.Kind.allCases.filter { state in
        state == .nominated || state == .reviewing || state == .reviewed || state == .awardProposed || state.isAwarded
    }

    /// The candidacies that stood on a statement on the day of their nomination. Asked before the statement is revoked, in the
    /// same transaction.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(nominated candidacies of the agency, or of the unit the statement is about)
    func candidacies(
        restingOn standing: Standing, of agency: AgencyID, in session: any ReadSession
    ) throws -> [CandidacyStore.Kept] {
        let ofUnit: SQL = standing.unit.map { " AND unit = \($0.text)" } ?? ""
        let ids = try session.rows(
            """
            SELECT id FROM candidacies WHERE agency = \(agency.text)\(ofUnit)
            AND state IN (\(list: Self.carried.map(\.rawValue))) ORDER BY id
            """)
        return try ids.compactMap { row in
            guard let kept = try CandidacyStore.find(CandidacyID(try row.text(0)), of: agency, in: session) else { return nil }
            let moves = try CandidacyStore.moves(of: kept.id, of: agency, in: session)
            guard let nomination = moves.last(where: { $0.move == .nominate }) else { return nil }
            let report = try report(on: kept, day: nomination.day, in: session)
            return report?.resting(on: standing.id).isEmpty == false ? kept : nil
        }
    }

    /// Marks what stood on a statement that is about to be revoked, so that somebody looks at it before it goes on.
    ///
    /// - Throws: `RelationalError`.
    func mark(
        _ revoked: Standing, called name: String, of agency: AgencyID, at now: Timestamp, in change: inout Change
    ) throws {
        let year = revoked.year.map { " tahun \($0)" } ?? ""
        let reason = "Catatan \(name)\(year) dicabut. Usulannya bertumpu pada catatan itu; periksa lagi syarat pengajuannya."
        for candidacy in try candidacies(restingOn: revoked, of: agency, in: change.session) {
            guard var held = try CandidacyStore.hold(candidacy.id, of: agency, in: change.session) else { continue }
            held.needsAttention = reason
            try CandidacyStore.update(held, in: change.session)
            change.record(
                JournalFact(
                    .candidacyShaken, in: agency, by: .system, about: held.id.text,
                    ["unit": .text(held.unit.text), "catatan": .text(revoked.id.text), "alasan": .text(reason)], at: now))
        }
    }
}
