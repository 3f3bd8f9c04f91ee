import Rulebook
import Testing

@Suite("Grade ladders")
struct ConditionTests {
    private let ladder = GradeScale(name: "predikat", grades: ["D", "C", "CC", "B", "BB", "A", "AA"])

    @Test("A grade is found by its whole name in any case", arguments: [("D", 0), ("cc", 2), ("Bb", 4), ("AA", 6)])
    func found(grade: String, position: Int) {
        #expect(ladder.position(of: grade) == position)
    }

    @Test("Parts of a grade and strangers are not found", arguments: ["", "CCC", "AAA", " B", "E"])
    func notFound(grade: String) {
        #expect(ladder.position(of: grade) == nil)
    }
}
