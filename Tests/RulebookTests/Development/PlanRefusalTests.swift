import Rulebook
import Testing

@Suite("Why a plan cannot be changed like that") struct PlanRefusalTests {
    @Test("Each reason has its code, its place, and a rule with a way out")
    func messages() {
        let reasons: [(PlanRefusal, FindingCode)] = [
            (.itemCount, .planActionMalformed), (.unknownItem("X.1"), .planActionMalformed), (.itemOfAnotherArea("A.1"), .planActionMalformed),
            (.targetLength, .planActionMalformed), (.planFull, .planActionMalformed), (.dueBeforeStart, .planActionMalformed),
            (.actionClosed, .planActionClosed),
            (.percentOutOfRange, .progressMalformed), (.nothingToAdopt, .planNotAdoptable), (.adoptedByDrafter, .planAdoptedByDrafter),
            (.periodNotBegun, .reviewMalformed), (.periodReviewed, .reviewAlreadyHeld), (.closedByPersonInCharge, .followUpClosedByOwner),
            (.findingClosed, .followUpClosed),
        ]
        for (reason, code) in reasons {
            let finding = reason.finding(at: "tempat")
            #expect(finding.code == code && finding.location == "tempat" && finding.severity == .error)
            #expect(finding.message.hasSuffix(".") && finding.message.count > 20, "\(reason)")
        }
        #expect(PlanRefusal.unknownItem("X.1").finding(at: "").message.contains("X.1"))
    }
}
