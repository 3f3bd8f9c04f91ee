extension CandidacyState.Kind {
    /// Whether the record of the declaration and the statement of readiness may still change: until the step that stands on them.
    public var keepsDeclarationOpen: Bool { self == .preparing }

    /// Whether the working group may still score: until the unit is laid before the head of the agency.
    public var keepsSelectionOpen: Bool { self == .preparing || self == .declared }
}
