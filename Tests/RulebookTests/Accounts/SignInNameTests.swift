import Rulebook
import Testing

@Suite("Sign-in names")
struct SignInNameTests {
    private func read(_ text: String) -> Result<SignInName, SignInNameRefusal> {
        do throws(SignInNameRefusal) { return .success(try SignInName(text)) } catch { return .failure(error) }
    }

    private func isName(_ result: Result<SignInName, SignInNameRefusal>) -> Bool {
        if case .success = result { true } else { false }
    }

    @Test(
        "A NIP is eighteen digits, blanks forgiven",
        arguments: ["198503172010011002", " 198503172010011002 ", "19850317 201001 1 002", "\u{A0}19850317\t201001\u{2003}1 002\n"])
    func nip(text: String) throws {
        let name = try SignInName(text)
        #expect(name.kind == .nip && name.key == "198503172010011002")
    }

    @Test("One digit more or less is no NIP", arguments: [1, 16, 17, 18, 19, 500])
    func length(count: Int) throws {
        let result = read(String(repeating: "1", count: count))
        if count == 18 { #expect(try result.get().kind == .nip) } else { #expect(result == .failure(.nipLength(count))) }
    }

    @Test(
        "An address is read in any case",
        arguments: [
            ("Siti.Aminah@Kemenkeu.GO.ID", "siti.aminah@kemenkeu.go.id"), (" a@b.id ", "a@b.id"), ("x_y-z+1@a-b.c1.id", "x_y-z+1@a-b.c1.id"),
            ("198503172010011002@bkn.go.id", "198503172010011002@bkn.go.id"),
        ])
    func address(text: String, key: String) throws {
        let name = try SignInName(text)
        #expect(name.kind == .email && name.key == key)
    }

    @Test(
        "Whatever else is refused",
        arguments: [
            "siti", "siti@", "@kemenkeu.go.id", "a@b", "a@localhost", "a@@b.id", "a@b@c.id", "a b@c.id", ".a@b.id", "a.@b.id", "a..b@c.id", "a@-b.id",
            "a@b-.id", "a@b..id",
            "a@.id", "a@b.id.", "a@b.1", "a@b.12", "a@b.i", "a@[127.0.0.1]", "\"a b\"@c.id", "a(x)@b.id", "<a@b.id>", "a@b.id\u{0}", "a@b.id\r\nBcc: x@y.id",
            "a\u{200B}@b.id", "\u{202E}a@b.id", "sіti@kemenkeu.go.id", "é@b.id", "a@bücher.id", "１９８５０３１７２０１００１１００２",
            "19850317201001100٢", "198503172010011002x", "-98503172010011002", "1985.0317.2010011002", "a'@b.id", "a;--@b.id", "a%@b.id", "\u{212A}@b.id",
        ])
    func hostile(text: String) {
        #expect(read(text) == .failure(.malformed))
    }

    @Test("Nothing but blanks is missing", arguments: ["", " ", "\u{3000}\n\t"])
    func missing(text: String) {
        #expect(read(text) == .failure(.missing))
    }

    @Test("Before the @ there are at most 64 characters", arguments: [(63, true), (64, true), (65, false)])
    func local(count: Int, accepted: Bool) {
        #expect(isName(read(String(repeating: "a", count: count) + "@b.id")) == accepted)
    }

    @Test("A label of the domain has at most 63", arguments: [(62, true), (63, true), (64, false)])
    func label(count: Int, accepted: Bool) {
        #expect(isName(read("a@" + String(repeating: "b", count: count) + ".id")) == accepted)
    }

    @Test("An address has at most 254 characters", arguments: [(253, true), (254, true), (255, false)])
    func whole(count: Int, accepted: Bool) {
        // 64 and the @, then labels of 49 and a dot, the top label takes what is left.
        let head = String(repeating: "a", count: 64) + "@" + String(repeating: String(repeating: "b", count: 49) + ".", count: 3)
        let text = head + String(repeating: "c", count: count - head.count)
        #expect(text.count == count)
        #expect(isName(read(text)) == accepted)
    }

    @Test("A long text is refused without being read through", arguments: [512, 513, 5_000_000])
    func long(count: Int) {
        let padded = "a@b.id" + String(repeating: " ", count: count - 6)
        #expect(isName(read(padded)) == (count <= 512))
    }

    @Test("Each refusal says what a name is, at its field")
    func sentences() {
        for refusal in [SignInNameRefusal.missing, .nipLength(17), .malformed] {
            let finding = refusal.refusal(at: "nama").findings[0]
            #expect(finding.code == .signInNameMalformed && finding.location == "nama" && finding.message.contains("18 angka"))
        }
        #expect(SignInNameRefusal.nipLength(17).refusal(at: "").findings[0].message.contains("17"))
        #expect(SignInNameRefusal.taken.refusal(at: "nama").findings[0].code == .signInNameTaken)
    }
}
