/// Names one statement about an agency or a unit.
public struct StandingID: Identifier {
    /// The id as the database and the journal have it; made by the application in the order of time.
    public let text: String
    /// Takes any text; whether there is such a statement shows only when it is looked up.
    public init(_ text: String) { self.text = text }
}

/// What somebody stated about an agency or a unit, with the document it stands in. It is never changed: whoever corrects it
/// revokes it and states anew.
public struct Standing: Hashable, Sendable {
    /// That a statement no longer counts.
    public struct Revocation: Hashable, Sendable {
        /// From this day on it does not count. On the day it was stated: it never counted.
        public let day: Day
        /// Why, in words.
        public let reason: String
        /// Who revoked it.
        public let by: AccountID

        /// Puts a revocation together; nothing is checked (see ``StandingRule``).
        public init(day: Day, reason: String, by: AccountID) {
            self.day = day
            self.reason = reason
            self.by = by
        }
    }

    /// Names the statement; of two about the same thing the greater id was recorded later.
    public let id: StandingID
    /// The unit it is about; `nil` for the agency itself.
    public let unit: WorkUnitID?
    /// Under which name instruments look for it.
    public let fact: FactID
    /// The value as people typed it; ``Fact/read(_:)`` of an instrument says what it means there.
    public let text: String
    /// The financial year it is about; `nil` where it tells how things are on ``statedOn``.
    public let year: Int?
    /// The day of the document it stands in.
    public let statedOn: Day
    /// The document, by its number and date.
    public let source: String
    /// The kept document itself, where there is one.
    public let document: DocumentID?
    /// Who recorded it.
    public let statedBy: AccountID
    /// `nil` while nobody revoked it.
    public let revocation: Revocation?

    /// Puts a statement together; nothing is checked (see ``StandingRule``).
    public init(
        id: StandingID, unit: WorkUnitID?, fact: FactID, text: String, year: Int?, statedOn: Day, source: String,
        document: DocumentID? = nil, statedBy: AccountID, revocation: Revocation? = nil
    ) {
        self.id = id
        self.unit = unit
        self.fact = fact
        self.text = text
        self.year = year
        self.statedOn = statedOn
        self.source = source
        self.document = document
        self.statedBy = statedBy
        self.revocation = revocation
    }

    /// Whether it counts on a day: from the day it was stated until the day before it was revoked.
    public func counts(on day: Day) -> Bool {
        statedOn <= day && revocation.map { day < $0.day } ?? true
    }
}
