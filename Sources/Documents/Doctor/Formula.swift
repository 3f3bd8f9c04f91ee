import ExactMath

/// A spreadsheet formula, as far as scoring sheets need it.
indirect enum Formula: Hashable {
    case number(Ratio)
    case text(String)
    case boolean(Bool)
    case cell(CellAddress)
    /// Both corners belong to it.
    case range(CellAddress, CellAddress)
    case call(String, [Formula])
    case negate(Formula)
    case percent(Formula)
    case binary(Operator, Formula, Formula)

    enum Operator: Hashable {
        case add, subtract, multiply, divide, join
        case equal, unequal, less, lessOrEqual, greater, greaterOrEqual

        /// How tightly it binds; a higher number binds more tightly.
        var strength: Int {
            switch self {
            case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual: 1
            case .join: 2
            case .add, .subtract: 3
            case .multiply, .divide: 4
            }
        }
    }

    /// Every cell the formula names, ranges spread out.
    ///
    /// - Complexity: O(cells named)
    var cells: Set<CellAddress> { Set(mentions) }

    /// The same, each cell as often as it is named.
    var mentions: [CellAddress] {
        var found: [CellAddress] = []
        collect(into: &found)
        return found
    }

    private func collect(into found: inout [CellAddress]) {
        switch self {
        case .number, .text, .boolean: break
        case .cell(let address): found.append(address)
        case .range(let first, let last): found += spread(first, last)
        case .call(_, let arguments): for argument in arguments { argument.collect(into: &found) }
        case .negate(let inner), .percent(let inner): inner.collect(into: &found)
        case .binary(_, let left, let right):
            left.collect(into: &found)
            right.collect(into: &found)
        }
    }
}

/// The cells of a rectangle, row by row; nothing for one of more than ten thousand.
func spread(_ first: CellAddress, _ last: CellAddress) -> [CellAddress] {
    let rows = min(first.row, last.row)...max(first.row, last.row)
    let columns = min(first.column, last.column)...max(first.column, last.column)
    guard rows.count <= 10_000, columns.count <= 100, rows.count * columns.count <= 10_000 else { return [] }
    return rows.flatMap { row in columns.map { CellAddress(known: row, $0) } }
}
