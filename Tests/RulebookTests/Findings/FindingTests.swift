import Rulebook
import Testing

@Suite("Findings and refusals")
struct FindingTests {
    @Test("An error keeps its code, place and message")
    func error() {
        let finding = Finding.error(.letterOffScale, at: "LKE ZI!K8", "Isi Ya atau Tidak.")
        #expect(finding.severity == .error)
        #expect(finding.code == .letterOffScale)
        #expect(finding.location == "LKE ZI!K8")
        #expect(finding.message == "Isi Ya atau Tidak.")
    }

    @Test("A refusal of one problem is a refusal of a list with one error")
    func refusal() {
        let refusal = Refusal(.fileTooLarge, at: "", "Terlalu besar.")
        #expect(refusal == Refusal([.error(.fileTooLarge, at: "", "Terlalu besar.")]))
    }

    @Test("Findings that differ in severity only are different")
    func equality() {
        #expect(Finding(.remark, .info, at: "B.I.2", "x") != Finding(.remark, .warning, at: "B.I.2", "x"))
    }
}
