import Relational

extension Seat {
    /// Runs a unit of work that reads. Blocks the thread.
    func read<T>(_ body: (any ReadSession) throws -> T) throws -> T {
        let session = PostgresReadSession(self)
        defer { session.endReading() }
        let value = try body(session)
        // A failure that the closure kept to itself still means that it has not seen what it asked for.
        if let trouble = session.trouble { throw trouble.error }
        return value
    }

    /// Runs a unit of work that changes and makes it durable. Blocks the thread.
    ///
    /// It is run again, at most once for each reason: after a lost connection as long as no commit was sent, after a
    /// change of the schema under a prepared statement, and after a conflict with another transaction.
    func write<T>(_ body: (any WriteSession) throws -> T) throws -> T {
        var (retriesLost, retriesStale, retriesConflict) = (1, 1, 1)
        while true {
            let session = PostgresWriteSession(self)
            let outcome = Result { try run(body, session, acceptsStale: retriesStale == 0) }
            if session.mayHaveChangedSchema, case .success = outcome { reachability.noteSchemaChange() }
            // Behind this the outcome is final: the commit was carried out, or nobody knows whether it was.
            if session.hasSentCommit { return try outcome.get() }
            takeBack(session)
            let trouble = session.trouble
            if session.wasStale, retriesStale > 0 {
                retriesStale -= 1
            } else if trouble?.isLost == true, retriesLost > 0 {
                retriesLost -= 1
            } else if session.hadConflict, (try? outcome.get()) == nil, retriesConflict > 0 {
                retriesConflict -= 1
            } else {
                return try outcome.get()
            }
        }
    }

    private func run<T>(_ body: (any WriteSession) throws -> T, _ session: PostgresWriteSession, acceptsStale: Bool) throws -> T {
        let value = try body(session)
        // Somebody inside may have taken it for a failure of a savepoint.
        if session.wasStale, !acceptsStale { throw RelationalError(.other, "a statement was prepared for another schema") }
        if let trouble = session.trouble { throw trouble.error }
        try session.finishRows()
        session.end()
        try session.commit()
        return value
    }

    /// Takes everything back that the server may have done; a connection on which that fails is given up, which has
    /// the same effect.
    private func takeBack(_ session: PostgresWriteSession) {
        session.end()
        guard let connection = session.connection, !connection.isBroken else { return }
        do {
            // The answers so far first: after an error the server skips everything up to the end of the group.
            if !connection.due.isEmpty { _ = try? connection.settle(.sync) }
            guard !connection.isBroken else { return }
            try connection.control("ROLLBACK")
            _ = try connection.settle(.sync)
        } catch {
            connection.giveUp()
        }
    }
}
