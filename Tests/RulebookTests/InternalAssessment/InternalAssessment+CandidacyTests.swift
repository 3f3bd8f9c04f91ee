import Rulebook
import Testing

@Suite("The assessment on the way of a candidacy")
struct InternalAssessmentCandidacyTests {
    @Test("A team is formed before, assesses while it is being assessed, and its result stands afterwards", arguments: CandidacyState.Kind.allCases)
    func states(kind: CandidacyState.Kind) {
        let before: Set<CandidacyState.Kind> = [.preparing, .declared, .proposed, .developing]
        #expect(kind.assessment == (before.contains(kind) ? .forming : kind == .assessing ? .open : .closed))
    }

    @Test("The national sheet is taken between nomination and result", arguments: CandidacyState.Kind.allCases)
    func national(kind: CandidacyState.Kind) {
        #expect(kind.takesNationalSheet == [.nominated, .reviewing].contains(kind))
    }
}
