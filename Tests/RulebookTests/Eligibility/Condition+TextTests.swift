import ExactMath
import Rulebook
import Testing

@Suite("Measured facts as people read them") struct ConditionTextTests {
    private static let grade = Condition.Unit.grade(GradeScale(name: "predikat", grades: ["D", "C", "CC", "B"]))

    @Test("Grades by name, yes and no in words, numbers as short as exact allows")
    func text() {
        #expect(Self.grade.text(Ratio(2)) == "CC" && Self.grade.text(Ratio(9)) == "9" && Self.grade.text(.of("0.5")) == "0,5")
        #expect(Condition.Unit.yesNo.text(.one) == "Ya" && Condition.Unit.yesNo.text(.zero) == "Tidak")
        #expect(Condition.Unit.number.text(.of("97.5")) == "97,5" && Condition.Unit.points.text(Ratio(60)) == "60")
    }

    @Test("A gap in steps of the ladder, or in the number itself")
    func gap() {
        #expect(Self.grade.gapText(Ratio(-1)) == "−1 tingkat" && Self.grade.gapText(Ratio(2)) == "+2 tingkat")
        #expect(Condition.Unit.number.gapText(.of("-2.5")) == "−2,5" && Condition.Unit.number.gapText(.zero) == "0")
        #expect(Condition.Unit.yesNo.gapText(Ratio(-1)).isEmpty)
    }
}
