import Rulebook
import Testing

@Suite("How long declaration and selection stay open") struct CandidacyStateDeclarationTests {
    @Test("The declaration until it is declared, the scores until the unit is proposed")
    func open() {
        #expect(CandidacyState.Kind.allCases.filter(\.keepsDeclarationOpen) == [.preparing])
        #expect(CandidacyState.Kind.allCases.filter(\.keepsSelectionOpen) == [.preparing, .declared])
    }
}
