/// Names one step of the national review, such as `evaluasi-lapangan`.
public struct ReviewStepID: Identifier {
    /// The id as programme files, forms and the database have it.
    public let text: String
    /// Takes any text; whether the programme has such a step is not checked.
    public init(_ text: String) { self.text = text }
}

/// One step of the national review.
public struct ReviewStepRule: Hashable, Sendable {
    /// Names the step.
    public let id: ReviewStepID
    /// What people call it.
    public let name: String
    /// Towards which designations it is taken.
    public let designations: Set<Designation>
    /// The fewest people that a survey in this step must have asked; `nil` where none is asked for.
    public let leastRespondents: Int?
    /// Where the regulation says so.
    public let clause: String

    /// Puts the rule together; it is checked with the whole file.
    public init(id: ReviewStepID, name: String, designations: Set<Designation>, leastRespondents: Int?, clause: String) {
        self.id = id
        self.name = name
        self.designations = designations
        self.leastRespondents = leastRespondents
        self.clause = clause
    }
}
