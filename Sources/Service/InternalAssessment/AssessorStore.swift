import Relational
import Rulebook

/// Who may assess and who belongs where, read from the roles.
enum AssessorStore {
    /// The most people a form offers for a team.
    static let mostCandidates = 100

    /// The accounts that have an assessor's role in an agency which was not revoked.
    ///
    /// - Throws: `RelationalError`.
    static func assessors(in agency: AgencyID, in session: any ReadSession) throws -> [AccountID] {
        try session.rows(
            """
            SELECT DISTINCT g.account FROM grants g JOIN accounts a ON a.id = g.account
            WHERE g.agency = \(agency.text) AND g.revoked_at IS NULL AND a.state <> 'ditutup'
            AND g.role IN (\(list: Role.allCases.filter(\.isInternalAssessor).map(\.rawValue))) ORDER BY g.account LIMIT \(mostCandidates)
            """
        ).map { AccountID(try $0.text(0)) }
    }

    /// Every time somebody was one of the own people of a unit, times that a revoked role left behind included.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(roles of the account)
    static func belongings(of account: AccountID, in agency: AgencyID, in session: any ReadSession) throws -> [AssessmentTeam.Belonging] {
        try session.rows(
            """
            SELECT unit, from_day, until_day, revoked_at FROM grants WHERE account = \(account.text) AND agency = \(agency.text)
            AND unit IS NOT NULL AND role IN (\(list: Role.allCases.filter(\.belongsToUnit).map(\.rawValue)))
            """
        ).compactMap { row in
            guard let from = Day(try row.text(1)) else { return nil }
            let last = try row.optionalText(2).flatMap { Day($0) }
            let revoked = try row.optionalInteger(3).map { Identity.day(Timestamp(milliseconds: $0)) }
            // A role that was taken back before its first day never made anybody belong.
            if let revoked, revoked < from { return nil }
            return AssessmentTeam.Belonging(unit: WorkUnitID(try row.text(0)), from: from, until: [last, revoked].compactMap { $0 }.min())
        }
    }
}

extension AssessorStore {
    /// The unit with a code in capitals; `nil` when the agency has none.
    ///
    /// - Throws: `RelationalError`.
    static func unit(code: String, of agency: AgencyID, in session: any ReadSession) throws -> WorkUnitID? {
        try session.row("SELECT id FROM work_units WHERE agency = \(agency.text) AND code = \(code)").map { WorkUnitID(try $0.text(0)) }
    }
}
