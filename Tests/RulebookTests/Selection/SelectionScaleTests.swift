import Rulebook
import Testing

@Suite("The scale of the selection") struct SelectionScaleTests {
    @Test("One below, on and above each end")
    func ends() {
        let scale = SelectionScale.standard
        #expect([0, 1, 5, 6].map { scale.level($0)?.score } == [nil, 1, 5, nil])
    }

    @Test("The standard scale rises and each step says what it means")
    func standard() {
        let levels = SelectionScale.standard.levels
        #expect(levels.map(\.score) == [1, 2, 3, 4, 5])
        #expect(levels.allSatisfy { $0.meaning.count > 20 })
    }
}
