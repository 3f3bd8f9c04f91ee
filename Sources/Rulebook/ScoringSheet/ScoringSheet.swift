public import ExactMath

/// The answers of one unit to one instrument (LKE). A question without an answer is blank, not zero; what a
/// blank counts for is decided by the ``Reading`` it is scored with.
///
/// Answers are kept flat, one byte a letter, so that a sheet is scored without following pointers.
public struct ScoringSheet: Sendable {
    /// The largest count that is accepted: more people or cases than any unit has.
    public static let largestCount = 9_999_999

    /// Fifteen decimals: finer than any survey reports, and coarse enough that scoring cannot run out of room.
    static let finestNumber: Int128 = 1_000_000_000_000_000

    /// The instrument whose questions are answered; fixed for the life of the sheet.
    public let instrument: Instrument
    /// By question: 0 for blank, otherwise the position on the scale + 1; 1 for any answered ratio or number.
    var marks: [UInt8]
    /// By question and input; meaningful where the question is answered.
    var counts: [Int64]
    /// By question; zero except for answered number questions.
    var numbers: [Ratio]

    /// A sheet without answers.
    public init(_ instrument: Instrument) {
        self.instrument = instrument
        marks = [UInt8](repeating: 0, count: instrument.questions.count)
        counts = [Int64](repeating: 0, count: instrument.firstCount[instrument.questions.count])
        numbers = [Ratio](repeating: .zero, count: instrument.questions.count)
    }

    /// The answer to the question at a position of ``Instrument/questions``; `nil` when blank.
    public func answer(at position: Int) -> Answer? {
        guard marks[position] != 0 else { return nil }
        switch instrument.questions[position].kind {
        case .choice: return .choice(Int(marks[position]) - 1)
        case .ratio: return .counts(countSlice(at: position).map(Int.init))
        case .number: return .number(numbers[position])
        }
    }

    /// The answer to a question by its code; `nil` when blank or unknown.
    public func answer(_ code: ItemCode) -> Answer? {
        instrument.question(code).flatMap(answer(at:))
    }

    func countSlice(at position: Int) -> ArraySlice<Int64> {
        counts[instrument.firstCount[position]..<instrument.firstCount[position + 1]]
    }

    /// Puts an answer in the sheet, or takes it out with `nil`.
    ///
    /// - Throws: ``AnswerRefusal``; the sheet is then unchanged.
    public mutating func record(_ answer: Answer?, at position: Int) throws(AnswerRefusal) {
        guard instrument.questions.indices.contains(position) else { throw .unknownQuestion }
        guard let answer else {
            marks[position] = 0
            numbers[position] = .zero
            return
        }
        switch (instrument.questions[position].kind, answer) {
        case (.choice(let scale, _), .choice(let choice)):
            guard scale.choices.indices.contains(choice) else { throw .offScale }
            marks[position] = UInt8(choice + 1)
        case (.ratio(let rule), .counts(let values)):
            guard values.count == rule.inputs.count else {
                throw .countsMissing(rule.inputs.dropFirst(values.count).map(\.id))
            }
            for value in values {
                guard value >= 0 else { throw .notACount }
                guard value <= Self.largestCount else { throw .countTooLarge }
            }
            let first = instrument.firstCount[position]
            for (offset, value) in values.enumerated() { counts[first + offset] = Int64(value) }
            marks[position] = 1
        case (.number(let maximum, _), .number(let value)):
            guard value >= .zero, value <= maximum else { throw .outOfRange }
            guard value.denominator <= Self.finestNumber else { throw .notANumber(.tooLong) }
            numbers[position] = value
            marks[position] = 1
        default:
            throw .wrongKind
        }
    }

    /// Puts an answer in the sheet by the question's code.
    ///
    /// - Throws: ``AnswerRefusal``; the sheet is then unchanged.
    public mutating func record(_ answer: Answer?, for code: ItemCode) throws(AnswerRefusal) {
        guard let position = instrument.question(code) else { throw .unknownQuestion }
        try record(answer, at: position)
    }

    /// The codes of questions without an answer, in the order of the sheet. A ratio question whose counts
    /// leave nothing to divide by counts as not answered where its rule says so.
    ///
    /// - Complexity: O(questions)
    public var unanswered: [ItemCode] {
        instrument.questions.indices.filter { value(at: $0) == nil }.map { instrument.questions[$0].code }
    }

    /// What the answer is worth, 0 to 1, or `nil` when it counts as not answered.
    public func value(at position: Int) -> Ratio? {
        guard marks[position] != 0 else { return nil }
        switch instrument.questions[position].kind {
        case .choice(let scale, _):
            return scale.choices[Int(marks[position]) - 1].value
        case .ratio(let rule):
            guard let value = rule.value(of: countSlice(at: position)) else { return nil }
            return (try? Ratio(Int128(value.dividend), over: Int128(value.divisor))) ?? .zero
        case .number(let maximum, _):
            // A number has at most fifteen decimals, so the division fits.
            return (try? numbers[position] / maximum) ?? .zero
        }
    }
}
