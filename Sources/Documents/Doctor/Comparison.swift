import ExactMath

/// What both doctors need to compare stored numbers with exact ones.
enum Comparison {
    /// Spreadsheets store fifteen digits: what differs by less than this is the same number.
    static let noise = (try? Ratio(1, over: 1_000_000_000)).flatMap { $0 } ?? .zero

    /// After − before; `nil` when either is not known.
    static func effect(of after: Ratio?, on before: Ratio?) -> Ratio? {
        guard let after, let before else { return nil }
        return try? after - before
    }

    /// Cells in a line of a message, cut after eight.
    static func list(_ cells: [CellAddress]) -> String {
        cells.prefix(8).map(\.description).joined(separator: ", ") + (cells.count > 8 ? ", …" : "")
    }
}
