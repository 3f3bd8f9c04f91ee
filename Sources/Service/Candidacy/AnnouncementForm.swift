import Rulebook

/// What was typed about an announcement; `parse(_:)` is the only way out.
struct AnnouncementForm: Sendable {
    enum Field {
        static let programme = "program"
        static let year = "tahun"
        static let kind = "jenis"
        static let day = "tanggal"
        static let source = "sumber"
    }

    /// The typed input.
    struct Parsed: Sendable {
        let programme: ProgrammeID
        let year: Int
        let kind: AnnouncementStore.Kind
        let day: Day
        let source: String
    }

    let fields: FormFields

    /// The kinds that are announced about an agency; a deadline is for all, so it stands at the nation.
    static func kinds(about agency: AgencyID) -> [AnnouncementStore.Kind] {
        agency == .nation ? [.deadline] : [.knockOut, .knockOutLifted]
    }

    /// - Throws: `Refusal` with every problem, each at its field.
    func parse(_ programmes: PreparedProgrammes, about agency: AgencyID) throws(Refusal) -> Parsed {
        var findings: [Finding] = []
        let year = Int(fields.text(Field.year)) ?? 0
        let rules = programmes.all.first { $0.id.text == fields.text(Field.programme) }
        if rules == nil {
            findings.append(.error(.programmeUnknown, at: Field.programme, "Peraturan itu tidak ada. Pilih salah satu yang ditawarkan."))
        } else if let rules, !rules.parts.years.contains(year) || year > 9_999 {
            findings.append(.error(.programmeUnknown, at: Field.year, "\(rules.name) tidak berlaku untuk tahun itu. Tulis tahun lain, seperti 2027."))
        }
        let kind = AnnouncementStore.Kind(rawValue: fields.text(Field.kind)).flatMap { Self.kinds(about: agency).contains($0) ? $0 : nil }
        if kind == nil { findings.append(.error(.moveIncomplete, at: Field.kind, "Pilih jenis pengumumannya.")) }
        let day = Day(fields.text(Field.day))
        if day == nil {
            findings.append(.error(.moveDayInvalid, at: Field.day, "Tanggal belum terbaca. Pilih tanggalnya, atau tulis seperti 2026-05-31."))
        } else if let day, kind == .deadline, day.date.year != year {
            findings.append(.error(.moveDayInvalid, at: Field.day, "Tenggat harus jatuh pada tahun pengusulannya. Ubah tanggal atau tahunnya."))
        }
        let source = fields.text(Field.source)
        if source.isEmpty || source.unicodeScalars.count > MoveRequest.longestText {
            findings.append(.error(.moveIncomplete, at: Field.source, "Sebutkan surat, putusan, atau halaman tempat hal ini diumumkan."))
        }
        guard findings.isEmpty, let rules, let kind, let day else { throw Refusal(findings) }
        return Parsed(programme: rules.id, year: year, kind: kind, day: day, source: source)
    }
}
