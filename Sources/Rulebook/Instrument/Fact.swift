/// A fact about an agency or unit that a prerequisite looks at.
public struct Fact: Sendable {
    public enum Holder: String, Sendable {
        case agency, unit
    }

    public enum Kind: Hashable, Sendable {
        case grade(GradeScale)
        /// A number of 0 or more: consecutive years, a level, a percentage.
        case number
        case yesNo
    }

    public let id: FactID
    public let name: String
    public let holder: Holder
    public let kind: Kind

    public init(id: FactID, name: String, holder: Holder, kind: Kind) {
        self.id = id
        self.name = name
        self.holder = holder
        self.kind = kind
    }
}
