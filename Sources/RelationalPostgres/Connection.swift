import CPostgres
import Glibc
import Relational

/// One connection, used by one thread at a time. Statements are queued and sent together; answers are collected in
/// the same order. It never blocks in libpq, so that a server which falls silent is given up after a while.
final class Connection {
    /// What answers are due, in order.
    enum Due {
        /// The preparation of a statement.
        case preparation(text: String, name: String)
        /// The removal of a prepared statement.
        case removal
        /// The answer of a statement.
        case answer(wasCached: Bool)
        /// The end of a group: an error before it skips everything up to it.
        case boundary
    }

    let handle: OpaquePointer
    /// The longest silence that is still believed, in milliseconds; -1 for any.
    let silence: Int32
    var due = Queue<Due>()
    var statements: StatementCache
    /// Whether prepared statements may no longer fit the schema.
    var hasStaleStatements = false
    /// The count of schema changes noticed anywhere that this connection has caught up with.
    var schemaChanges = 0
    /// Whether the connection can no longer be used.
    private(set) var isBroken = false

    /// Takes over a connection that is open.
    init(handle: OpaquePointer, silence: Int32, preparedStatements: Int) {
        self.handle = handle
        self.silence = silence
        statements = StatementCache(limit: preparedStatements)
    }

    deinit { PQfinish(handle) }

    /// Nothing more is asked through this connection.
    func giveUp() {
        isBroken = true
    }

    /// The connection is gone, with what libpq says about it.
    func lost(_ detail: String? = nil) -> Trouble {
        isBroken = true
        return .lost(detail ?? "the connection to the server was lost")
    }

    /// Sends what is queued.
    func flush() throws(Trouble) {
        while true {
            switch PQflush(handle) {
            case 0: return
            case 1:
                // The server may stop reading until we take its answers.
                if try wait(for: Int16(POLLIN | POLLOUT)) & Int16(POLLIN) != 0, PQconsumeInput(handle) != 1 { throw lost() }
            default: throw lost()
            }
        }
    }

    /// The next result, `nil` at the end of those of one statement.
    func nextResult() throws(Trouble) -> OpaquePointer? {
        while PQisBusy(handle) == 1 {
            _ = try wait(for: Int16(POLLIN))
            guard PQconsumeInput(handle) == 1 else { return try lastWord() }
        }
        return PQgetResult(handle)
    }

    /// What the server still said before the connection ended, such as that it shuts down.
    private func lastWord() throws(Trouble) -> OpaquePointer? {
        isBroken = true
        guard PQisBusy(handle) == 0, let result = PQgetResult(handle) else { throw lost() }
        return result
    }

    private func wait(for events: Int16) throws(Trouble) -> Int16 {
        var descriptor = pollfd(fd: PQsocket(handle), events: events, revents: 0)
        guard descriptor.fd >= 0 else { throw lost() }
        while true {
            let ready = poll(&descriptor, 1, silence)
            if ready > 0 { return descriptor.revents }
            if ready == 0 { throw lost("the server did not answer in time") }
            if errno != EINTR { throw lost() }
        }
    }

    /// Runs a text of several statements without values, all together, outside of the queue.
    ///
    /// - Returns: the last answer, its values as text.
    func script(_ text: String) throws(Trouble) -> Answer? {
        guard !text.utf8.contains(0) else { throw .local(.other, "a script with the character U+0000") }
        let wasPipelined = PQpipelineStatus(handle) != PQ_PIPELINE_OFF
        if wasPipelined, PQexitPipelineMode(handle) != 1 { throw lost("the queue of statements was not empty") }
        guard PQsendQuery(handle, text) == 1 else { throw lost() }
        try flush()
        var last: Answer?
        var failure: Trouble?
        while let result = try nextResult() {
            let answer = Answer(result)
            switch answer.status {
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: last = answer
            case PGRES_FATAL_ERROR: failure = failure ?? trouble(in: result, wasCached: false)
            default:
                // COPY and replication have a protocol of their own, which nobody here speaks.
                throw lost("a statement that is not for scripts")
            }
            if isBroken { break }
        }
        if isBroken { throw failure ?? lost() }
        if wasPipelined, PQenterPipelineMode(handle) != 1 { throw lost() }
        if let failure { throw failure }
        return last
    }

    /// Reads an error answer and remembers what it means for the connection.
    func trouble(in result: OpaquePointer, wasCached: Bool) -> Trouble {
        let trouble = Trouble(result, wasCached: wasCached)
        if trouble.isLost { isBroken = true }
        if trouble.isStale { hasStaleStatements = true }
        return trouble
    }

    /// Whether the server considers a transaction open on this connection, as of the last answer.
    var isInTransaction: Bool {
        let status = PQtransactionStatus(handle)
        return status == PQTRANS_INTRANS || status == PQTRANS_INERROR
    }
}
