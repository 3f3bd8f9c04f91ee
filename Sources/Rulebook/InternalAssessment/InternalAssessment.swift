/// One assessment of one unit by its agency's team (TPI), from the forming of the team to the signing of its result. Each step
/// says what stands in its way; none of them changes anything.
///
/// Clause: PermenPANRB 52/2014 Lampiran Bab II.B and III.A; PermenPANRB 90/2021 Lampiran II Bab I.A.
public struct InternalAssessment: Hashable, Sendable {
    /// How far it is; follows from how far the candidacy has come.
    public enum State: Hashable, Sendable {
        /// The team is being put together and its members declare themselves.
        case forming
        /// The team assesses.
        case open
        /// The result stands. Nothing changes any more, unless the unit is returned for development and assessed again.
        case closed
    }

    /// What is known of a sheet that counts.
    public struct Sheet: Hashable, Sendable {
        /// Who filled it in.
        public let by: AccountID
        /// Questions that count as not answered.
        public let unanswered: Int

        /// Puts together what is known.
        public init(by: AccountID, unanswered: Int) {
            self.by = by
            self.unanswered = unanswered
        }
    }

    /// How far it is.
    public let state: State
    /// Who assesses.
    public let team: AssessmentTeam
    /// The unit's sheet that was handed in last.
    public let unitSheet: Sheet?
    /// The team's last sheet.
    public let teamSheet: Sheet?
    /// Whether the report to the head of the agency is written.
    public let isReported: Bool

    /// Puts together what is known of an assessment.
    public init(state: State, team: AssessmentTeam, unitSheet: Sheet?, teamSheet: Sheet?, isReported: Bool) {
        self.state = state
        self.team = team
        self.unitSheet = unitSheet
        self.teamSheet = teamSheet
        self.isReported = isReported
    }

    /// The team and the decree change only before the assessment is open.
    ///
    /// - Throws: ``AssessmentRefusal/alreadyOpen`` or ``AssessmentRefusal/closed``
    public func checkForming() throws(AssessmentRefusal) {
        switch state {
        case .forming: return
        case .open: throw .alreadyOpen
        case .closed: throw .closed
        }
    }

    /// A member declares, before the assessment is open and while it is.
    ///
    /// - Throws: ``AssessmentRefusal/closed``, ``AssessmentRefusal/notOnTeam``
    public func checkDeclaring(by account: AccountID) throws(AssessmentRefusal) {
        if case .closed = state { throw .closed }
        guard team.members.contains(where: { $0.account == account }) else { throw .notOnTeam }
    }

    /// A member records the team's sheet, or its report, while the assessment is open; whoever is not free today may not.
    ///
    /// - Throws: ``AssessmentRefusal``
    /// - Complexity: O(members)
    public func checkRecording(by account: AccountID, under rule: TeamRule, on day: Day) throws(AssessmentRefusal) {
        switch state {
        case .forming: throw .notOpen
        case .closed: throw .closed
        case .open: break
        }
        guard let member = team.members.first(where: { $0.account == account }) else { throw .notOnTeam }
        let obstacles = team.obstacles(of: member, under: rule, on: day)
        guard obstacles.isEmpty else { throw .notReady(obstacles) }
    }

    /// The unit's sheet changes until the assessment is closed.
    ///
    /// - Throws: ``AssessmentRefusal/closed``
    public func checkUnitSheet() throws(AssessmentRefusal) {
        if case .closed = state { throw .closed }
    }

    /// The lead signs the result when both sheets are there, the team's is complete and the report is written. The team must still
    /// be whole and free: an interest that came up meanwhile stops it. Who filled in the sheet does not sign it.
    ///
    /// - Throws: ``AssessmentRefusal``, for a team with every obstacle.
    /// - Complexity: O(members × their roles)
    public func checkSigning(by account: AccountID, under rule: TeamRule, on day: Day) throws(AssessmentRefusal) {
        try checkRecording(by: account, under: rule, on: day)
        guard team.members.contains(where: { $0.account == account && $0.seat == .lead }) else { throw .notLead }
        let obstacles = team.obstacles(under: rule, on: day)
        guard obstacles.isEmpty else { throw .notReady(obstacles) }
        var missing: [AssessmentRefusal.Part] = []
        if unitSheet == nil { missing.append(.unitSheet) }
        if let teamSheet {
            if teamSheet.unanswered > 0 { missing.append(.answers(teamSheet.unanswered)) }
        } else {
            missing.append(.teamSheet)
        }
        if !isReported { missing.append(.report) }
        guard missing.isEmpty else { throw .incomplete(missing) }
        if teamSheet?.by == account { throw .ownWork }
    }

    /// The head of the unit hands in a sheet that somebody else filled in.
    ///
    /// - Parameter filledInBy: who brought in the sheet.
    /// - Throws: ``AssessmentRefusal/ownWork``, ``AssessmentRefusal/closed``
    public func checkHandingIn(by account: AccountID, filledInBy: AccountID) throws(AssessmentRefusal) {
        try checkUnitSheet()
        if filledInBy == account { throw .ownWork }
    }
}
