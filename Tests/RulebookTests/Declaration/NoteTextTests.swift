import Rulebook
import Testing

@Suite("Texts that explain") struct NoteTextTests {
    private func problem(_ typed: String, shortest: Int = 1, longest: Int = 10) -> NoteText.Problem? {
        do throws(NoteText.Problem) {
            _ = try NoteText.read(typed, shortest: shortest, longest: longest)
            return nil
        } catch { return error }
    }

    @Test("Blanks are tidied, lines stay, and never two empty ones in a row")
    func tidied() throws {
        #expect(try NoteText.read("  Aula \t  kota\r\n\r\n\r\nlantai 2 \n", longest: 100) == "Aula kota\n\nlantai 2")
    }

    @Test("Length: one below, on and above the limits")
    func limits() {
        #expect(problem("") == .missing && problem(" \n\t") == .missing)
        #expect(problem("ab", shortest: 3) == .tooShort(3))
        #expect(problem("abc", shortest: 3) == nil && problem("abcd", shortest: 3) == nil)
        #expect(problem("123456789") == nil && problem("1234567890") == nil)
        #expect(problem("12345678901") == .tooLong(10))
        #expect(problem(String(repeating: "a", count: 1_000_000)) == .tooLong(10))
    }

    @Test("What cannot be seen is refused", arguments: ["a\u{0}b", "a\u{202E}b", "a\u{200B}b", "\u{FFFE}"])
    func unseen(typed: String) {
        #expect(problem(typed) == .unseenCharacter)
    }

    @Test("Every problem says what to do")
    func messages() {
        for problem in [NoteText.Problem.missing, .tooShort(3), .tooLong(4), .unseenCharacter] { #expect(problem.message.count > 20) }
    }
}
