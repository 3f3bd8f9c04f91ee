import Rulebook

/// What was typed to merge a unit into another. Whether the other can be used shows only in the database, so both problems are
/// told together there.
struct UnitMergerForm: Sendable {
    typealias Field = UnitEnding.Field

    /// The typed input.
    struct Parsed: Sendable {
        /// The code of the other unit, or its id.
        let target: String
        /// `nil` when no day was typed.
        let day: Day?
    }

    let fields: FormFields

    func parse() -> Parsed {
        Parsed(target: fields.text(Field.target), day: Day(fields.text(Field.day)))
    }
}
