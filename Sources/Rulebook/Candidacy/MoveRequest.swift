/// Who wants to take a step.
public struct MoveActor: Hashable, Sendable {
    /// The account.
    public let account: AccountID
    /// The roles in force today whose scope holds the unit.
    public let roles: Set<Role>
    /// The units whose own person it is.
    public let units: Set<WorkUnitID>

    /// Puts an actor together; nothing is checked.
    public init(account: AccountID, roles: Set<Role>, units: Set<WorkUnitID>) {
        self.account = account
        self.roles = roles
        self.units = units
    }
}

/// A step that somebody wants to take.
public struct MoveRequest: Hashable, Sendable {
    /// The longest reason, reference or team, in characters.
    public static let longestText = 2_000

    /// The step.
    public let move: Move
    /// Who wants it.
    public let actor: MoveActor
    /// The day on which it happened.
    public let day: Day
    /// The day on which it is asked for; never before `day` in a sound request.
    public let today: Day
    /// Why.
    public let reason: String
    /// The number of the decree, letter or minutes.
    public let reference: String
    /// What it brings along.
    public let result: MoveResult
    /// What is on file for the candidacy, the latest of each kind.
    public let documents: [DocumentKind: DocumentID]

    /// Puts a request together; it is checked when it is decided.
    public init(
        _ move: Move, by actor: MoveActor, day: Day, today: Day, reason: String = "", reference: String = "", result: MoveResult = .none,
        documents: [DocumentKind: DocumentID] = [:]
    ) {
        self.move = move
        self.actor = actor
        self.day = day
        self.today = today
        self.reason = reason
        self.reference = reference
        self.result = result
        self.documents = documents
    }
}
