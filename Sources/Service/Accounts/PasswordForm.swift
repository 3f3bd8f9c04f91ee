import Rulebook

/// A new password, typed twice; `parse` is the only way out.
struct PasswordForm: Sendable {
    enum Field {
        static let current = "sandi-lama"
        static let new = "sandi-baru"
        static let again = "sandi-ulang"
    }

    let fields: FormFields

    /// - Throws: `Refusal` with every problem, each at its field.
    func parse(_ policy: PasswordPolicy, for person: AccountStore.Person) throws(Refusal) -> String {
        let password = fields.raw(Field.new)
        guard let signInName = person.signInName else { throw OneTimeLink.refusal }
        var findings: [Finding] = []
        do throws(Refusal) {
            try policy.check(password, signInName: signInName, name: try? PersonName(person.name), at: Field.new)
        } catch { findings += error.findings }
        if password != fields.raw(Field.again) {
            findings.append(
                .error(.passwordsDiffer, at: Field.again, "Kedua ketikan kata sandi tidak sama. Ketik yang sama dua kali."))
        }
        guard findings.isEmpty else { throw Refusal(findings) }
        return password
    }
}

/// What was typed about a person; `parse` is the only way out.
struct PersonForm: Sendable {
    enum Field {
        static let name = "nama"
        static let nip = "nip"
        static let email = "surel"
    }

    private let name: String
    private let nip: String
    private let email: String

    init(fields: FormFields) {
        self.init(name: fields.text(Field.name), nip: fields.text(Field.nip), email: fields.text(Field.email))
    }

    init(name: String, nip: String, email: String) {
        self.name = name
        self.nip = nip
        self.email = email
    }

    /// - Throws: `Refusal` with every problem, each at its field.
    func parse() throws(Refusal) -> AccountStore.Person {
        var findings: [Finding] = []
        var tidy = ""
        do throws(PersonNameRefusal) { tidy = try PersonName(name).text } catch {
            findings += error.refusal(at: Field.name).findings
        }
        let number = Self.signInName(nip, Field.nip, .nip, into: &findings)
        let address = Self.signInName(email, Field.email, .email, into: &findings)
        if findings.isEmpty, number == nil, address == nil {
            findings += SignInNameRefusal.missing.refusal(at: Field.nip).findings
        }
        guard findings.isEmpty else { throw Refusal(findings) }
        return AccountStore.Person(name: tidy, nip: number, email: address)
    }

    private static func signInName(
        _ typed: String, _ field: String, _ kind: SignInName.Kind, into findings: inout [Finding]
    ) -> String? {
        if typed.isEmpty { return nil }
        do throws(SignInNameRefusal) {
            let name = try SignInName(typed)
            guard name.kind == kind else { throw .malformed }
            return name.key
        } catch {
            findings += error.refusal(at: field).findings
            return nil
        }
    }
}

/// The first account: a person and a password.
struct SetUpForm: Sendable {
    /// The typed input.
    struct Parsed: Sendable {
        let person: AccountStore.Person
        let password: String
    }

    let fields: FormFields

    /// Stands in while it is not clear who the person is.
    private static let nobody = AccountStore.Person(
        name: "", nip: String(repeating: "0", count: 18), email: nil)

    /// - Throws: `Refusal` with every problem, each at its field.
    func parse(_ policy: PasswordPolicy) throws(Refusal) -> Parsed {
        var findings: [Finding] = []
        var person: AccountStore.Person?
        do throws(Refusal) { person = try PersonForm(fields: fields).parse() } catch { findings += error.findings }
        var password = ""
        // The password is looked at in any case, so that all problems show at once.
        do throws(Refusal) { password = try PasswordForm(fields: fields).parse(policy, for: person ?? Self.nobody) } catch {
            findings += error.findings
        }
        guard let person, findings.isEmpty else { throw Refusal(findings) }
        return Parsed(person: person, password: password)
    }
}
