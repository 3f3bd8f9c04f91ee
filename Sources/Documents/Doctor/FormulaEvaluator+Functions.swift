import ExactMath

/// The functions that scoring sheets use. Any other makes the value unknown, never wrong.
extension FormulaEvaluator {
    func call(_ name: String, _ arguments: [Formula]) -> SpreadsheetValue {
        switch name {
        case "IF": return choose(arguments)
        case "IFERROR":
            guard arguments.count == 2 else { return .unknown }
            let first = value(of: arguments[0])
            if case .error = first { return value(of: arguments[1]) }
            return first
        case "AND", "OR": return combine(arguments, all: name == "AND")
        case "NOT":
            guard arguments.count == 1 else { return .unknown }
            let inner = value(of: arguments[0])
            return inner.failure ?? inner.asNumber.map { .boolean($0 == .zero) } ?? .wrongKind
        case "SUM", "AVERAGE", "MIN", "MAX", "COUNT": return fold(name, arguments)
        case "ROUND": return round(arguments)
        default: return .unknown
        }
    }

    private func choose(_ arguments: [Formula]) -> SpreadsheetValue {
        guard (2...3).contains(arguments.count) else { return .unknown }
        let condition = value(of: arguments[0])
        if let failure = condition.failure { return failure }
        guard let truth = condition.asNumber else { return .wrongKind }
        if truth != .zero { return value(of: arguments[1]) }
        return arguments.count == 3 ? value(of: arguments[2]) : .boolean(false)
    }

    private func combine(_ arguments: [Formula], all: Bool) -> SpreadsheetValue {
        var result = all
        for argument in arguments {
            let value = value(of: argument)
            if let failure = value.failure { return failure }
            guard let truth = value.asNumber else { return .wrongKind }
            result = all ? result && truth != .zero : result || truth != .zero
        }
        return .boolean(result)
    }

    /// Functions over lists of cells: texts and blanks in cells do not take part, errors spoil the whole.
    private func fold(_ name: String, _ arguments: [Formula]) -> SpreadsheetValue {
        var numbers: [Ratio] = []
        for argument in arguments {
            switch argument {
            case .range(let first, let last):
                for address in spread(first, last) {
                    let value = value(of: address)
                    if name != "COUNT", let failure = value.failure { return failure }
                    if case .number(let number) = value { numbers.append(number) }
                }
            case .cell(let address):
                let value = value(of: address)
                if name != "COUNT", let failure = value.failure { return failure }
                if case .number(let number) = value { numbers.append(number) }
            default:
                let value = value(of: argument)
                if let failure = value.failure { return failure }
                guard let number = value.asNumber else { return .wrongKind }
                numbers.append(number)
            }
        }
        do throws(Overflow) {
            switch name {
            case "COUNT": return .number(Ratio(numbers.count))
            case "MIN": return .number(numbers.min() ?? .zero)
            case "MAX": return .number(numbers.max() ?? .zero)
            case "SUM": return .number(try Ratio.sum(numbers))
            default: return try (Ratio.sum(numbers) / Ratio(numbers.count)).map(SpreadsheetValue.number) ?? .divisionByZero
            }
        } catch {
            return .unknown
        }
    }

    private func round(_ arguments: [Formula]) -> SpreadsheetValue {
        guard arguments.count == 2 else { return .unknown }
        let number = value(of: arguments[0])
        let places = value(of: arguments[1])
        if let failure = number.failure ?? places.failure { return failure }
        guard let exact = number.asNumber, let digits = places.asNumber, digits.isWhole, digits >= .zero, digits <= Ratio(12),
            let rounded = try? Ratio(decimal: exact.rounded(places: Int(digits.numerator)))
        else { return .unknown }
        return .number(rounded)
    }
}
