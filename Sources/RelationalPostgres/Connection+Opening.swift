import CPostgres
import Relational

/// What the connections of one database have in common.
struct Target: Sendable {
    /// The address as the operator gave it, password included: it goes to libpq and nowhere else.
    let url: String
    let options: PostgresOptions

    /// - Throws: kind `other` for an address that libpq cannot read, without repeating it.
    init(url: String, options: PostgresOptions) throws(RelationalError) {
        guard url.hasPrefix("postgres://") || url.hasPrefix("postgresql://"), !url.utf8.contains(0) else {
            throw RelationalError(.other, "the address of the database does not begin with postgres://")
        }
        var message: UnsafeMutablePointer<CChar>?
        guard let parsed = PQconninfoParse(url, &message) else {
            PQfreemem(message)
            throw RelationalError(.other, "the address of the database cannot be read")
        }
        PQconninfoFree(parsed)
        self.url = url
        self.options = options
    }
}

/// What a connection is for.
enum Role: Sendable {
    /// Every transaction sees one state and can change nothing.
    case reader
    /// Every transaction is durable when it is confirmed.
    case writer
    /// Reads for as long as it needs.
    case examiner
}

extension Connection {
    /// Opens a connection and makes sure that the server keeps what it confirms.
    ///
    /// - Throws: kind `unavailable` when the server cannot be reached or does not let us in; `other` when it is not
    ///   one to trust data to.
    static func open(_ target: Target, _ role: Role) throws(RelationalError) -> Connection {
        let seconds = max(2, target.options.connectTimeout.milliseconds / 1_000)
        // What stands before the address is overruled by it, what stands behind overrules it.
        let settings = [
            ("fallback_application_name", "zona"), ("connect_timeout", "\(seconds)"), ("keepalives", "1"),
            ("keepalives_idle", "10"), ("keepalives_interval", "5"), ("keepalives_count", "3"),
            ("tcp_user_timeout", "20000"), ("gssencmode", "disable"), ("target_session_attrs", "read-write"),
            ("dbname", target.url), ("client_encoding", "UTF8"),
        ]
        let handle = withCStrings(settings.map(\.0)) { keys in
            withCStrings(settings.map(\.1)) { values in PQconnectdbParams(keys, values, 1) }
        }
        guard let handle else { throw RelationalError(.unavailable, "no memory for a connection") }
        let silence = role == .examiner ? -1 : target.options.silence
        let connection = Connection(handle: handle, silence: silence, preparedStatements: target.options.preparedStatements)
        guard PQstatus(handle) == CONNECTION_OK else {
            throw RelationalError(.unavailable, oneLine(String(cString: PQerrorMessage(handle))))
        }
        PQsetNoticeReceiver(handle, { _, _ in }, nil)
        guard PQsetnonblocking(handle, 1) == 0 else { throw RelationalError(.unavailable, "the connection cannot be used without blocking") }
        do {
            try connection.prepare(role, target.options)
        } catch {
            throw error.error
        }
        return connection
    }

    private func prepare(_ role: Role, _ options: PostgresOptions) throws(Trouble) {
        guard PQserverVersion(handle) >= 150_000 else { throw .local(.other, "the server is older than PostgreSQL 15") }
        let statementTimeout = role == .examiner ? 0 : options.statementTimeout?.limit ?? 0
        // Work without a limit may also pause between two statements for as long as the other side needs.
        let pause = statementTimeout == 0 ? 0 : 60_000
        let isolation = role == .writer ? "read committed" : "repeatable read"
        let answer = try script(
            """
            SET client_min_messages = warning;
            SET statement_timeout = \(statementTimeout);
            SET lock_timeout = \(options.lockTimeout.limit);
            SET idle_in_transaction_session_timeout = \(pause);
            SET default_transaction_isolation = '\(isolation)';
            SET default_transaction_read_only = \(role == .writer ? "off" : "on");
            SELECT set_config('synchronous_commit',
                CASE current_setting('synchronous_commit') WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END, false),
                current_setting('fsync'), current_setting('server_encoding')
            """)
        guard let answer, ["on", "remote_apply"].contains(answer.plainText(0)) else {
            throw .local(.other, "the server does not wait for the disk (synchronous_commit)")
        }
        guard answer.plainText(1) == "on" || options.acceptsUnsafeServer else {
            throw .local(.other, "the server runs with fsync = off: what it confirms can be lost")
        }
        guard answer.plainText(2) == "UTF8" else { throw .local(.other, "the database is not encoded in UTF8") }
        guard PQenterPipelineMode(handle) == 1 else { throw lost() }
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}

/// Hands over strings as C wants lists of them: pointers, with none at the end.
private func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
) -> Result {
    var bytes: [CChar] = []
    var offsets: [Int] = []
    for string in strings {
        offsets.append(bytes.count)
        bytes += string.utf8CString
    }
    return bytes.withUnsafeBufferPointer { bytes in
        let pointers = offsets.map { offset in bytes.baseAddress.map { $0 + offset } } + [nil]
        return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
    }
}
