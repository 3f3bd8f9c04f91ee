extension CandidacyState.Kind {
    /// How far the assessment by TPI is at this point of the way. A unit that was returned for development is assessed anew.
    public var assessment: InternalAssessment.State {
        switch self {
        case .preparing, .declared, .proposed, .developing: .forming
        case .assessing: .open
        case .assessed, .nominated, .reviewing, .reviewed, .awardProposed, .awarded, .revocationOpened, .revocationClarified,
            .revocationRecommended, .revoked, .withdrawn:
            .closed
        }
    }

    /// Whether the national team may bring in its sheet: from the nomination until it has stated its result.
    public var takesNationalSheet: Bool { self == .nominated || self == .reviewing }
}
