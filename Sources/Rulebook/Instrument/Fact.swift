/// A fact about an agency or unit that a prerequisite looks at.
public struct Fact: Sendable {
    /// Whose fact it is: the agency's that proposes, or the proposed unit's own.
    public enum Holder: String, Sendable {
        case agency, unit
    }

    /// How the fact is stated: as a grade on a ladder, as a number, or as yes or no.
    public enum Kind: Hashable, Sendable {
        case grade(GradeScale)
        /// A number of 0 or more: consecutive years, a level, a percentage.
        case number
        case yesNo
    }

    /// Names the fact wherever it is stated or required.
    public let id: FactID
    /// What people are asked for, in Indonesian.
    public let name: String
    /// Whether the fact is about the agency or about the unit.
    public let holder: Holder
    /// What a stated value must look like (see ``read(_:)``).
    public let kind: Kind
    /// Where its value comes from.
    public let source: FactSource

    /// Puts a fact together; nothing is checked here.
    ///
    /// - Parameter source: `nil` for a fact that is stated under its own id and about a day.
    public init(id: FactID, name: String, holder: Holder, kind: Kind, source: FactSource? = nil) {
        self.id = id
        self.name = name
        self.holder = holder
        self.kind = kind
        self.source = source ?? .stated(as: id, isYearly: false)
    }
}
