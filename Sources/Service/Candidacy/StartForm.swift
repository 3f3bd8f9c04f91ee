import Rulebook

/// What was chosen for a unit that sets out; `parse(_:)` is the only way out.
struct StartForm: Sendable {
    enum Field {
        static let designation = "predikat"
        static let year = "tahun"
        static let programme = "program"
        static let affirmation = "afirmasi"
    }

    /// The typed input.
    struct Parsed: Sendable {
        let designation: Designation
        let year: Int
        let programme: ProgrammeID
        let affirmation: String?
    }

    let fields: FormFields

    /// - Throws: `Refusal` with every problem, each at its field.
    func parse(_ programmes: PreparedProgrammes) throws(Refusal) -> Parsed {
        var findings: [Finding] = []
        let designation = Designation(rawValue: fields.text(Field.designation))
        if designation == nil {
            findings.append(.error(.moveIncomplete, at: Field.designation, "Predikat yang dituju belum dipilih. Pilih WBK atau WBBM."))
        }
        let year = Int(fields.text(Field.year)).flatMap { (2_000...9_999).contains($0) ? $0 : nil }
        if year == nil {
            findings.append(.error(.moveIncomplete, at: Field.year, "Tahun pengusulan ditulis dengan empat angka, seperti 2027."))
        }
        let programme = ProgrammeID(fields.text(Field.programme))
        if !programmes.all.contains(where: { $0.id == programme }) {
            findings.append(.error(.programmeUnknown, at: Field.programme, "Peraturan itu tidak ada. Pilih salah satu yang ditawarkan."))
        }
        guard findings.isEmpty, let designation, let year else { throw Refusal(findings) }
        let affirmation = fields.text(Field.affirmation)
        return Parsed(
            designation: designation, year: year, programme: programme, affirmation: affirmation.isEmpty ? nil : affirmation)
    }

    /// The field at which a requirement stands.
    static func place(_ subject: MoveRequirement.Subject) -> String {
        switch subject {
        case .programme: Field.year
        case .only, .presupposed, .wait: Field.designation
        default: ""
        }
    }
}
