/// One of several things to choose from, as a programme file lists them.
public struct NamedChoice: Hashable, Sendable {
    /// Names the choice in forms and the database.
    public let id: String
    /// What people call it.
    public let name: String

    /// Puts the choice together; nothing is checked.
    public init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}
