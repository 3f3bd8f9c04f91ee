/// A piece of text that names one thing of one kind. Ids of different kinds cannot be mixed up.
public protocol Identifier: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The id as it stands in files and messages.
    var text: String { get }
    init(_ text: String)
}

extension Identifier {
    /// The same as ``text``, so that messages can name the id directly.
    public var description: String { text }
    /// Lets an id be written as a literal; like every id, it is not checked.
    public init(stringLiteral value: String) { self.init(value) }
    /// Orders ids as texts, character by character: `A.10` stands before `A.2`.
    ///
    /// - Complexity: O(length)
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

/// Names one version of a regulation's scoring sheet, such as `permenpanrb-90-2021`.
public struct InstrumentID: Identifier {
    /// The id as files, messages and the command line have it.
    public let text: String
    /// Takes any text; whether there is such an instrument shows only when it is asked for.
    public init(_ text: String) { self.text = text }
}

/// The code of a component, block, area, indicator or question, such as `A.I.1.ii.b`.
public struct ItemCode: Identifier {
    /// The code as the sheet prints it, upper and lower case told apart.
    public let text: String
    /// Takes any text; whether an instrument has the code shows only when it is looked up.
    public init(_ text: String) { self.text = text }
}

/// Names one count that a ratio question asks for, such as `jumlah_agen`.
public struct InputID: Identifier {
    /// The name as it stands after the slash in files.
    public let text: String
    /// Takes any text; nothing is checked.
    public init(_ text: String) { self.text = text }
}

/// Names one condition of a designation, such as `total` or `area-3`.
public struct ConditionID: Identifier {
    /// The id as instrument files and messages have it.
    public let text: String
    /// Takes any text; nothing is checked.
    public init(_ text: String) { self.text = text }
}

/// Names one dated fact about an agency or unit that a prerequisite looks at, such as `opini-bpk`.
public struct FactID: Identifier {
    /// The id as instrument files and sheets have it.
    public let text: String
    /// Takes any text; whether an instrument asks for the fact is not checked.
    public init(_ text: String) { self.text = text }
}

/// Names the document a figure was taken from.
public struct SourceID: Identifier {
    /// The id as instrument files have it; what it stands for is in ``Instrument/Parts/sources``.
    public let text: String
    /// Takes any text; ``Instrument/init(_:)`` checks that the sources of weights are listed.
    public init(_ text: String) { self.text = text }
}
