/// Who takes a step, and what must be there before.
public struct MoveRule: Hashable, Sendable {
    /// The step.
    public let move: Move
    /// Towards which designations the rule counts.
    public let designations: Set<Designation>
    /// Who may take it.
    public let roles: [Role]
    /// What must hold.
    public let checks: [Check]
    /// What must be on file for the candidacy.
    public let documents: [DocumentKind]
    /// Steps of the same round that must have been taken by other people.
    public let apartFrom: [Move]
    /// Whether nobody of the unit itself may take it.
    public let isForOutsiders: Bool
    /// Whether the number of a decree, letter or minutes has to be given.
    public let needsReference: Bool
    /// Where the regulation says so.
    public let clause: String

    /// Puts the rule together; it is checked with the whole file.
    public init(
        move: Move, designations: Set<Designation>, roles: [Role], checks: [Check], documents: [DocumentKind], apartFrom: [Move],
        isForOutsiders: Bool, needsReference: Bool, clause: String
    ) {
        self.move = move
        self.designations = designations
        self.roles = roles
        self.checks = checks
        self.documents = documents
        self.apartFrom = apartFrom
        self.isForOutsiders = isForOutsiders
        self.needsReference = needsReference
        self.clause = clause
    }
}
