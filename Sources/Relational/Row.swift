/// One row of an answer, its columns by their place from 0.
public struct Row: Hashable, Sendable {
    /// The values in the order of the statement.
    public let values: [SQLValue]

    /// A row of these values.
    public init(_ values: [SQLValue]) {
        self.values = values
    }

    /// The text in a column.
    ///
    /// - Throws: `RelationalError` of kind ``RelationalError/Kind/misread`` when there is none.
    public func text(_ column: Int) throws(RelationalError) -> String {
        guard case .text(let text) = try value(column) else { throw misread(column, "text") }
        return text
    }

    /// The text in a column, `nil` where nothing stands.
    ///
    /// - Throws: `RelationalError` of kind ``RelationalError/Kind/misread`` when something else stands there.
    public func optionalText(_ column: Int) throws(RelationalError) -> String? {
        try value(column) == .null ? nil : text(column)
    }

    /// The whole number in a column.
    ///
    /// - Throws: `RelationalError` of kind ``RelationalError/Kind/misread`` when there is none.
    public func integer(_ column: Int) throws(RelationalError) -> Int64 {
        guard case .integer(let number) = try value(column) else { throw misread(column, "integer") }
        return number
    }

    /// The whole number in a column, `nil` where nothing stands.
    ///
    /// - Throws: `RelationalError` of kind ``RelationalError/Kind/misread`` when something else stands there.
    public func optionalInteger(_ column: Int) throws(RelationalError) -> Int64? {
        try value(column) == .null ? nil : integer(column)
    }

    /// The bytes in a column.
    ///
    /// - Throws: `RelationalError` of kind ``RelationalError/Kind/misread`` when there are none.
    public func blob(_ column: Int) throws(RelationalError) -> [UInt8] {
        guard case .blob(let bytes) = try value(column) else { throw misread(column, "blob") }
        return bytes
    }

    /// The bytes in a column, `nil` where nothing stands.
    ///
    /// - Throws: `RelationalError` of kind ``RelationalError/Kind/misread`` when something else stands there.
    public func optionalBlob(_ column: Int) throws(RelationalError) -> [UInt8]? {
        try value(column) == .null ? nil : blob(column)
    }

    private func value(_ column: Int) throws(RelationalError) -> SQLValue {
        guard values.indices.contains(column) else {
            throw RelationalError(.misread, "column \(column) of \(values.count)")
        }
        return values[column]
    }

    private func misread(_ column: Int, _ wanted: String) -> RelationalError {
        let found =
            switch values[column] {
            case .null: "null"
            case .integer: "integer"
            case .text: "text"
            case .blob: "blob"
            }
        return RelationalError(.misread, "column \(column) is \(found), not \(wanted)")
    }
}
