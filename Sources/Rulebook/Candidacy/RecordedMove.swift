/// What a move brought along beside the step itself.
public enum MoveResult: Hashable, Sendable {
    /// Nothing.
    case none
    /// The score a team came to, as it stands in its report: `86,40`.
    case score(String)
    /// One step of the national review: which, whether the unit passed it, how many people its survey asked, and which team did it.
    case step(ReviewStepID, isPassed: Bool, respondents: Int?, team: String)
    /// The national result: whether it is favourable, and the score.
    case conclusion(isFavourable: Bool, score: String)
    /// The ground on which a designation may be taken away, as the programme names it.
    case ground(String)
    /// The award: the last day of its term, where the decree names one.
    case award(until: Day?)
}

/// A move that was taken. Never changed afterwards.
public struct RecordedMove: Hashable, Sendable {
    /// Its place in the history of the candidacy, from 1.
    public let sequence: Int
    /// The step.
    public let move: Move
    /// Where the candidacy stood before.
    public let from: CandidacyState.Kind
    /// Where it stands afterwards.
    public let to: CandidacyState.Kind
    /// Who took it.
    public let actor: AccountID
    /// In which role.
    public let role: Role
    /// The day on which it happened.
    public let day: Day
    /// Why; may be empty.
    public let reason: String
    /// The clause that allowed it, as the rules had it then.
    public let legalBasis: String
    /// The number of the decree, letter or minutes; may be empty.
    public let reference: String
    /// The documents it stood on.
    public let documents: [DocumentKind: DocumentID]
    /// What it brought along.
    public let result: MoveResult
    /// When it was recorded.
    public let at: Timestamp

    /// Puts a move together; nothing is checked.
    public init(
        sequence: Int, move: Move, from: CandidacyState.Kind, to: CandidacyState.Kind, actor: AccountID, role: Role, day: Day,
        reason: String, legalBasis: String, reference: String, documents: [DocumentKind: DocumentID], result: MoveResult, at: Timestamp
    ) {
        self.sequence = sequence
        self.move = move
        self.from = from
        self.to = to
        self.actor = actor
        self.role = role
        self.day = day
        self.reason = reason
        self.legalBasis = legalBasis
        self.reference = reference
        self.documents = documents
        self.result = result
        self.at = at
    }
}
