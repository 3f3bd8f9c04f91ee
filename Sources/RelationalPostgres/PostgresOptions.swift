/// How a PostgreSQL server is used. The defaults suit a server that answers people; a migration or a backup sets
/// ``statementTimeout`` to `nil`.
public struct PostgresOptions: Hashable, Sendable {
    /// The most connections at a time, at least 2: a quarter of them, but at least one, change the database, the
    /// others read. They are opened when they are needed.
    public var connections = 8

    /// The longest one statement may take, `nil` for as long as it needs; a transaction may also pause for as long then.
    public var statementTimeout: Duration? = .seconds(30)

    /// The longest a statement waits for a row or table that another transaction holds.
    public var lockTimeout: Duration = .seconds(10)

    /// The longest a unit of work waits for a free connection.
    public var leaseTimeout: Duration = .seconds(10)

    /// How long a unit of work waits for a server that cannot be reached. Once the server has been away for this
    /// long, units of work fail at once until it is back.
    public var patience: Duration = .seconds(5)

    /// The longest one attempt to connect takes to one address, in whole seconds, at least 2.
    public var connectTimeout: Duration = .seconds(5)

    /// The most prepared statements that one connection keeps.
    public var preparedStatements = 256

    /// Whether a server is accepted that does not write to the disk before it confirms (`fsync = off`). For
    /// measurements only.
    public var acceptsUnsafeServer = false

    /// The defaults.
    public init() {}

    /// How many connections change the database.
    var writers: Int { max(1, connections / 4) }

    /// How many connections read.
    var readers: Int { max(1, connections - writers) }

    /// The longest silence of the server that is still believed, in milliseconds; -1 for any.
    var silence: Int32 {
        guard let statementTimeout else { return -1 }
        return Int32(clamping: max(statementTimeout, lockTimeout).limit + 10_000)
    }
}

extension Duration {
    /// Whole milliseconds, rounded down; the largest number when there are too many.
    var milliseconds: Int64 {
        let (seconds, attoseconds) = components
        let (whole, isTooLarge) = seconds.multipliedReportingOverflow(by: 1_000)
        return isTooLarge ? (seconds < 0 ? .min : .max) / 2 : whole + attoseconds / 1_000_000_000_000_000
    }

    /// Milliseconds as the server takes a limit: 0 would mean none there, and more than 24 days do not fit.
    var limit: Int64 { min(max(milliseconds, 1), 2_147_483_647) }
}
