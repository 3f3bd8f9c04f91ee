import Rulebook
import Testing

@testable import Service

@Suite("Forms about people and passwords") struct AccountFormsTests {
    private let policy = PasswordPolicy(common: ["rahasianegara"])
    private let ani = AccountStore.Person(name: "Ani Lestari", nip: nil, email: "ani@contoh.go.id")

    private func fields(_ values: KeyValuePairs<String, String>) throws -> FormFields {
        let body = values.map { "\($0.key)=\(HexText.text($0.value.utf8).percentPairs)" }.joined(separator: "&")
        return try FormFields(Array(body.utf8))
    }

    private func problems(_ body: () throws -> Void) -> [String] {
        do {
            try body()
            return []
        } catch let refusal as Refusal {
            return refusal.findings.map { "\($0.code) \($0.location)" }
        } catch { return ["\(error)"] }
    }

    private func person(_ name: String, _ nip: String, _ email: String) throws -> AccountStore.Person {
        try PersonForm(fields: try fields(["nama": name, "nip": nip, "surel": email])).parse()
    }

    @Test("A person has a name, and a NIP, an address or both, each in its one spelling")
    func person() throws {
        #expect(
            try person("  Ani   Lestari, S.E. ", "19800101 200501 2 001", "Ani@Contoh.GO.ID")
                == AccountStore.Person(name: "Ani Lestari, S.E.", nip: "198001012005012001", email: "ani@contoh.go.id"))
        #expect(try person("Ani", "", "ani@contoh.go.id").nip == nil)
        #expect(try person("Ani", "198001012005012001", "").email == nil)
    }

    @Test("Every problem of a person is told at once, each at its field")
    func everyProblem() {
        #expect(
            problems { _ = try person("", "123", "bukan surel") }
                == ["personNameMalformed nama", "signInNameMalformed nip", "signInNameMalformed surel"])
        #expect(problems { _ = try person("Ani", "", "") } == ["signInNameMalformed nip"])
        #expect(problems { _ = try person("Ani", "ani@contoh.go.id", "") } == ["signInNameMalformed nip"])
        #expect(problems { _ = try person("Ani", "", "198001012005012001") } == ["signInNameMalformed surel"])
    }

    @Test("A NIP has eighteen digits, a name at most 120 characters")
    func lengths() {
        for count in [17, 19] {
            #expect(problems { _ = try person("Ani", String(repeating: "1", count: count), "") } == ["signInNameMalformed nip"])
        }
        #expect(problems { _ = try person("Ani", String(repeating: "1", count: 18), "") }.isEmpty)
        #expect(problems { _ = try person(String(repeating: "a", count: 119), "", "a@b.cd") }.isEmpty)
        #expect(problems { _ = try person(String(repeating: "a", count: 120), "", "a@b.cd") }.isEmpty)
        #expect(problems { _ = try person(String(repeating: "a", count: 121), "", "a@b.cd") } == ["personNameMalformed nama"])
    }

    private func password(_ new: String, _ again: String? = nil) throws -> String {
        try PasswordForm(fields: try fields(["sandi-baru": new, "sandi-ulang": again ?? new])).parse(policy, for: ani)
    }

    @Test("A password is taken exactly as it was typed, blanks and all")
    func asTyped() throws {
        for typed in ["  kuda baterai pokok  ", "sandi+dengan&tanda=%41", "パスワードは十二文字以上です"] {
            #expect(try password(typed) == typed)
        }
    }

    @Test("A password has 12 to 128 characters")
    func passwordLengths() {
        func text(_ count: Int) -> String { String((0..<count).map { "kudabteripok,x-"[$0 * 7 % 15] }) }
        #expect(problems { _ = try password(text(11)) } == ["passwordTooShort sandi-baru"])
        #expect(problems { _ = try password(text(12)) }.isEmpty)
        #expect(problems { _ = try password(text(13)) }.isEmpty)
        #expect(problems { _ = try password(text(127)) }.isEmpty)
        #expect(problems { _ = try password(text(128)) }.isEmpty)
        #expect(problems { _ = try password(text(129)) } == ["passwordTooLong sandi-baru"])
    }

    @Test("Two typings that differ in anything are refused at the second field")
    func differ() {
        #expect(problems { _ = try password("kuda baterai pokok", "kuda baterai pokok ") } == ["passwordsDiffer sandi-ulang"])
        #expect(problems { _ = try password("kuda baterai pokok", "") } == ["passwordsDiffer sandi-ulang"])
        #expect(
            problems { _ = try password("pendek", "lain") } == ["passwordTooShort sandi-baru", "passwordsDiffer sandi-ulang"])
    }

    @Test("A password with one's own name in it, or from the list, is refused")
    func guessable() {
        #expect(problems { _ = try password("ani@contoh.go.id!!") } == ["passwordTellsWhoYouAre sandi-baru"])
        #expect(problems { _ = try password("Rahasia Negara 2026") } == ["passwordCommon sandi-baru"])
    }

    @Test("The first account tells every problem at once, of the person and of the password")
    func setUp() throws {
        let form = SetUpForm(
            fields: try fields(["nama": "", "nip": "", "surel": "x", "sandi-baru": "pendek", "sandi-ulang": "lain"]))
        #expect(
            problems { _ = try form.parse(policy) } == [
                "personNameMalformed nama", "signInNameMalformed surel", "passwordTooShort sandi-baru",
                "passwordsDiffer sandi-ulang",
            ])
        let good = try SetUpForm(
            fields: fields([
                "nama": "Ani Lestari", "surel": "ani@contoh.go.id", "sandi-baru": "kuda baterai pokok", "sandi-ulang": "kuda baterai pokok",
            ])
        ).parse(policy)
        #expect(good.person == ani)
        #expect(good.password == "kuda baterai pokok")
        #expect(problems { _ = try SetUpForm(fields: FormFields()).parse(policy) }.count >= 2)
    }

    @Test("The list that travels with the program refuses what people try first, and not what they should choose")
    func common() throws {
        #expect(CommonPasswords.all.count >= 300)
        #expect(Set(CommonPasswords.all).count == CommonPasswords.all.count)
        let name = try SignInName("198001012005012001")
        for typed in ["qwertyuiop123", "Indonesia 2026!", "BISMILLAH12345", "Kata Sandi Saya", "katasandiku99", "passwordpassword"] {
            #expect(CommonPasswords.policy.problems(with: typed, signInName: name, name: nil).contains(.common), "\(typed)")
        }
        #expect(CommonPasswords.policy.problems(with: "kuda baterai pokok hijau", signInName: name, name: nil).isEmpty)
    }
}

extension String {
    /// Hexadecimal pairs as a form sends them.
    fileprivate var percentPairs: String {
        var pairs = ""
        for (index, digit) in enumerated() { pairs += index.isMultiple(of: 2) ? "%\(digit)" : "\(digit)" }
        return pairs
    }

    fileprivate subscript(_ place: Int) -> Character { self[index(startIndex, offsetBy: place)] }
}
