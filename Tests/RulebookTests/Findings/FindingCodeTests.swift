import Rulebook
import Testing

@Suite("Finding codes")
struct FindingCodeTests {
    @Test("Every code is ZI and four digits, and none is used twice")
    func codes() {
        let codes = FindingCode.allCases.map(\.rawValue)
        #expect(Set(codes).count == codes.count)
        for code in codes {
            #expect(code.count == 7 && code.hasPrefix("ZI-") && code.dropFirst(3).allSatisfy(\.isNumber), "\(code)")
        }
    }

    @Test("A refusal made in one line has one error")
    func refusal() {
        let refusal = Refusal(.notACount, at: "A1", "Isi.")
        #expect(refusal.findings == [.error(.notACount, at: "A1", "Isi.")])
        #expect(refusal.findings[0].severity == .error)
    }
}
