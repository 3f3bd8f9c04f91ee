import Rulebook
import Testing

@Suite("What is told about a step that is refused")
struct AssessmentRefusalTests {
    private static let day = People.today
    static let obstacles: [(TeamObstacle, FindingCode)] = [
        (.noDecree, .teamNotReady), (.decreeNotInForce(day), .teamNotReady), (.seatsShort(.lead, has: 0, needs: 1), .teamNotReady),
        (.undeclared("dia"), .teamNotReady), (.noRole("dia", .lead), .teamNotReady), (.interested("dia"), .conflictOfInterest),
        (.belongs("dia"), .conflictOfInterest), (.belonged("dia", until: day), .conflictOfInterest),
    ]
    static let refusals: [(AssessmentRefusal, [FindingCode])] = [
        (.alreadyOpen, [.assessmentClosed]), (.closed, [.assessmentClosed]), (.notOpen, [.assessmentNotOpen]), (.notOnTeam, [.notOnTeam]),
        (.notLead, [.notOnTeam]), (.ownWork, [.ownSheet]), (.incomplete([.unitSheet, .answers(3)]), [.resultIncomplete, .resultIncomplete]),
        (.notReady([.noDecree, .belongs("dia")]), [.teamNotReady, .conflictOfInterest]),
    ]

    @Test("Every refusal has its code, and one finding for each reason", arguments: refusals)
    func codes(refusal: AssessmentRefusal, codes: [FindingCode]) {
        let told = refusal.refusal({ "Nama \($0)" }, \.description)
        #expect(told.findings.map(\.code) == codes)
        #expect(told.findings.allSatisfy { $0.message.contains(". ") }, "the rule, then the way out")
    }

    @Test("An obstacle names the person and the day", arguments: obstacles)
    func names(obstacle: TeamObstacle, code: FindingCode) {
        let finding = obstacle.finding({ "Nama \($0)" }, { _ in "hari H" })
        #expect(finding.code == code)
        #expect(finding.message.contains("Nama dia") == (obstacle.account != nil))
        #expect((code == .conflictOfInterest) == obstacle.isConflict)
        if case .belonged = obstacle { #expect(finding.message.contains("hari H")) }
        if case .decreeNotInForce = obstacle { #expect(finding.message.contains("hari H")) }
    }

    @Test(
        "What is missing is told in words",
        arguments: [
            (AssessmentRefusal.Part.unitSheet, "LKE unit"), (.teamSheet, "LKE TPI"), (.answers(7), "7 pertanyaan"), (.report, "laporan"),
        ])
    func parts(part: AssessmentRefusal.Part, words: String) {
        #expect(part.text.contains(words))
    }
}
