/// One value of a database, of the four kinds that both engines keep exactly. There is no floating point: exact
/// numbers are kept as text or as numerator and denominator, times as whole milliseconds since 1970 (UTC).
public enum SQLValue: Hashable, Sendable {
    /// Nothing there.
    case null
    /// A whole number; truth values are 0 and 1.
    case integer(Int64)
    /// UTF-8 text without the character U+0000, which PostgreSQL cannot hold.
    case text(String)
    /// Bytes as they are.
    case blob([UInt8])
}

/// What can be given to a statement as a value.
public protocol SQLConvertible: Sendable {
    /// The value as the database is to keep it.
    var sqlValue: SQLValue { get }
}

extension SQLValue: SQLConvertible {
    /// The value itself.
    public var sqlValue: SQLValue { self }
}

extension Int: SQLConvertible {
    /// A whole number.
    public var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Int64: SQLConvertible {
    /// A whole number.
    public var sqlValue: SQLValue { .integer(self) }
}

extension Bool: SQLConvertible {
    /// 1 for true, 0 for false.
    public var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension String: SQLConvertible {
    /// Text as it is.
    public var sqlValue: SQLValue { .text(self) }
}

extension [UInt8]: SQLConvertible {
    /// Bytes as they are.
    public var sqlValue: SQLValue { .blob(self) }
}

extension Optional: SQLConvertible where Wrapped: SQLConvertible {
    /// The wrapped value, or nothing.
    public var sqlValue: SQLValue { self?.sqlValue ?? .null }
}
