import Rulebook
import Testing

@Suite("Names of people")
struct PersonNameTests {
    private func refusal(_ text: String) -> PersonNameRefusal? {
        do throws(PersonNameRefusal) {
            _ = try PersonName(text)
            return nil
        } catch { return error }
    }

    @Test(
        "A name keeps its spelling, its blanks are tidied",
        arguments: [
            ("Siti Aminah", "Siti Aminah"), ("  Siti\u{A0}\u{2003} Aminah\t", "Siti Aminah"), ("Dr. H. Ma'ruf, S.H., M.Si.", "Dr. H. Ma'ruf, S.H., M.Si."),
            ("Suparno", "Suparno"), ("Ni Luh Putu Ary Pertami D’Angelo-Łuczak", "Ni Luh Putu Ary Pertami D’Angelo-Łuczak"), ("王小明", "王小明"), ("ꦱꦶꦠꦶ", "ꦱꦶꦠꦶ"),
        ])
    func names(text: String, name: String) throws {
        #expect(try PersonName(text).text == name)
    }

    @Test("A name has 1 to 120 characters", arguments: [(0, PersonNameRefusal.missing), (1, nil), (119, nil), (120, nil), (121, .tooLong)])
    func length(count: Int, expected: PersonNameRefusal?) {
        #expect(refusal(String(repeating: "a", count: count)) == expected)
        #expect(refusal(" " + String(repeating: "é", count: count) + " ") == expected)
    }

    @Test(
        "A character that cannot be seen or turns the writing is refused",
        arguments: [
            "\u{0}", "\u{7}", "\u{1B}[31m", "\n", "\r", "\u{7F}", "\u{85}", "\u{AD}", "\u{34F}", "\u{61C}", "\u{115F}", "\u{200B}", "\u{200D}", "\u{200E}",
            "\u{200F}",
            "\u{2028}", "\u{2029}", "\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}", "\u{3164}", "\u{E000}", "\u{FE0F}", "\u{FEFF}", "\u{FFF9}", "\u{FFFF}",
            "\u{E0041}", "\u{10FFFF}",
        ])
    func unseen(character: String) {
        for text in ["Siti\(character)Aminah", "\(character)Siti", "Siti\(character)"] {
            #expect(refusal(text) == .unseenCharacter)
        }
    }

    @Test("A name has a letter", arguments: ["-", "...", "1234", "😀", "’"])
    func letters(text: String) {
        #expect(refusal(text) == .noLetter)
    }

    @Test("A long text is refused without being read through", arguments: [2_000, 2_001, 5_000_000])
    func long(count: Int) {
        #expect(refusal("Siti" + String(repeating: " ", count: count - 4)) == (count <= 2_000 ? nil : .tooLong))
    }

    @Test("Each refusal says what a name is, at its field")
    func sentences() {
        let all: [PersonNameRefusal] = [.missing, .tooLong, .unseenCharacter, .noLetter]
        #expect(Set(all.map { $0.refusal(at: "x").findings[0].message }).count == all.count)
        #expect(all.allSatisfy { $0.refusal(at: "x").findings[0].code == .personNameMalformed && $0.refusal(at: "x").findings[0].location == "x" })
    }
}
