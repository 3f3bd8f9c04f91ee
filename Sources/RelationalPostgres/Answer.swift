import CPostgres
import Relational

/// One answer of the server, with rows or without. Values come in binary form.
final class Answer {
    private let result: OpaquePointer

    /// Takes over the result and gives it back when nobody needs it.
    init(_ result: OpaquePointer) {
        self.result = result
    }

    deinit { PQclear(result) }

    /// What kind of answer this is.
    var status: ExecStatusType { PQresultStatus(result) }

    /// How many rows came.
    var count: Int { Int(PQntuples(result)) }

    /// How many rows the statement changed.
    var changed: Int { Int(String(cString: PQcmdTuples(result))) ?? 0 }

    /// What the server calls the statement that it carried out, such as `COMMIT`.
    var tag: String { String(cString: PQcmdStatus(result)) }

    /// Every row.
    ///
    /// - Throws: kind `misread` for a value that is none of the four kinds.
    /// - Complexity: O(rows)
    func rows() throws(RelationalError) -> [Row] {
        let count = count
        guard count > 0 else { return [] }
        let columns = columns
        var rows: [Row] = []
        rows.reserveCapacity(count)
        for index in 0..<count { rows.append(try row(index, columns)) }
        return rows
    }

    /// The only row, as it comes while rows are handed over one after another.
    ///
    /// - Throws: kind `misread` for a value that is none of the four kinds.
    func onlyRow() throws(RelationalError) -> Row {
        try row(0, columns)
    }

    /// A value of an answer that came as text, as those of a script do.
    func plainText(_ column: Int) -> String {
        count > 0 && column < Int(PQnfields(result)) ? String(cString: PQgetvalue(result, 0, Int32(column))) : ""
    }

    private var columns: [ColumnKind] {
        (0..<PQnfields(result)).map { ColumnKind(oid: PQftype(result, $0)) }
    }

    private func row(_ row: Int, _ columns: [ColumnKind]) throws(RelationalError) -> Row {
        var values: [SQLValue] = []
        values.reserveCapacity(columns.count)
        for (index, kind) in columns.enumerated() {
            let (row, column) = (Int32(row), Int32(index))
            guard PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column) else {
                values.append(.null)
                continue
            }
            let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, column)))
            guard let value = kind.value(bytes) else {
                throw RelationalError(.misread, "column \(index) of type \(PQftype(result, column)) is no whole number, text or bytes")
            }
            values.append(value)
        }
        return Row(values)
    }
}
