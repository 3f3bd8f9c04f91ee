import CPostgres
import Relational

/// What follows the statements that were queued.
enum Boundary {
    /// The server answers, and the transaction it opened by itself goes on.
    case flush
    /// The server answers, and an error before this has no effect behind it.
    case sync
}

extension Connection {
    /// Queues a statement, prepared when it is new here. Nothing needs to have reached the server when this returns.
    ///
    /// - Complexity: O(bytes of text and values)
    func send(_ text: String, _ arguments: [SQLValue] = []) throws(Trouble) {
        guard !text.utf8.contains(0) else { throw .local(.other, "a statement with the character U+0000") }
        let parameters = try Parameters(arguments)
        guard parameters.count <= 65_535 else { throw .local(.other, "more than 65,535 values in one statement") }
        let known = statements.name(for: text)
        let name: String
        if let known {
            name = known
        } else {
            let added = statements.add(text)
            name = added.name
            if let removed = added.removed { try sendOnce("DEALLOCATE \(removed)", .removal) }
            guard PQsendPrepare(handle, name, text, 0, nil) == 1 else { throw lost() }
            due.append(.preparation(text: text, name: name))
        }
        let sent = parameters.withPointers { values, lengths, formats in
            PQsendQueryPrepared(handle, name, Int32(parameters.count), values, lengths, formats, 1)
        }
        guard sent == 1 else { throw lost() }
        due.append(.answer(wasCached: known != nil))
    }

    /// Queues a statement that opens, divides or closes a transaction. It is not prepared, so that it works whatever
    /// became of prepared statements.
    func control(_ text: String) throws(Trouble) {
        try sendOnce(text, .answer(wasCached: false))
    }

    private func sendOnce(_ text: String, _ kind: Due) throws(Trouble) {
        guard PQsendQueryParams(handle, text, 0, nil, nil, nil, nil, 1) == 1 else { throw lost() }
        due.append(kind)
    }

    /// Removes all prepared statements when the schema has changed since; the next use prepares them anew.
    func renewStatements(schemaChanges: Int) throws(Trouble) {
        guard hasStaleStatements || self.schemaChanges != schemaChanges else { return }
        self.schemaChanges = schemaChanges
        hasStaleStatements = false
        statements.forgetAll()
        try sendOnce("DEALLOCATE ALL", .removal)
    }

    /// Removes all prepared statements behind what is queued now, which may change the schema.
    func renewStatements() throws(Trouble) {
        hasStaleStatements = true
        try renewStatements(schemaChanges: schemaChanges)
    }

    /// Closes the group of statements queued so far and sends it.
    func close(_ boundary: Boundary) throws(Trouble) {
        switch boundary {
        case .flush:
            guard PQsendFlushRequest(handle) == 1 else { throw lost() }
        case .sync:
            guard PQpipelineSync(handle) == 1 else { throw lost() }
            due.append(.boundary)
        }
        try flush()
    }

    /// Goes back to a savepoint and leaves it, whatever became of the statements queued before.
    func takeBack(to savepoint: String) throws(Trouble) {
        if !due.isEmpty {
            guard PQpipelineSync(handle) == 1 else { throw lost() }
            due.append(.boundary)
        }
        let forgiven = due.count
        try control("ROLLBACK TO SAVEPOINT \(savepoint)")
        try control("RELEASE SAVEPOINT \(savepoint)")
        try close(.sync)
        for _ in 0..<forgiven {
            guard let next = due.popFirst() else { break }
            do { _ = try answer(next) } catch { if isBroken { throw error } }
        }
        _ = try collect(all: true, boundary: .sync)
    }

    /// Sends what is queued and waits for all answers.
    ///
    /// - Returns: the answer of the last statement.
    /// - Throws: the first trouble. The connection can be used further unless it ``isBroken``.
    func settle(_ boundary: Boundary) throws(Trouble) -> Answer? {
        try close(boundary)
        return try collect(all: true, boundary: boundary)
    }

    /// Takes the answers that are due; with `all` false, up to the last statement, whose answer is then still to come.
    func collect(all: Bool, boundary: Boundary) throws(Trouble) -> Answer? {
        var last: Answer?
        var failure: Trouble?
        // Behind the last statement there is at most the boundary.
        let rest = all ? 0 : (boundary == .sync ? 2 : 1)
        while due.count > rest, let next = due.popFirst() {
            do {
                if let answer = try answer(next) { last = answer }
            } catch {
                failure = failure ?? error
                if isBroken { throw failure ?? error }
            }
        }
        guard let failure else { return last }
        if boundary == .flush || !due.isEmpty { try recover(boundary) }
        throw failure
    }

    /// After an error: lets the server read on, and takes what is due without looking at it.
    private func recover(_ boundary: Boundary) throws(Trouble) {
        if boundary == .flush { try close(.sync) }
        while let next = due.popFirst() {
            do { _ = try answer(next) } catch { if isBroken { throw error } }
        }
    }

    /// Takes the answer to one thing that was asked.
    private func answer(_ next: Due) throws(Trouble) -> Answer? {
        guard let result = try nextResult() else { throw lost("an answer is missing") }
        let answer = Answer(result)
        switch (next, answer.status) {
        case (.boundary, PGRES_PIPELINE_SYNC): return nil
        case (.boundary, _): throw lost("answers came out of order")
        case (_, PGRES_EMPTY_QUERY):
            try end()
            throw .local(.other, "an empty statement")
        case (_, PGRES_COMMAND_OK), (_, PGRES_TUPLES_OK):
            try end()
            if case .answer = next { return answer }
            return nil
        case (_, PGRES_PIPELINE_ABORTED), (_, PGRES_FATAL_ERROR):
            var wasCached = false
            switch next {
            case .preparation(let text, let name): statements.forget(text, named: name)
            case .removal: hasStaleStatements = true
            case .answer(let cached): wasCached = cached
            case .boundary: break
            }
            if answer.status == PGRES_PIPELINE_ABORTED {
                try end()
                throw Self.skipped
            }
            let trouble = trouble(in: result, wasCached: wasCached)
            if !isBroken { try end() }
            throw trouble
        default: throw lost("a statement with a protocol of its own")
        }
    }

    /// The end of the answers to one statement.
    func end() throws(Trouble) {
        if let surplus = try nextResult() {
            PQclear(surplus)
            throw lost("more answers than were asked for")
        }
    }

    private static var skipped: Trouble { .local(.other, "skipped after an error") }
}
