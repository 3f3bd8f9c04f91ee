import InstrumentFiles
import Rulebook
import Testing

@Suite("The file of what a team must be")
struct TeamRuleFileTests {
    private func read(_ text: String) -> Result<[ProgrammeID: TeamRule], Refusal> {
        do throws(Refusal) { return .success(try TeamRuleFile.read(Array(text.utf8))) } catch { return .failure(error) }
    }

    private func team(_ least: String = "\"ketua\": 1", days: String = "365", source: String = "Uji") -> String {
        "{\"p\": {\"least\": {\(least)}, \"belongingDays\": \(days), \"source\": \"\(source)\"}}"
    }

    @Test("Each shipped instrument has a rule: one person on each seat, a year's distance")
    func shipped() throws {
        let rules = try TeamRuleFile.shipped()
        for id in InstrumentLibrary.shipped {
            #expect(rules[ProgrammeID(id.text)] == TeamRule(least: [.lead: 1, .controller: 1, .member: 1], belongingDays: 365))
        }
    }

    @Test("Numbers stay within their bounds", arguments: [(0, true), (50, true), (51, false), (-1, false)])
    func people(count: Int, isTaken: Bool) {
        #expect(((try? read(team("\"anggota\": \(count)")).get()) != nil) == isTaken)
    }

    @Test("Days stay within their bounds", arguments: [(0, true), (3_660, true), (3_661, false), (-1, false)])
    func days(count: Int, isTaken: Bool) {
        #expect(((try? read(team(days: "\(count)")).get()) != nil) == isTaken)
    }

    @Test(
        "What is misspelt, missing or of another kind is refused",
        arguments: ["", "[]", "{\"p\": {}}", "{\"p\": {\"least\": {}, \"belongingDays\": 1, \"source\": \"x\", \"lain\": 1}}"])
    func malformed(text: String) {
        guard case .failure(let refusal) = read(text) else {
            Issue.record("taken")
            return
        }
        #expect(refusal.findings[0].code == .instrumentMalformed)
    }

    @Test("A seat that is not known, and a rule without a source, are refused at their place")
    func places() {
        guard case .failure(let seat) = read(team("\"bendahara\": 1")), case .failure(let source) = read(team(source: "")) else {
            Issue.record("taken")
            return
        }
        #expect(seat.findings[0].location == "p.least.bendahara")
        #expect(source.findings[0].code == .figureOutOfRange)
    }
}
