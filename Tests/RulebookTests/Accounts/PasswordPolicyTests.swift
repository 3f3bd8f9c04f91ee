import Rulebook
import Testing

@Suite("Passwords")
struct PasswordPolicyTests {
    private let policy = PasswordPolicy(common: ["password", "Kata Sandi", "indonesia", "qwertyuiop", "123456789012", "merdeka-45", "--", "17agustus1945"])

    private func problems(_ password: String, name: String? = "Siti Nur Aminah", signIn: String = "siti.aminah@kemenkeu.go.id") throws -> [PasswordRefusal] {
        policy.problems(with: password, signInName: try SignInName(signIn), name: try name.map { name in try PersonName(name) })
    }

    @Test(
        "A password has 12 to 128 characters",
        arguments: [(0, PasswordRefusal.tooShort), (11, .tooShort), (12, nil), (13, nil), (127, nil), (128, nil), (129, .tooLong), (3_000_000, .tooLong)])
    func length(count: Int, expected: PasswordRefusal?) throws {
        let letters = Array("kuda besi hijau, 7 meja!")
        let text = String((0..<count).map { letters[($0 + $0 / 24) % 24] })
        #expect(try problems(text) == (expected.map { [$0] } ?? []))
    }

    @Test("Characters are counted, not bytes, and a joined sign counts as the characters it is made of")
    func counting() throws {
        #expect(try problems("ñandú-ñúçê—ж") == [])
        #expect(try problems("ñandú-ñúçê—") == [.tooShort])
        #expect(try problems(String(repeating: "字", count: 64) + "kuda besi hijau " + String(repeating: "表", count: 49)) == [.tooLong])
        #expect("e\u{301}".count == 1)
        #expect(try problems("kuda besi e\u{301}") == [])
    }

    @Test(
        "Nothing is asked of the make-up",
        arguments: ["kuda besi hijau", "KUDABESIHIJAU", "839201748265", "!?!;:=+*#$%&/", "kuda  besi  hijau ", "𝕜𝕦𝕕𝕒 𝕓𝕖𝕤𝕚 𝕙𝕚𝕛𝕒𝕦"])
    func makeUp(text: String) throws {
        #expect(try problems(text) == [])
    }

    @Test("What cannot be seen is refused", arguments: ["\u{0}", "\n", "\t", "\u{200B}", "\u{202E}", "\u{FEFF}", "\u{E000}"])
    func unseen(character: String) throws {
        #expect(try problems("kuda besi\(character) hijau") == [.unreadable])
    }

    @Test(
        "The name and the sign-in name are refused, however they are dressed up",
        arguments: [
            "siti.aminah@kemenkeu.go.id", "SitiAminah-2026", "xxxSITI_AMINAHxxx", "Siti Nur Aminah 1", "aminah siti 1990", "Nur-Aminah-19900101",
            "sitisitisiti12",
            "1990aminah!!nur", "s.i.t.i a.m.i.n.a.h 77",
        ])
    func tells(text: String) throws {
        #expect(try problems(text).contains(.tellsWhoYouAre))
    }

    @Test("A word that only holds a part of the name is fine", arguments: ["aminah suka kuda besi", "lampu nuraga merdu", "siti suka kopi pahit"])
    func partOfName(text: String) throws {
        #expect(try problems(text) == [])
    }

    @Test("A NIP is not a password either")
    func nip() throws {
        #expect(try problems("19850317 201001 1 002", signIn: "198503172010011002") == [.tellsWhoYouAre])
        #expect(try problems("NIP198503172010011002", signIn: "198503172010011002") == [.tellsWhoYouAre])
    }

    @Test("A short name or address does not spoil every password", arguments: [(3, false), (4, true)])
    func shortNames(count: Int, refused: Bool) throws {
        let short = String("udin".suffix(count))
        #expect(try problems("kuda \(short) hijau", name: nil, signIn: "\(short)@b.id").contains(.tellsWhoYouAre) == refused)
    }

    @Test("Without a known name only the sign-in name counts")
    func nameUnknown() throws {
        #expect(try problems("aminah siti 1990", name: nil) == [])
    }

    @Test(
        "Common passwords are refused, also with digits and marks around",
        arguments: [
            "password1234", "PassWord!!!!!", "12password345", "kata-sandi-2026", "INDONESIA1945", "qwertyuiop12", "123456789012", "1234-5678-9012",
            "17 Agustus 1945",
            "m.e.r.d.e.k.a 4 5",
        ])
    func common(text: String) throws {
        #expect(try problems(text) == [.common])
    }

    @Test(
        "A piece of one to four characters over and over is common",
        arguments: ["aaaaaaaaaaaa", "abababababab", "AbcabcABCabcA", "12341234123412", "!?!?!?!?!?!?"])
    func repetition(text: String) throws {
        #expect(try problems(text) == [.common])
    }

    @Test("A piece of five is not taken for a repetition")
    func longerPiece() throws {
        #expect(try problems("abcdeabcdeabcde") == [])
    }

    @Test("An entry that folds to nothing refuses nothing, and an empty list neither")
    func emptyEntries() throws {
        #expect(try problems("!?!;:=+*#$%&/") == [])
        #expect(PasswordPolicy(common: []).problems(with: "password1234", signInName: try SignInName("a@b.id"), name: nil).isEmpty)
    }

    @Test("Every reason is told at once, and the password itself is not")
    func allAtOnce() throws {
        let name = try SignInName("rahasia@b.id")
        do {
            try policy.check("rahasia", signInName: name, name: nil, at: "sandi")
            Issue.record("a short password with the name in it was accepted")
        } catch {
            #expect(error.findings.map(\.code) == [.passwordTooShort, .passwordTellsWhoYouAre])
            #expect(error.findings.allSatisfy { $0.location == "sandi" && !$0.message.contains("rahasia") })
        }
        try policy.check("kuda besi hijau", signInName: name, name: nil, at: "sandi")
    }

    @Test("Each reason has its code")
    func codes() {
        let all: [PasswordRefusal] = [.tooShort, .tooLong, .unreadable, .tellsWhoYouAre, .common]
        #expect(
            all.map { $0.finding(at: "").code } == [
                .passwordTooShort, .passwordTooLong, .passwordUnreadable, .passwordTellsWhoYouAre, .passwordCommon,
            ])
    }
}
