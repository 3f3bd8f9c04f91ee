import Relational

/// The place of one thread: its connection, opened when it is needed and again when it was lost.
final class Seat {
    private let target: Target
    private let role: Role
    let reachability: Reachability
    private var current: Connection?

    init(target: Target, role: Role, reachability: Reachability) {
        self.target = target
        self.role = role
        self.reachability = reachability
    }

    /// The connection, opened if necessary. Blocks the thread.
    ///
    /// - Throws: kind `unavailable` when the server cannot be reached in time.
    func connection() throws(RelationalError) -> Connection {
        if let current, !current.isBroken { return current }
        leave()
        let changes = reachability.schemaChanges
        let (target, role) = (target, role)
        let opened = try reachability.connect { () throws(RelationalError) in try Connection.open(target, role) }
        opened.schemaChanges = changes
        current = opened
        return opened
    }

    /// Gives the connection up.
    func leave() {
        current?.giveUp()
        current = nil
    }

    /// After a unit of work: takes the answers that nobody waited for, so that the next begins with an empty queue.
    func tidy() {
        guard let current else { return }
        if current.isBroken { return leave() }
        guard !current.due.isEmpty else { return }
        do {
            try current.flush()
            _ = try current.collect(all: true, boundary: .sync)
        } catch {
            leave()
        }
    }
}
