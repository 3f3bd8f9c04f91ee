/// A stage in the words of the regulation.
public struct StageRule: Hashable, Sendable {
    /// Which stage.
    public let stage: Stage
    /// What happens in it, in own words.
    public let text: String
    /// Where the regulation says so.
    public let clause: String

    /// Puts the rule together; nothing is checked.
    public init(stage: Stage, text: String, clause: String) {
        self.stage = stage
        self.text = text
        self.clause = clause
    }
}

/// A kind of document that steps ask for.
public struct DocumentRule: Hashable, Sendable {
    /// The kind as forms and the database have it.
    public let kind: DocumentKind
    /// What people call it.
    public let name: String

    /// Puts the rule together; nothing is checked.
    public init(kind: DocumentKind, name: String) {
        self.kind = kind
        self.name = name
    }
}
