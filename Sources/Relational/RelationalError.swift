/// What a database could not do, in terms that are the same for both engines.
public struct RelationalError: Error, Hashable, Sendable {
    /// What kind of trouble it is; decides what a person is told.
    public enum Kind: String, Hashable, Sendable {
        /// The server or the file cannot be reached now; nothing of the unit of work was kept, or it is unknown
        /// whether a commit that had begun was.
        case unavailable
        /// Somebody else holds what was needed for longer than the limit.
        case locked
        /// The statement took longer than the limit.
        case timedOut
        /// No room left on the disk.
        case full
        /// A value that must be unique is there already.
        case unique
        /// A row points to one that is not there, or is still pointed to.
        case foreignKey
        /// A value breaks a rule of its column or table, or a trigger refused the change.
        case check
        /// The file or a page of it is damaged.
        case damaged
        /// A row did not hold what the program expected.
        case misread
        /// The schema is not what the program expects: newer, changed or incomplete.
        case schema
        /// Anything else: a mistake in a statement, a limit of the engine.
        case other
    }

    /// What kind of trouble it is.
    public let kind: Kind
    /// What the engine said, for the log. It may name tables and columns, never values.
    public let detail: String

    /// - Parameters:
    ///   - kind: what kind of trouble it is.
    ///   - detail: what the engine said, without values.
    public init(_ kind: Kind, _ detail: String) {
        self.kind = kind
        self.detail = detail
    }
}
