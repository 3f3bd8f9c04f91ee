import Rulebook
import Testing

@Suite("What a letter says of itself") struct DocumentParticularsTests {
    private static let today = Day("2026-11-24") ?? .first

    private static func read(_ reference: String, _ dated: String) -> Result<DocumentParticulars, Refusal> {
        do throws(Refusal) {
            return .success(try DocumentParticulars(reference: reference, at: "nomor", dated: dated, at: "tanggal", today: today))
        } catch { return .failure(error) }
    }

    @Test("Both may be left empty")
    func empty() throws {
        let both = try Self.read("", "").get()
        #expect(both.reference == nil && both.dated == nil)
        #expect(try Self.read("  SK/1  /2026 ", "").get().reference == "SK/1 /2026")
    }

    @Test("The day has come", arguments: [("2026-11-23", true), ("2026-11-24", true), ("2026-11-25", false), ("2026-02-30", false), ("kemarin", false)])
    func days(text: String, isTaken: Bool) {
        #expect(((try? Self.read("", text).get()) != nil) == isTaken)
    }

    @Test("The number is short and can be seen", arguments: [(99, true), (100, true), (101, false)])
    func numbers(length: Int, isTaken: Bool) {
        #expect(((try? Self.read(String(repeating: "9", count: length), "").get()) != nil) == isTaken)
        #expect((try? Self.read("a\u{202E}b", "").get()) == nil)
    }

    @Test("All problems at once, each at its field")
    func problems() {
        guard case .failure(let refusal) = Self.read("\u{0007}", "2027-01-01") else { return #expect(Bool(false)) }
        #expect(refusal.findings.map(\.location) == ["nomor", "tanggal"])
        #expect(refusal.findings.allSatisfy { $0.code == .documentFieldMalformed })
    }
}
