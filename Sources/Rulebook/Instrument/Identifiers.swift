/// A piece of text that names one thing of one kind. Ids of different kinds cannot be mixed up.
public protocol Identifier: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The id as it stands in files and messages.
    var text: String { get }
    init(_ text: String)
}

extension Identifier {
    public var description: String { text }
    public init(stringLiteral value: String) { self.init(value) }
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

/// Names one version of a regulation's scoring sheet, such as `permenpanrb-90-2021`.
public struct InstrumentID: Identifier {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// The code of a component, block, area, indicator or question, such as `A.I.1.ii.b`.
public struct ItemCode: Identifier {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// Names one count that a ratio question asks for, such as `jumlah_agen`.
public struct InputID: Identifier {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// Names one condition of a designation, such as `total` or `area-3`.
public struct ConditionID: Identifier {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// Names one dated fact about an agency or unit that a prerequisite looks at, such as `opini-bpk`.
public struct FactID: Identifier {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// Names the document a figure was taken from.
public struct SourceID: Identifier {
    public let text: String
    public init(_ text: String) { self.text = text }
}
