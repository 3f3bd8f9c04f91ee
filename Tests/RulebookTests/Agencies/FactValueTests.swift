import ExactMath
import Rulebook
import Testing

@Suite("Reading facts")
struct FactValueTests {
    private static let ladder = GradeScale(name: "opini", grades: ["TMP", "TW", "WDP", "WTP"])
    private static let grade = Fact(id: "opini", name: "Opini", holder: .agency, kind: .grade(ladder))
    private static let number = Fact(id: "tahun", name: "Tahun", holder: .agency, kind: .number)
    private static let yesNo = Fact(id: "inti", name: "Layanan inti", holder: .unit, kind: .yesNo)

    @Test(
        "Grades, numbers and yes or no are read as people type them",
        arguments: [
            (grade, "WTP", FactValue.grade(3)), (grade, " tmp\u{A0}", .grade(0)), (number, "2", .number(Ratio(2))), (number, "3,5", .number(.of("3.5"))),
            (number, "0", .number(.zero)), (yesNo, "Ya", .yesNo(true)), (yesNo, "TIDAK ", .yesNo(false)),
        ])
    func read(fact: Fact, text: String, value: FactValue) throws {
        #expect(try fact.read(text) == value)
    }

    @Test(
        "Anything else is refused at the fact's id",
        arguments: [
            (grade, ""), (grade, "WTPP"), (grade, "3"), (number, ""), (number, "-1"), (number, "dua"), (number, "1.000,5"), (yesNo, "Y"), (yesNo, "1"),
            (yesNo, ""),
        ])
    func refused(fact: Fact, text: String) {
        do throws(Refusal) {
            let value = try fact.read(text)
            Issue.record("read as \(value)")
        } catch {
            #expect(error.findings.map(\.code) == [.notAFact])
            #expect(error.findings[0].location == fact.id.text && error.findings[0].message.contains(fact.name))
        }
    }

    @Test("A value is compared as a number")
    func measure() {
        #expect(FactValue.grade(3).measure == Ratio(3))
        #expect(FactValue.number(.of("2.5")).measure == .of("2.5"))
        #expect(FactValue.yesNo(true).measure == .one && FactValue.yesNo(false).measure == .zero)
    }
}
