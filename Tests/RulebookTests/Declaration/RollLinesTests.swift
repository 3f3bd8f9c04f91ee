import Rulebook
import Testing

@Suite("Pasted lines of a roll") struct RollLinesTests {
    private let nip = "198003152005011003"

    private func findings(_ text: String) -> [Finding] {
        do throws(Refusal) {
            _ = try RollLines.read(text, at: "daftar")
            return []
        } catch { return error.findings }
    }

    @Test("Semicolons and tabs, with and without a number, any line ends, blank lines passed over")
    func read() throws {
        let lines = try RollLines.read("  Dewi  Lestari; 19800315 200501 1 003 \r\n\r\nÉko\t\nBudi;", at: "daftar")
        #expect(lines.map(\.name.text) == ["Dewi Lestari", "Éko", "Budi"])
        #expect(lines.map(\.nip) == [nip, nil, nil])
        #expect(lines.map(\.number) == [1, 3, 4])
    }

    @Test("Every problem is told at once, each with its line")
    func problems() {
        let found = findings("Dewi;123\n;\(nip)\nA;B;C\nEko;\(nip)\nBudi;\(nip)\nCici;c@contoh.go.id\n\u{202E}x")
        #expect(
            found.map(\.code) == [
                .signInNameMalformed, .personNameMalformed, .rollLineMalformed, .employeeDuplicate, .employeeDuplicate, .signInNameMalformed,
                .personNameMalformed,
            ])
        for (finding, line) in zip(found, [1, 2, 3, 4, 5, 6, 7]) { #expect(finding.message.hasPrefix("Baris \(line): "), "\(finding.message)") }
        #expect(found.allSatisfy { $0.location == "daftar" })
    }

    @Test("Nothing, and one line too many, are refused")
    func bounds() throws {
        #expect(findings(" \n\t\n").map(\.code) == [.rollLineMalformed])
        func lines(_ count: Int) -> String { (0..<count).map { "Orang \($0)" }.joined(separator: "\n") }
        #expect(try RollLines.read(lines(RollLines.most - 1), at: "").count == RollLines.most - 1)
        #expect(try RollLines.read(lines(RollLines.most), at: "").count == RollLines.most)
        #expect(findings(lines(RollLines.most + 1)).map(\.code) == [.rollLineMalformed])
    }

    @Test("Hostile texts end in a refusal", arguments: ["\u{0}", ";;;;;;;;", String(repeating: "a", count: 100_000), String(repeating: ";", count: 10_000)])
    func hostile(text: String) {
        #expect(!findings(text).isEmpty)
    }
}
