/// Names one file that was sent to be imported.
public struct ImportID: Identifier {
    /// The id as the database has it.
    public let text: String
    /// Takes any text; whether there is such a file shows only when it is looked up.
    public init(_ text: String) { self.text = text }
}
