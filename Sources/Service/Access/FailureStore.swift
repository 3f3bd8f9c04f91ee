import Relational
import Rulebook

/// Failed sign-ins in the database, so that several servers count together.
enum FailureStore {
    /// The moments of failures under a key since a moment, the oldest first; at most a hundred.
    ///
    /// - Throws: `RelationalError`.
    static func times(_ key: [UInt8], since: Timestamp, in session: any ReadSession) throws -> [Timestamp] {
        try session.rows(
            """
            SELECT at FROM sign_in_failures WHERE key = \(key) AND at > \(since.milliseconds)
            ORDER BY at DESC LIMIT 100
            """
        ).reversed().map { Timestamp(milliseconds: try $0.integer(0)) }
    }

    /// Notes a failure.
    ///
    /// - Throws: `RelationalError`.
    static func insert(_ key: [UInt8], id: String, at now: Timestamp, in session: any WriteSession) throws {
        try session.execute("INSERT INTO sign_in_failures (key, at, id) VALUES (\(key), \(now.milliseconds), \(id))")
    }

    /// Forgets the failures under a key, after a sign-in that succeeded.
    ///
    /// - Throws: `RelationalError`.
    static func forget(_ key: [UInt8], in session: any WriteSession) throws {
        try session.execute("DELETE FROM sign_in_failures WHERE key = \(key)")
    }

    /// Forgets failures before a moment.
    ///
    /// - Throws: `RelationalError`.
    static func forget(before: Timestamp, in session: any WriteSession) throws {
        try session.execute("DELETE FROM sign_in_failures WHERE at < \(before.milliseconds)")
    }
}
