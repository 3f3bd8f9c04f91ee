import ExactMath

/// Computes cells of a sheet from its own formulas, exactly, with some cells replaced.
///
/// Replacing one faulty cell after another shows what each fault did to the total.
final class FormulaEvaluator {
    private let sheet: Worksheet
    private let formulas: SheetFormulas
    private var replaced: [CellAddress: Formula] = [:]
    private var known: [CellAddress: SpreadsheetValue] = [:]
    private var open: Set<CellAddress> = []

    init(_ sheet: Worksheet, formulas: SheetFormulas) {
        self.sheet = sheet
        self.formulas = formulas
    }

    /// Puts a formula in the place of what a cell holds.
    func replace(_ address: CellAddress, with formula: Formula) {
        replaced[address] = formula
        known.removeAll(keepingCapacity: true)
    }

    /// The value of a cell.
    ///
    /// - Complexity: O(cells it depends on)
    func value(of address: CellAddress) -> SpreadsheetValue {
        if let seen = known[address] { return seen }
        guard open.count < 200, open.insert(address).inserted else { return .error("#REF!") }
        defer { open.remove(address) }
        let value: SpreadsheetValue
        if let formula = replaced[address] {
            value = self.value(of: formula)
        } else if let cell = sheet[address] {
            if cell.formula == nil {
                value = cell.value.spreadsheetValue
            } else {
                value = formulas[address].map(self.value(of:)) ?? .unknown
            }
        } else {
            value = .blank
        }
        known[address] = value
        return value
    }

    /// What a formula comes to.
    func value(of formula: Formula) -> SpreadsheetValue {
        switch formula {
        case .number(let number): .number(number)
        case .text(let text): .text(text)
        case .boolean(let value): .boolean(value)
        case .cell(let address): value(of: address)
        case .range: .unknown
        case .negate(let inner): arithmetic(.subtract, .number(.zero), value(of: inner))
        case .percent(let inner): arithmetic(.divide, value(of: inner), .number(Ratio(100)))
        case .binary(let sign, let left, let right): binary(sign, value(of: left), value(of: right))
        case .call(let name, let arguments): call(name, arguments)
        }
    }

    private func binary(_ sign: Formula.Operator, _ left: SpreadsheetValue, _ right: SpreadsheetValue) -> SpreadsheetValue {
        if let failure = left.failure ?? right.failure { return failure }
        switch sign {
        case .add, .subtract, .multiply, .divide: return arithmetic(sign, left, right)
        case .join: return .unknown
        case .equal: return .boolean(same(left, right))
        case .unequal: return .boolean(!same(left, right))
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            // Excel orders a text above every number.
            if case .text = left, case .number = right { return .boolean(sign == .greater || sign == .greaterOrEqual) }
            if case .number = left, case .text = right { return .boolean(sign == .less || sign == .lessOrEqual) }
            guard let a = left.asNumber, let b = right.asNumber else { return .unknown }
            switch sign {
            case .less: return .boolean(a < b)
            case .lessOrEqual: return .boolean(a <= b)
            case .greater: return .boolean(a > b)
            default: return .boolean(a >= b)
            }
        }
    }

    private func same(_ left: SpreadsheetValue, _ right: SpreadsheetValue) -> Bool {
        switch (left, right) {
        case (.text(let a), .text(let b)): a.lowercased() == b.lowercased()
        case (.blank, .text(let text)), (.text(let text), .blank): text.isEmpty
        case (.text, _), (_, .text): false
        default: left.asNumber == right.asNumber
        }
    }

    private func arithmetic(_ sign: Formula.Operator, _ left: SpreadsheetValue, _ right: SpreadsheetValue) -> SpreadsheetValue {
        if let failure = left.failure ?? right.failure { return failure }
        guard let a = left.asNumber, let b = right.asNumber else { return .wrongKind }
        do throws(Overflow) {
            switch sign {
            case .add: return .number(try a + b)
            case .subtract: return .number(try a - b)
            case .multiply: return .number(try a * b)
            default: return try (a / b).map(SpreadsheetValue.number) ?? .divisionByZero
            }
        } catch {
            return .unknown
        }
    }
}

/// The formulas of a sheet, each read once however many evaluators ask for it.
final class SheetFormulas {
    private let sheet: Worksheet
    private var read: [CellAddress: Formula?] = [:]

    init(_ sheet: Worksheet) {
        self.sheet = sheet
    }

    /// The formula a cell holds in the file; `nil` when it holds none or one that is not understood.
    subscript(address: CellAddress) -> Formula? {
        if let seen = read[address] { return seen }
        let formula = sheet[address]?.formula.flatMap(FormulaParser.parse)
        read[address] = .some(formula)
        return formula
    }
}
