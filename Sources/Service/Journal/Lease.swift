import Relational
import Rulebook

/// Work that only one server at a time does. Whoever holds the lease renews it; when it stops, another takes over
/// once the time is up.
struct Lease: Sendable {
    let name: String
    /// Names this server; another one each time it starts.
    let holder: String

    /// The lease for signing the journal.
    static let journal = "jurnal"

    /// Takes or renews the lease.
    ///
    /// - Parameter time: for how long, in milliseconds.
    /// - Returns: whether this server has it now.
    /// - Throws: `RelationalError`.
    func take(for time: Int64, at now: Timestamp, in session: any WriteSession) throws -> Bool {
        let until = now.milliseconds + time
        let renewed = try session.change(
            """
            UPDATE leases SET holder = \(holder), until = \(until)
            WHERE name = \(name) AND (holder = \(holder) OR until <= \(now.milliseconds))
            """)
        if renewed > 0 { return true }
        return try session.change(
            "INSERT INTO leases (name, holder, until) VALUES (\(name), \(holder), \(until)) ON CONFLICT (name) DO NOTHING") > 0
    }

    /// Holds the lease's row until the transaction ends, so that whoever signs and whoever changes the key wait for
    /// each other.
    ///
    /// - Throws: `RelationalError`.
    static func lock(_ name: String, in session: any WriteSession) throws {
        try session.execute(
            "INSERT INTO leases (name, holder, until) VALUES (\(name), '', 0) ON CONFLICT (name) DO NOTHING")
        _ = try session.change("UPDATE leases SET until = until WHERE name = \(name)")
    }

    /// Lets go, so that another server need not wait.
    ///
    /// - Throws: `RelationalError`.
    func release(in session: any WriteSession) throws {
        try session.execute("UPDATE leases SET until = 0 WHERE name = \(name) AND holder = \(holder)")
    }
}
