public import ExactMath

/// One level of the sheet above the questions: component, block, area or indicator.
public struct Node: Sendable {
    /// The level of the sheet a node stands on, listed from the top down.
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

    /// The level it stands on; only indicators have questions directly below.
    public let kind: Kind
    /// Names the node in files and messages; no other node of the instrument has it.
    public let code: ItemCode
    /// What people read on the sheet, in Indonesian, without the code.
    public let name: String
    /// Points at most, on the sheet's scale of 100.
    public let weight: Ratio
    /// Position of the node above in ``Instrument/nodes``; `nil` for a component.
    public let parent: Int?
    /// The questions below, as a range in ``Instrument/questions``.
    public let questions: Range<Int>
    /// Where the weight was taken from.
    public let source: SourceID

    /// Puts a node together; weights, codes and sources are checked by ``Instrument/init(_:)``.
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
    /// What people read, in Indonesian, without the number.
    public let name: String
    /// Positions in ``Instrument/nodes`` of the areas it is made of.
    public let nodes: [Int]

    /// Puts an area together; number and positions are not checked here.
    public init(number: Int, name: String, nodes: [Int]) {
        self.number = number
        self.name = name
        self.nodes = nodes
    }
}
