/// Names one criterion by which units are chosen, such as `layanan-strategis`.
public struct CriterionID: Identifier {
    /// The id as programme files, the database and forms have it.
    public let text: String
    /// Takes any text; whether the programme has such a criterion shows only when it is looked up.
    public init(_ text: String) { self.text = text }
}
