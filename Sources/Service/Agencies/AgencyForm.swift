import Rulebook

/// What was typed about an agency; `parse()` is the only way out.
struct AgencyForm: Sendable {
    enum Field {
        static let code = "kode-instansi"
        static let name = "nama-instansi"
        static let zone = "zona-waktu"
    }

    /// The typed input.
    struct Parsed: Sendable {
        let code: String
        let name: String
        let offsetMinutes: Int
    }

    let fields: FormFields

    /// - Throws: `Refusal` with every problem, each at its field.
    func parse() throws(Refusal) -> Parsed {
        var findings: [Finding] = []
        let code = NamedThing.code(fields.text(Field.code), at: Field.code, into: &findings)
        let name = NamedThing.name(fields.text(Field.name), at: Field.name, into: &findings)
        let zone = IndonesianZone(rawValue: fields.text(Field.zone))
        if zone == nil {
            findings.append(.error(.malformedName, at: Field.zone, "Pilih zona waktu instansi: WIB, WITA, atau WIT."))
        }
        guard findings.isEmpty, let zone else { throw Refusal(findings) }
        return Parsed(code: code, name: name, offsetMinutes: zone.offsetMinutes)
    }
}

/// The code and the name of an agency or a unit, as people type them.
enum NamedThing {
    /// A code: 2 to 40 letters, digits, points and hyphens, in capitals.
    static func code(_ typed: String, at field: String, into findings: inout [Finding]) -> String {
        let code = typed.uppercased()
        let isPlain = code.unicodeScalars.allSatisfy {
            ("A"..."Z").contains($0) || ("0"..."9").contains($0) || $0 == "." || $0 == "-"
        }
        if !isPlain || !(2...40).contains(code.utf8.count) {
            findings.append(
                .error(.malformedName, at: field, "Isi kode dengan 2 sampai 40 huruf, angka, titik, atau tanda hubung."))
        }
        return code
    }

    /// A name: 3 to 200 characters that can be seen, blanks tidied.
    static func name(_ typed: String, at field: String, into findings: inout [Finding]) -> String {
        let name = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let isPlain = name.unicodeScalars.allSatisfy {
            switch $0.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
            default: true
            }
        }
        if !isPlain || !(3...200).contains(name.unicodeScalars.count) {
            findings.append(
                .error(.malformedName, at: field, "Isi nama dengan 3 sampai 200 huruf, tanpa tanda yang tidak tampak."))
        }
        return name
    }
}
