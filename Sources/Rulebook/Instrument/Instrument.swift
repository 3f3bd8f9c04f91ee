/// One version of a regulation's scoring sheet: its tree, questions, minimums and policies.
///
/// An instrument is immutable and already checked: weights add up at every level, codes are unique, every
/// condition has something to measure (see `Instrument+Checks.swift`).
public final class Instrument: Sendable {
    /// The regulation an instrument stands for.
    public struct Regulation: Sendable {
        /// Such as `PermenPANRB 90/2021`.
        public let number: String
        /// What it is about.
        public let title: String
        /// What changed it, in words; empty when nothing did.
        public let amendment: String

        /// Puts the texts together as they are; none is checked.
        public init(number: String, title: String, amendment: String) {
            self.number = number
            self.title = title
            self.amendment = amendment
        }
    }

    /// Everything an instrument is made of, before it is checked.
    public struct Parts: Sendable {
        /// Names the instrument in files and on the command line.
        public var id: InstrumentID
        /// Counts up with each published change of the file.
        public var version: Int
        /// The regulation the sheet comes from.
        public var regulation: Regulation
        /// The scales of choice questions, each once; ordered by name when read from a file.
        public var scales: [Scale]
        /// In the order of the sheet, each before what is below it.
        public var nodes: [Node]
        /// In the order of the sheet.
        public var questions: [Question]
        /// The areas of change, in the order of the file.
        public var changeAreas: [ChangeArea]
        /// What a sheet must reach, in the order people read it; every designation needs at least one condition.
        public var conditions: [Designation: [Condition]]
        /// The facts that prerequisites look at, in the order of the file.
        public var facts: [Fact]
        /// What must hold before nomination, in the order people read it; a designation may have none.
        public var prerequisites: [Designation: [Condition]]
        /// How the instrument reads what the regulation leaves open.
        public var policies: Policies
        /// What a better answer costs where a question says nothing else.
        public var effort: EffortRule
        /// Lines that decide nothing, in the order in which they are shown.
        public var remarks: [Remark]
        /// What each source id stands for.
        public var sources: [SourceID: String]

        /// Collects the parts; they are checked when an ``Instrument`` is made of them.
        public init(
            id: InstrumentID, version: Int, regulation: Regulation, scales: [Scale], nodes: [Node],
            questions: [Question], changeAreas: [ChangeArea], conditions: [Designation: [Condition]],
            facts: [Fact], prerequisites: [Designation: [Condition]], policies: Policies, effort: EffortRule,
            remarks: [Remark], sources: [SourceID: String]
        ) {
            self.id = id
            self.version = version
            self.regulation = regulation
            self.scales = scales
            self.nodes = nodes
            self.questions = questions
            self.changeAreas = changeAreas
            self.conditions = conditions
            self.facts = facts
            self.prerequisites = prerequisites
            self.policies = policies
            self.effort = effort
            self.remarks = remarks
            self.sources = sources
        }
    }

    /// Everything the instrument is made of, checked.
    public let parts: Parts
    /// The indicator of each question, as a position in ``nodes``.
    public let indicatorOfQuestion: [Int]
    let questionPositions: [ItemCode: Int]
    let nodePositions: [ItemCode: Int]
    /// Where each question's counts begin in ``ScoringSheet/counts``; one entry more than questions.
    let firstCount: [Int]

    /// Names the instrument in files and on the command line.
    public var id: InstrumentID { parts.id }
    /// The regulation the sheet comes from.
    public var regulation: Regulation { parts.regulation }
    /// Components, blocks, areas and indicators in the order of the sheet, each before what is below it. Positions
    /// of nodes are 0-based and count here.
    public var nodes: [Node] { parts.nodes }
    /// All questions in the order of the sheet. Positions of questions are 0-based and count here.
    public var questions: [Question] { parts.questions }
    /// How the instrument reads what the regulation leaves open.
    public var policies: Policies { parts.policies }

    /// Checks the parts and builds what is derived from them.
    ///
    /// - Throws: ``Refusal`` with every problem found.
    /// - Complexity: O(nodes × questions)
    public init(_ parts: Parts) throws(Refusal) {
        let problems = Self.problems(in: parts)
        guard problems.isEmpty else { throw Refusal(problems) }
        self.parts = parts
        var indicator = [Int](repeating: 0, count: parts.questions.count)
        for (position, node) in parts.nodes.enumerated() where node.kind == .indicator {
            for question in node.questions { indicator[question] = position }
        }
        indicatorOfQuestion = indicator
        questionPositions = Dictionary(
            parts.questions.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        nodePositions = Dictionary(
            parts.nodes.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        var first = [0]
        for question in parts.questions { first.append(first[first.count - 1] + question.inputs.count) }
        firstCount = first
    }

    /// The position of a question in ``questions``.
    public func question(_ code: ItemCode) -> Int? { questionPositions[code] }

    /// The position of a component, block, area or indicator in ``nodes``.
    public func node(_ code: ItemCode) -> Int? { nodePositions[code] }

    /// The positions of the nodes directly below one.
    ///
    /// - Complexity: O(nodes)
    public func children(of node: Int) -> [Int] {
        parts.nodes.indices.filter { parts.nodes[$0].parent == node }
    }

    /// The conditions a sheet must meet for a designation, in the order people read them.
    public func conditions(for designation: Designation) -> [Condition] {
        parts.conditions[designation] ?? []
    }

    /// The prerequisites before nomination, agency and unit together.
    public func prerequisites(for designation: Designation) -> [Condition] {
        parts.prerequisites[designation] ?? []
    }
}
