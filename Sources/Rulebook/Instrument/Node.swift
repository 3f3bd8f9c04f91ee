public import ExactMath

/// One level of the sheet above the questions: component, block, area or indicator.
public struct Node: Sendable {
    public enum Kind: String, Sendable {
        /// Pengungkit, hasil.
        case component
        /// Pemenuhan, reform (90/2021 only).
        case block
        /// An area of change, or an area of results.
        case area
        /// A sub-indicator; its score is the mean of its questions × its weight.
        case indicator
    }

    public let kind: Kind
    public let code: ItemCode
    public let name: String
    /// Points at most, on the sheet's scale of 100.
    public let weight: Ratio
    /// Position of the node above in ``Instrument/nodes``; `nil` for a component.
    public let parent: Int?
    /// The questions below, as a range in ``Instrument/questions``.
    public let questions: Range<Int>
    /// Where the weight was taken from.
    public let source: SourceID

    public init(
        kind: Kind, code: ItemCode, name: String, weight: Ratio, parent: Int?,
        questions: Range<Int>, source: SourceID
    ) {
        self.kind = kind
        self.code = code
        self.name = name
        self.weight = weight
        self.parent = parent
        self.questions = questions
        self.source = source
    }
}

/// An area of change as the regulation's minimums see it: one area, or the same area of several blocks.
public struct ChangeArea: Sendable {
    /// 1 to 6.
    public let number: Int
    public let name: String
    /// Positions in ``Instrument/nodes`` of the areas it is made of.
    public let nodes: [Int]

    public init(number: Int, name: String, nodes: [Int]) {
        self.number = number
        self.name = name
        self.nodes = nodes
    }
}
