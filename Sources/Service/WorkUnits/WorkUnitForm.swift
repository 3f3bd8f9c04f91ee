import Rulebook

/// What was typed about a unit; `parse()` is the only way out.
struct WorkUnitForm: Sendable {
    enum Field {
        static let code = "kode-unit"
        static let name = "nama-unit"
        static let parent = "induk"
        /// From when a changed name counts.
        static let since = UnitNames.field
    }

    /// The typed input.
    struct Parsed: Sendable {
        let code: String
        let name: String
        /// The code of the unit above, or its id; whether there is one shows only when it is kept. `nil` for none.
        let parent: String?
        /// The first day of a changed name; `nil` for today.
        let since: Day?
    }

    let fields: FormFields

    /// - Throws: `Refusal` with every problem, each at its field.
    func parse() throws(Refusal) -> Parsed {
        var findings: [Finding] = []
        let code = NamedThing.code(fields.text(Field.code), at: Field.code, into: &findings)
        let name = NamedThing.name(fields.text(Field.name), at: Field.name, into: &findings)
        let typedDay = fields.text(Field.since)
        let since = Day(typedDay)
        if since == nil, !typedDay.isEmpty {
            findings.append(.error(.renameDayInvalid, at: Field.since, "Isi tanggal sejak kapan nama baru berlaku, atau kosongkan untuk hari ini."))
        }
        guard findings.isEmpty else { throw Refusal(findings) }
        let parent = fields.text(Field.parent)
        return Parsed(code: code, name: name, parent: parent.isEmpty ? nil : parent, since: since)
    }
}
