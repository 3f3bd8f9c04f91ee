import Relational
import Rulebook

/// Everything that is known of the assessment of a candidacy in its present round, read in one session.
struct AssessmentCase: Sendable {
    let candidacy: CandidacyStore.Kept
    /// From 1; each return for development begins a new one.
    let round: Int
    /// What the programme asks of a team.
    let rule: TeamRule
    let assessment: InternalAssessment
    /// The sheets that count, with their answers.
    let sheets: [SheetParty: SheetStore.Kept]
    let report: ReportStore.Report?
    /// The last signature under a result.
    let signature: ReportStore.Signature?

    /// The signature, unless one of the versions it stands under was replaced.
    var validSignature: ReportStore.Signature? {
        guard let signature, signature.unitVersion == sheets[.unit]?.version, signature.teamVersion == sheets[.internalTeam]?.version,
            signature.reportVersion == report?.version
        else { return nil }
        return signature
    }

    /// Reads it.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(members × their roles)
    static func load(_ candidacy: CandidacyStore.Kept, under rule: TeamRule, in session: any ReadSession) throws -> AssessmentCase {
        let (id, agency) = (candidacy.id, candidacy.agency)
        let round = try AssessmentStore.round(of: id, of: agency, in: session)
        let team = try AssessmentStore.team(of: id, of: agency, round: round, in: session)
        let members = try team.seats.sorted { ($0.value.rank, $0.key) < ($1.value.rank, $1.key) }.map { account, seat in
            try member(account, seat, candidacy, round, in: session)
        }
        var sheets: [SheetParty: SheetStore.Kept] = [:]
        for party in SheetParty.allCases { sheets[party] = try SheetStore.counting(of: party, id, of: agency, round: round, in: session) }
        let report = try ReportStore.report(of: id, of: agency, round: round, in: session)
        func known(_ sheet: SheetStore.Kept?) -> InternalAssessment.Sheet? {
            sheet.map { InternalAssessment.Sheet(by: $0.by, unanswered: $0.record.unanswered) }
        }
        return AssessmentCase(
            candidacy: candidacy, round: round, rule: rule,
            assessment: InternalAssessment(
                state: candidacy.state.assessment,
                team: AssessmentTeam(unit: candidacy.unit, of: agency, decree: team.decree, members: members),
                unitSheet: known(sheets[.unit]), teamSheet: known(sheets[.internalTeam]), isReported: report != nil),
            sheets: sheets, report: report, signature: try ReportStore.signature(of: id, of: agency, round: round, in: session))
    }

    private static func member(
        _ account: AccountID, _ seat: TeamSeat, _ candidacy: CandidacyStore.Kept, _ round: Int, in session: any ReadSession
    ) throws -> AssessmentTeam.Member {
        let own = try AssessmentStore.declaration(of: account, for: candidacy.id, of: candidacy.agency, round: round, in: session)
        let latest = try AssessmentStore.declaration(of: account, in: candidacy.agency, in: session)
        return AssessmentTeam.Member(
            account: account, seat: seat,
            declaration: own.map { .init(day: $0.day, interests: $0.interests.union(latest?.interests ?? [])) },
            grants: try GrantStore.standing(of: account, in: session),
            belongings: try AssessorStore.belongings(of: account, in: candidacy.agency, in: session))
    }
}

extension TeamSeat {
    /// Where the seat stands in lists.
    var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
