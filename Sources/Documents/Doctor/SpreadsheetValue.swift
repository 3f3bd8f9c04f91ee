import ExactMath

/// What a formula comes to, exactly.
enum SpreadsheetValue: Hashable {
    case blank
    case number(Ratio)
    case text(String)
    case boolean(Bool)
    /// An error value such as `#DIV/0!`.
    case error(String)
    /// The formula uses something the doctor does not compute.
    case unknown

    static let divisionByZero = SpreadsheetValue.error("#DIV/0!")
    static let wrongKind = SpreadsheetValue.error("#VALUE!")

    /// The number in it, blanks being 0 and yes 1, as arithmetic takes it.
    var asNumber: Ratio? {
        switch self {
        case .blank: .zero
        case .number(let number): number
        case .boolean(let value): value ? .one : .zero
        case .text(let text): try? Ratio(stored: text)
        case .error, .unknown: nil
        }
    }

    /// The number, where it is one.
    var number: Ratio? {
        if case .number(let number) = self { number } else { nil }
    }

    /// The error or the doctor's ignorance, which pass through every operation.
    var failure: SpreadsheetValue? {
        switch self {
        case .error, .unknown: self
        default: nil
        }
    }
}

extension CellValue {
    /// The stored value as formulas see it.
    var spreadsheetValue: SpreadsheetValue {
        switch self {
        case .empty: .blank
        case .text(let text): .text(text)
        case .number(let stored): (try? Ratio(stored: stored)).map(SpreadsheetValue.number) ?? .unknown
        case .boolean(let value): .boolean(value)
        case .error(let code): .error(code)
        }
    }
}
