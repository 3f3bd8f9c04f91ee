import Markup
import Rulebook

/// The fields of ``PersonForm``, wherever a person is written down.
enum PersonFields {
    /// - Parameters:
    ///   - typed: what was typed, or what is kept so far.
    ///   - isOwn: whether the person fills them in about themselves, so that the browser may help.
    static func render(_ typed: Typed, isOwn: Bool, refusal: Refusal? = nil) -> HTML {
        """
        \(FormPiece.render(.init(name: PersonForm.Field.name, label: "Nama lengkap", hint: "Boleh dengan gelar.", autocomplete: isOwn ? "name" : "off"), value: typed.name, refusal: refusal))
        \(FormPiece.render(.init(name: PersonForm.Field.nip, label: "NIP", hint: "18 angka. Isi NIP, surel, atau keduanya; salah satunya dipakai untuk masuk.", type: .code, autocomplete: "off", isRequired: false), value: typed.nip, refusal: refusal))
        \(FormPiece.render(.init(name: PersonForm.Field.email, label: "Surel dinas", hint: "Contoh: nama@instansi.go.id", type: .email, autocomplete: isOwn ? "email" : "off", isRequired: false), value: typed.email, refusal: refusal))
        """
    }

    /// The texts in the fields.
    struct Typed: Sendable {
        var name = ""
        var nip = ""
        var email = ""

        init() {}

        init(_ person: AccountStore.Person) {
            (name, nip, email) = (person.name, person.nip ?? "", person.email ?? "")
        }

        /// What was sent; longer texts than anybody needs are cut.
        init(_ fields: FormFields) {
            func text(_ field: String) -> String { String(fields.text(field).prefix(300)) }
            (name, nip, email) = (text(PersonForm.Field.name), text(PersonForm.Field.nip), text(PersonForm.Field.email))
        }
    }
}

/// The fields for passwords, the present one and a new one.
enum PasswordFields {
    /// The password that somebody who is signed in types once more.
    ///
    /// - Parameter reason: why it is asked for.
    static func current(_ reason: String? = nil, _ refusal: Refusal?) -> HTML {
        FormPiece.render(
            .init(
                name: PasswordForm.Field.current, label: "Kata sandi yang sekarang", hint: reason, type: .password,
                autocomplete: "current-password"), refusal: refusal)
    }

    /// A new one, typed twice.
    static func render(_ refusal: Refusal?) -> HTML {
        """
        \(FormPiece.render(.init(name: PasswordForm.Field.new, label: "Kata sandi baru", hint: hint, type: .password, autocomplete: "new-password"), refusal: refusal))
        \(FormPiece.render(.init(name: PasswordForm.Field.again, label: "Kata sandi baru, sekali lagi", type: .password, autocomplete: "new-password"), refusal: refusal))
        """
    }

    private static let hint =
        "Paling sedikit \(PasswordPolicy.shortest) karakter. Beberapa kata yang tidak berhubungan mudah diingat dan cukup kuat; tidak perlu angka atau tanda."
}
