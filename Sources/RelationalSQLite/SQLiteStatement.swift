internal import GRDB
internal import GRDBSQLite
internal import Relational

/// Binding values to a prepared statement and reading its rows, straight through the engine's own functions.
struct SQLiteStatement {
    /// Keeps what is prepared alive.
    private let prepared: Statement
    private let pointer: OpaquePointer
    /// The connection it was prepared for.
    let connection: OpaquePointer

    init(_ prepared: Statement, _ connection: OpaquePointer) {
        self.prepared = prepared
        pointer = prepared.sqliteStatement
        self.connection = connection
    }

    /// Whether it stands between two rows.
    var isBusy: Bool { sqlite3_stmt_busy(pointer) != 0 }

    /// Gives every `$n` its value, however often and in whatever order it stands in the text.
    func bind(_ arguments: [SQLValue]) throws {
        let places = sqlite3_bind_parameter_count(pointer)
        guard places > 0 || !arguments.isEmpty else { return }
        var highest = 0
        for place in 0..<places {
            guard let number = number(of: place + 1), arguments.indices.contains(number - 1) else {
                throw RelationalError(.other, "a placeholder without a value")
            }
            highest = max(highest, number)
            try bind(arguments[number - 1], at: place + 1)
        }
        guard highest == arguments.count, Int(places) == arguments.count else {
            throw RelationalError(.other, "a value without a placeholder")
        }
    }

    /// The next row is there (`true`) or there are no more.
    func step() throws -> Bool {
        switch sqlite3_step(pointer) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw failure(code, on: connection)
        }
    }

    /// The row at which the statement stands.
    func row() throws -> Relational.Row {
        let columns = sqlite3_column_count(pointer)
        var values: [SQLValue] = []
        values.reserveCapacity(Int(columns))
        for column in 0..<columns { values.append(try value(column)) }
        return Relational.Row(values)
    }

    /// Makes the statement ready to be used again and forgets its values.
    func reset() {
        sqlite3_reset(pointer)
        sqlite3_clear_bindings(pointer)
    }

    /// `n` of the `$n` at a place, counted from 1.
    private func number(of place: CInt) -> Int? {
        guard let name = sqlite3_bind_parameter_name(pointer, place), name[0] == 0x24 else { return nil }
        var number = 0
        var index = 1
        while name[index] != 0 {
            guard (0x30...0x39).contains(name[index]), number < 100_000 else { return nil }
            number = number * 10 + Int(name[index]) - 0x30
            index += 1
        }
        return number
    }

    private func bind(_ value: SQLValue, at place: CInt) throws {
        // The engine copies texts and bytes before the call returns.
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        let code: CInt
        switch value {
        case .null: code = sqlite3_bind_null(pointer, place)
        case .integer(let number): code = sqlite3_bind_int64(pointer, place, number)
        case .text(""): code = sqlite3_bind_text(pointer, place, "", 0, transient)
        case .text(var text):
            code = try text.withUTF8 { bytes in
                guard !bytes.contains(0) else { throw RelationalError(.check, "text with the character U+0000") }
                return bytes.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text64(pointer, place, $0.baseAddress, sqlite3_uint64($0.count), transient, UInt8(SQLITE_UTF8))
                }
            }
        case .blob(let bytes):
            code =
                bytes.isEmpty
                ? sqlite3_bind_zeroblob(pointer, place, 0)
                : bytes.withUnsafeBytes { sqlite3_bind_blob64(pointer, place, $0.baseAddress, sqlite3_uint64($0.count), transient) }
        }
        guard code == SQLITE_OK else { throw failure(code, on: connection) }
    }

    private func value(_ column: CInt) throws -> SQLValue {
        switch sqlite3_column_type(pointer, column) {
        case SQLITE_NULL: return .null
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(pointer, column))
        case SQLITE_TEXT:
            guard let start = sqlite3_column_text(pointer, column) else { throw failure(SQLITE_NOMEM, on: connection) }
            let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, column)))
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw RelationalError(.misread, "column \(column) is not UTF-8")
            }
            return .text(text)
        case SQLITE_BLOB:
            let start = sqlite3_column_blob(pointer, column)
            return .blob(Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, column)))))
        default: throw RelationalError(.misread, "column \(column) is a floating-point number")
        }
    }
}
