import Rulebook
import Testing

@Suite("Codes and names") struct NamedThingTests {
    @Test(
        "Codes are bounded and plain",
        arguments: [("A", 1), ("AB", 0), (String(repeating: "A", count: 40), 0), (String(repeating: "A", count: 41), 1), ("A/B", 1)])
    func code(typed: String, problems: Int) {
        var findings: [Finding] = []
        _ = NamedThing.code(typed, at: "x", into: &findings)
        #expect(findings.count == problems && findings.allSatisfy { $0.location == "x" })
    }

    @Test(
        "Names are tidied, bounded and visible", arguments: [("ab", 1), ("abc", 0), (" a  b ", 0), ("ab\u{202E}c", 1), (String(repeating: "n", count: 201), 1)])
    func name(typed: String, problems: Int) {
        var findings: [Finding] = []
        _ = NamedThing.name(typed, at: "x", into: &findings)
        #expect(findings.count == problems)
    }
}
