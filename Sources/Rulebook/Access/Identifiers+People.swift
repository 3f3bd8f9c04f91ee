/// Names one person's account. Made by the application, never shown as a name.
public struct AccountID: Identifier {
    /// The id as the database and the journal have it.
    public let text: String
    /// Takes any text; whether there is such an account shows only when it is looked up.
    public init(_ text: String) { self.text = text }
}

/// Names one agency: a ministry, a body or a local government.
public struct AgencyID: Identifier {
    /// The id as the database and the journal have it.
    public let text: String
    /// Takes any text; whether there is such an agency shows only when it is looked up.
    public init(_ text: String) { self.text = text }
}

/// Names one work unit of an agency. Unique by itself, yet always stored beside its agency's id.
public struct WorkUnitID: Identifier {
    /// The id as the database and the journal have it.
    public let text: String
    /// Takes any text; whether there is such a unit shows only when it is looked up.
    public init(_ text: String) { self.text = text }
}

/// Names one granting of a role to a person.
public struct GrantID: Identifier {
    /// The id as the database and the journal have it.
    public let text: String
    /// Takes any text; nothing is checked.
    public init(_ text: String) { self.text = text }
}
