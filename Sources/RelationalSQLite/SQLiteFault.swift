internal import GRDB
internal import GRDBSQLite
internal import Relational

#if canImport(Glibc)
    internal import Glibc
#endif

/// An error of the engine in the terms of both engines; any other error as it is.
func relational(_ error: any Error) -> any Error {
    guard let error = error as? DatabaseError else { return error }
    // The library has one code for a closed connection and for statements it cannot take; only the message tells them apart.
    if error.resultCode == .SQLITE_MISUSE, error.message == closedMessage { return RelationalError(.unavailable, "the database is closed") }
    return RelationalError(kind(of: error.extendedResultCode.rawValue), error.message ?? "SQLite error")
}

/// What GRDB says of a connection that was closed: the program is stopping.
private let closedMessage = "Connection is closed"

/// What the engine says of its last failure on a connection. Its messages name tables and columns, never values,
/// because values are never part of a statement's text.
func failure(_ code: CInt, on connection: OpaquePointer) -> RelationalError {
    RelationalError(kind(of: code), "\(String(cString: sqlite3_errmsg(connection))) (SQLite \(code))")
}

/// The kind of trouble an extended result code stands for.
func kind(of code: CInt) -> RelationalError.Kind {
    switch code & 0xff {
    case SQLITE_FULL: .full
    case SQLITE_BUSY, SQLITE_LOCKED: .locked
    case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT: .damaged
    case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_PROTOCOL: .unavailable
    case SQLITE_INTERRUPT: .timedOut
    case SQLITE_MISMATCH: .check
    case SQLITE_CONSTRAINT: constraint(code)
    default: .other
    }
}

private func constraint(_ code: CInt) -> RelationalError.Kind {
    switch code >> 8 {
    case 3: .foreignKey
    case 6, 8, 10: .unique  // primary key, unique, row id
    default: .check  // check, not null, trigger, type
    }
}

/// Creates the file empty and readable by its owner only; the engine gives its side files the same mode. A file that
/// is there stays as it is.
func createPrivately(_ path: String) throws {
    let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else {
        if errno == EEXIST { return }
        throw system("cannot create the file")
    }
    close(file)
    try syncFolder(of: path)
}

/// What the operating system says of its last failure.
func system(_ what: String) -> RelationalError {
    let code = errno
    return RelationalError(code == ENOSPC || code == EDQUOT ? .full : .unavailable, "\(what): \(String(cString: strerror(code)))")
}

/// Makes the names in the folder of a file survive a power cut.
func syncFolder(of path: String) throws {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw system("cannot open the folder") }
    defer { close(file) }
    guard fsync(file) == 0 else { throw system("cannot sync the folder") }
}
