import Rulebook

/// What was typed about one employee; `parse()` is the only way out.
struct EmployeeForm: Sendable {
    enum Field {
        static let name = "nama-pegawai"
        static let nip = "nip-pegawai"
        static let from = "mulai-tugas"
        static let until = "selesai-tugas"
        static let account = "akun"
    }

    /// The typed input.
    struct Parsed: Sendable {
        let name: String
        let nip: String?
        let employment: Employment
        /// Whether it is somebody of the unit shows only when it is kept.
        let account: AccountID?
    }

    let fields: FormFields

    /// - Throws: `Refusal` with every problem, each at its field.
    func parse() throws(Refusal) -> Parsed {
        var findings: [Finding] = []
        let name = RollFields.name(fields, Field.name, into: &findings)
        let nip = RollFields.nip(fields, Field.nip, into: &findings)
        let from = DayField.read(fields, Field.from, isRequired: false, .employmentInvalid, into: &findings)
        let until = DayField.read(fields, Field.until, isRequired: false, .employmentInvalid, into: &findings)
        let employment = Employment(from: from, until: until)
        if employment == nil {
            findings.append(
                .error(.employmentInvalid, at: Field.until, "Hari terakhir tidak boleh sebelum hari pertama. Betulkan salah satunya."))
        }
        guard findings.isEmpty, let name, let employment else { throw Refusal(findings) }
        let account = fields.text(Field.account)
        return Parsed(name: name, nip: nip, employment: employment, account: account.isEmpty ? nil : AccountID(String(account.prefix(60))))
    }
}

/// Names and numbers of people who need no account.
enum RollFields {
    static func name(_ fields: FormFields, _ field: String, into findings: inout [Finding]) -> String? {
        do throws(PersonNameRefusal) {
            return try PersonName(fields.text(field)).text
        } catch {
            findings += error.refusal(at: field).findings
            return nil
        }
    }

    /// Eighteen digits; `nil` for none.
    static func nip(_ fields: FormFields, _ field: String, into findings: inout [Finding]) -> String? {
        do throws(SignInNameRefusal) {
            let name = try SignInName(fields.text(field))
            if name.kind == .nip { return name.key }
            findings.append(.error(.signInNameMalformed, at: field, "Ini bukan NIP. Isi 18 angka, atau kosongkan."))
        } catch .missing {
            return nil
        } catch {
            findings += error.refusal(at: field).findings
        }
        return nil
    }
}

/// Many employees at once; `parse()` is the only way out.
struct RollForm: Sendable {
    enum Field {
        static let lines = "daftar"
        static let from = "mulai-semua"
    }

    let fields: FormFields

    /// - Throws: `Refusal` with every problem, each at its field.
    func parse() throws(Refusal) -> (lines: [RollLines.Line], employment: Employment) {
        var findings: [Finding] = []
        let from = DayField.read(fields, Field.from, isRequired: false, .employmentInvalid, into: &findings)
        var lines: [RollLines.Line] = []
        do throws(Refusal) {
            lines = try RollLines.read(fields.raw(Field.lines), at: Field.lines)
        } catch { findings += error.findings }
        guard findings.isEmpty else { throw Refusal(findings) }
        return (lines, Employment(from: from, until: nil) ?? .throughout)
    }
}
