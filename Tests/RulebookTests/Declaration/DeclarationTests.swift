import Rulebook
import Testing

@Suite("The declaration") struct DeclarationTests {
    private let day = Day(number: 20_000) ?? .first

    private func declaration(_ publication: String) -> Declaration {
        Declaration(heldOn: day, place: "Aula", publication: publication, witnesses: [.ombudsman])
    }

    @Test("It is planned the day before, and held on its day and after, once it is published")
    func days() {
        #expect(declaration("Laman").standing(on: day.adding(days: -1)) == .planned)
        #expect(declaration("Laman").standing(on: day) == .held)
        #expect(declaration("Laman").standing(on: day.adding(days: 1)) == .held)
        #expect(declaration("").standing(on: day.adding(days: -1)) == .planned)
        #expect(declaration("").standing(on: day) == .unpublished)
    }

    @Test("Witnesses are invited, not required")
    func witnesses() {
        let alone = Declaration(heldOn: day, place: "Aula", publication: "Laman", witnesses: [])
        #expect(alone.standing(on: day) == .held)
        #expect(Set(Declaration.Witness.allCases.map(\.name)).count == 3)
    }
}
