/// Names one employee on the roll of a unit. Most have no account, so it is no ``AccountID``.
public struct EmployeeID: Identifier {
    /// The id as the database and the journal have it.
    public let text: String
    /// Takes any text; whether there is such an employee shows only when it is looked up.
    public init(_ text: String) { self.text = text }
}
