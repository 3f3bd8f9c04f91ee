/// Which engine stands behind an interface that is otherwise the same.
public enum Dialect: String, Hashable, Sendable, CaseIterable {
    /// One file on this machine.
    case sqlite
    /// A PostgreSQL server.
    case postgres
}

/// A unit of work that only reads. It is valid inside the closure that got it, on the thread that runs the closure.
/// All of its statements see the same state of the database.
public protocol ReadSession: AnyObject {
    /// Which engine answers.
    var dialect: Dialect { get }

    /// Every row of the answer.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(rows)
    func rows(_ statement: SQL) throws -> [Row]

    /// Hands over the rows one after another, so that an answer of any length takes little memory.
    ///
    /// - Throws: `RelationalError`, or whatever `body` throws, which ends the reading.
    func forEachRow(_ statement: SQL, _ body: (Row) throws -> Void) throws
}

extension ReadSession {
    /// The first row of the answer, `nil` when there is none. The statement should ask for one.
    ///
    /// - Throws: `RelationalError`.
    public func row(_ statement: SQL) throws -> Row? {
        try rows(statement).first
    }
}

/// A unit of work that changes the database: all of it is kept, or nothing.
public protocol WriteSession: ReadSession {
    /// Runs a statement whose answer nobody needs. PostgreSQL may be asked later, together with others, so an error
    /// can also show at the next call or at the end of the surrounding ``savepoint(_:)``.
    ///
    /// - Throws: `RelationalError`.
    func execute(_ statement: SQL) throws

    /// Runs a statement and tells how many rows it changed.
    ///
    /// - Throws: `RelationalError`.
    func change(_ statement: SQL) throws -> Int

    /// Runs several statements without values, separated by semicolons, such as a file of a schema.
    ///
    /// - Throws: `RelationalError`.
    func script(_ text: String) throws

    /// Runs `body` so that its changes are taken back when it throws, and everything before stands. When this
    /// returns, all statements of `body` have been carried out.
    ///
    /// - Throws: `RelationalError`, or whatever `body` throws.
    func savepoint<T>(_ body: () throws -> T) throws -> T
}

/// A database of either engine.
///
/// Closures run on a thread of the engine and must not wait for anything but the session they are given. A closure
/// given to ``write(_:)`` may be run a second time after its first run was taken back, so it has no other effects.
public protocol Database: Sendable {
    /// Which engine this is.
    var dialect: Dialect { get }

    /// Reads in one consistent state. Never waits for a writer.
    ///
    /// - Throws: `RelationalError`, or whatever `body` throws.
    func read<T: Sendable>(_ body: @escaping @Sendable (any ReadSession) throws -> T) async throws -> T

    /// Changes the database in one durable transaction: when this returns, the change survives a power cut. For the
    /// changes of requests go through ``WriteDoor``, which shares the cost of a commit among many.
    ///
    /// - Throws: `RelationalError`, or whatever `body` throws; nothing is kept then.
    func write<T: Sendable>(_ body: @escaping @Sendable (any WriteSession) throws -> T) async throws -> T

    /// Problems the engine itself finds in its storage, in its own words; empty when it is sound. Reads all of it.
    ///
    /// - Throws: `RelationalError`.
    func integrityProblems() async throws -> [String]

    /// Lets go of the file or the connections. The database is not used afterwards.
    func close() async
}
