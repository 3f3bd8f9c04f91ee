import ExactMath

/// Reads answers as people type them: letters in any case, stray blanks forgiven, nothing else guessed.
public enum AnswerText {
    /// What was read, and whether something had to be forgiven.
    public struct Reading: Hashable, Sendable {
        /// `nil` when there was nothing but blanks.
        public let answer: Answer?
        /// Whether the text differs from the way the answer is written.
        public let tidied: Bool
    }

    /// Reads the answer to a choice or number question.
    ///
    /// - Throws: ``AnswerRefusal``
    public static func read(_ text: String, for question: Question) throws(AnswerRefusal) -> Reading {
        let trimmed = trim(text)
        guard !trimmed.isEmpty else { return Reading(answer: nil, tidied: false) }
        switch question.kind {
        case .choice(let scale, _):
            guard let position = scale.position(of: trimmed) else { throw .offScale }
            return Reading(answer: .choice(position), tidied: text != scale.choices[position].letter)
        case .number(let maximum, _):
            let number: Ratio
            do { number = try Ratio(decimal: trimmed) } catch { throw .notANumber(error) }
            guard number >= .zero, number <= maximum else { throw .outOfRange }
            return Reading(answer: .number(number), tidied: trimmed.utf8.count != text.utf8.count)
        case .ratio:
            throw .wrongKind
        }
    }

    /// Reads one count of a ratio question; `nil` when there is nothing but blanks. `12` and `12,0` are the
    /// same count, `12,5` is none.
    ///
    /// - Throws: ``AnswerRefusal``
    public static func readCount(_ text: String) throws(AnswerRefusal) -> (count: Int?, tidied: Bool) {
        let trimmed = trim(text)
        guard !trimmed.isEmpty else { return (nil, false) }
        let number: Ratio
        do { number = try Ratio(decimal: trimmed) } catch { throw .notANumber(error) }
        guard number.isWhole, number >= .zero else { throw .notACount }
        guard number <= Ratio(ScoringSheet.largestCount) else { throw .countTooLarge }
        return (Int(number.numerator), String(number.numerator) != text)
    }

    /// The text without blanks at both ends, non-breaking and full-width ones included.
    public static func trim(_ text: some StringProtocol) -> String {
        var scalars = Substring(text).unicodeScalars
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }
}

extension ScoringSheet {
    /// The answer as it is written in files: a letter, or a number with its decimals; `nil` when blank or
    /// when the question asks for counts (see ``inputText(at:input:)``).
    public func answerText(at position: Int) -> String? {
        switch (answer(at: position), instrument.questions[position].kind) {
        case (.choice(let choice), .choice(let scale, _)): scale.choices[choice].letter
        case (.number(let number), _): number.finiteDecimal() ?? number.exact
        default: nil
        }
    }

    /// One count of a ratio question as it is written in files; `nil` when blank.
    public func inputText(at position: Int, input: Int) -> String? {
        guard case .counts(let counts) = answer(at: position) else { return nil }
        return String(counts[input])
    }
}
