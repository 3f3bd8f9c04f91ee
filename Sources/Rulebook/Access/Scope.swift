/// For what a role counts: the nation, an agency, or one unit of an agency.
public enum Scope: Hashable, Sendable {
    /// The whole programme.
    case nation
    /// An agency with all its units.
    case agency(AgencyID)
    /// One unit, named together with its agency.
    case unit(WorkUnitID, in: AgencyID)

    /// The level of a scope. Raw values stand in the database.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// The whole programme.
        case nation = "nasional"
        /// An agency.
        case agency = "instansi"
        /// A unit.
        case unit = "unit"

        /// What people read, in Indonesian.
        public var name: String {
            switch self {
            case .nation: "tingkat nasional"
            case .agency: "instansi"
            case .unit: "unit kerja"
            }
        }
    }

    /// The level.
    public var kind: Kind {
        switch self {
        case .nation: .nation
        case .agency: .agency
        case .unit: .unit
        }
    }

    /// The agency, where there is one.
    public var agency: AgencyID? {
        switch self {
        case .nation: nil
        case .agency(let agency), .unit(_, in: let agency): agency
        }
    }

    /// Whether the other scope lies in this one or is the same: the nation holds all, an agency its units.
    public func contains(_ other: Scope) -> Bool {
        switch (self, other) {
        case (.nation, _): true
        case (.agency(let mine), _): other.agency == mine
        case (.unit, _): self == other
        }
    }

    /// Whether either holds the other.
    public func overlaps(_ other: Scope) -> Bool { contains(other) || other.contains(self) }
}
