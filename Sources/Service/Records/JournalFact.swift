import Journaling
import Rulebook

/// Something that happened, on its way into the journal.
struct JournalFact: Sendable {
    /// Who did it, and in what role.
    struct Actor: Hashable, Sendable {
        /// The account; `nil` for the program itself.
        let account: AccountID?
        /// The role in which it was done; `nil` where none was needed, as for one's own password.
        let role: Role?

        /// The program itself, at start or on a schedule.
        static let system = Actor(account: nil, role: nil)
    }

    /// Personal data that belongs to a fact: the chain holds a commitment to it, and the text stands apart.
    struct Personal: Sendable {
        /// Its place in the content.
        let field: String
        /// Whose data it is.
        let account: AccountID
        let value: String
    }

    /// Whose chain it stands on.
    let agency: AgencyID
    let kind: FactKind
    let actor: Actor
    /// What it is about: an account, a unit, a session; empty for the agency itself.
    let subject: String
    let content: [String: CanonicalValue]
    let personal: [Personal]
    /// Milliseconds since 1970.
    let at: Timestamp

    init(
        _ kind: FactKind, in agency: AgencyID, by actor: Actor, about subject: String = "",
        _ content: [String: CanonicalValue] = [:], personal: [Personal] = [], at: Timestamp
    ) {
        self.kind = kind
        self.agency = agency
        self.actor = actor
        self.subject = subject
        self.content = content
        self.personal = personal
        self.at = at
    }
}
