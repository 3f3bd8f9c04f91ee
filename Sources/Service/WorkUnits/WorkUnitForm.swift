import Rulebook

/// What was typed about a unit; `parse()` is the only way out.
struct WorkUnitForm: Sendable {
    enum Field {
        static let code = "kode-unit"
        static let name = "nama-unit"
        static let parent = "induk"
    }

    /// The typed input.
    struct Parsed: Sendable {
        let code: String
        let name: String
        /// Whether it is a unit of the same agency shows only when it is kept.
        let parent: WorkUnitID?
    }

    let fields: FormFields

    /// - Throws: `Refusal` with every problem, each at its field.
    func parse() throws(Refusal) -> Parsed {
        var findings: [Finding] = []
        let code = NamedThing.code(fields.text(Field.code), at: Field.code, into: &findings)
        let name = NamedThing.name(fields.text(Field.name), at: Field.name, into: &findings)
        guard findings.isEmpty else { throw Refusal(findings) }
        let parent = fields.text(Field.parent)
        return Parsed(code: code, name: name, parent: parent.isEmpty ? nil : WorkUnitID(parent))
    }
}
