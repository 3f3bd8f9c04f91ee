/// Where each step leads. This is the whole machine; what must hold for a step beside stands in `Candidacy+Requirements.swift`.
extension CandidacyState {
    /// The state after a step; `nil` when the step cannot be taken here, or not by this person, or not with this result.
    public func after(_ move: Move, by actor: AccountID, with result: MoveResult) -> CandidacyState? {
        switch (self, move) {
        case (.preparing, .declare): return .declared
        case (.declared, .propose): return .proposed
        case (.proposed, .appoint): return .developing
        case (.developing, .openAssessment): return .assessing
        case (.assessing, .closeAssessment): return .assessed
        case (.assessed, .nominate): return .nominated
        case (.nominated, .startReview): return .reviewing(done: [], isFavourable: true)
        case (.reviewing(let done, let isFavourable), .recordReviewStep):
            // After a step that the unit did not pass there is nothing left but to conclude.
            guard isFavourable, case .step(let step, let isPassed, _, _) = result, !done.contains(step) else { return nil }
            return .reviewing(done: done + [step], isFavourable: isPassed)
        case (.reviewing(_, let isFavourable), .concludeReview):
            guard case .conclusion(let verdict, _) = result, isFavourable || !verdict else { return nil }
            return .reviewed(isFavourable: verdict)
        case (.reviewed(isFavourable: true), .proposeAward): return .awardProposed(by: actor)
        case (.awardProposed(by: let proposer), .award): return proposer == actor ? nil : .awarded
        case (.assessed, .returnForDevelopment), (.nominated, .returnForDevelopment), (.reviewing, .returnForDevelopment),
            (.reviewed, .returnForDevelopment), (.awardProposed, .returnForDevelopment):
            return .developing
        case (_, .withdraw): return kind.isOnItsWay ? .withdrawn : nil
        default: return afterAward(move)
        }
    }

    private func afterAward(_ move: Move) -> CandidacyState? {
        switch (self, move) {
        case (.awarded, .recordMonitoring): .awarded
        case (.awarded, .openRevocation): .revocationOpened
        case (.revocationOpened, .clarify): .revocationClarified
        case (.revocationOpened, .recommendRevocation), (.revocationClarified, .recommendRevocation): .revocationRecommended
        case (.revocationOpened, .revoke), (.revocationClarified, .revoke), (.revocationRecommended, .revoke): .revoked
        case (.revocationOpened, .dismissRevocation), (.revocationClarified, .dismissRevocation), (.revocationRecommended, .dismissRevocation):
            .awarded
        default: nil
        }
    }

    /// Whether a regulation lets the step follow here, whoever takes it.
    ///
    /// - Complexity: O(rules)
    public func allows(_ move: Move, under rules: ProgrammeRules, towards designation: Designation) -> Bool {
        guard rules.rule(for: move, towards: designation) != nil, leads(move) else { return false }
        func asks(_ step: Move) -> Bool { rules.rule(for: step, towards: designation) != nil }
        // Steps of the revocation that a regulation asks for are not passed over.
        switch (self, move) {
        case (.revocationOpened, .recommendRevocation): return !asks(.clarify)
        case (.revocationOpened, .revoke): return !asks(.clarify) && !asks(.recommendRevocation)
        case (.revocationClarified, .revoke): return !asks(.recommendRevocation)
        default: return true
        }
    }

    /// Whether somebody could take the step here with some result.
    private func leads(_ move: Move) -> Bool {
        // Nobody's account has an empty id, so the proposer of an award is somebody else.
        let nobody = AccountID("")
        let results: [MoveResult] = [
            .none, .step(ReviewStepID(""), isPassed: true, respondents: nil, team: ""), .conclusion(isFavourable: false, score: ""),
        ]
        return results.contains { after(move, by: nobody, with: $0) != nil }
    }
}
