import Rulebook

/// What was typed about an agency; `parse()` is the only way out.
struct AgencyForm: Sendable {
    enum Field {
        static let code = "kode-instansi"
        static let name = "nama-instansi"
        static let zone = "zona-waktu"
        static let kind = "jenis-instansi"
    }

    /// The typed input.
    struct Parsed: Sendable {
        let code: String
        let name: String
        let offsetMinutes: Int
        /// `nil` while it is not told.
        let kind: AgencyKind?
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
        let typedKind = fields.text(Field.kind)
        let kind = AgencyKind(rawValue: typedKind)
        if kind == nil, !typedKind.isEmpty {
            findings.append(.error(.agencyKindUnknown, at: Field.kind, "Pilih jenis instansi dari daftar, atau kosongkan bila belum diketahui."))
        }
        guard findings.isEmpty, let zone else { throw Refusal(findings) }
        return Parsed(code: code, name: name, offsetMinutes: zone.offsetMinutes, kind: kind)
    }
}
