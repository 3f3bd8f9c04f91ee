/// Names one action of a plan.
public struct ActionID: Identifier {
    /// The id as the database and the journal have it.
    public let text: String
    /// Takes any text; whether there is such an action shows only when it is looked up.
    public init(_ text: String) { self.text = text }
}

/// Names one review of progress (monev).
public struct ReviewID: Identifier {
    /// The id as the database and the journal have it.
    public let text: String
    /// Takes any text; whether there is such a review shows only when it is looked up.
    public init(_ text: String) { self.text = text }
}

/// Names one thing that a review of progress found.
public struct ReviewFindingID: Identifier {
    /// The id as the database and the journal have it.
    public let text: String
    /// Takes any text; whether there is such a finding shows only when it is looked up.
    public init(_ text: String) { self.text = text }
}
