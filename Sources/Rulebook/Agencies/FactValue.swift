public import ExactMath

/// What is known of a fact before nomination.
public enum FactValue: Hashable, Sendable {
    /// A position on the fact's grade scale, 0 the lowest.
    case grade(Int)
    case number(Ratio)
    case yesNo(Bool)

    /// The value as the number that conditions compare.
    public var measure: Ratio {
        switch self {
        case .grade(let position): Ratio(position)
        case .number(let number): number
        case .yesNo(let yes): yes ? .one : .zero
        }
    }
}

extension Fact {
    /// Reads a fact as people type it: a grade of its scale, `Ya`/`Tidak`, or a number of 0 or more.
    ///
    /// - Throws: ``Refusal`` with one finding at the fact's id.
    public func read(_ text: String) throws(Refusal) -> FactValue {
        let trimmed = AnswerText.trim(text)
        switch kind {
        case .grade(let scale):
            if let position = scale.position(of: trimmed) { return .grade(position) }
            throw refusal("Isi salah satu: \(scale.grades.joined(separator: ", ")).")
        case .yesNo:
            switch trimmed.lowercased() {
            case "ya": return .yesNo(true)
            case "tidak": return .yesNo(false)
            default: throw refusal("Isi Ya atau Tidak.")
            }
        case .number:
            if let number = try? Ratio(decimal: trimmed), number >= .zero { return .number(number) }
            throw refusal("Isi angka 0 atau lebih.")
        }
    }

    private func refusal(_ way: String) -> Refusal {
        Refusal(.notAFact, at: id.text, "\(name): \(way)")
    }
}
