import Rulebook

/// Longer texts and days, as people type them into the forms about development.
enum TypedText {
    /// A text that can be seen, of so many characters; blanks within a line tidied, lines kept.
    static func text(
        _ typed: String, _ lengths: ClosedRange<Int>, at field: String, _ code: FindingCode, _ what: String, into findings: inout [Finding]
    ) -> String {
        let lines = typed.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let text = lines.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.joined(separator: "\n")
        let isPlain = text.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control: scalar == "\n"
            case .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
            default: true
            }
        }
        if !isPlain || !lengths.contains(text.unicodeScalars.count) {
            findings.append(
                .error(
                    code, at: field,
                    "Isi \(what) dengan \(lengths.lowerBound == 0 ? "paling banyak" : "\(lengths.lowerBound) sampai") \(lengths.upperBound) huruf, tanpa tanda yang tidak tampak."
                ))
        }
        return text
    }

    /// A day; `nil` with a finding where none was typed.
    static func day(
        _ typed: String, at field: String, _ code: FindingCode, _ what: String, into findings: inout [Finding]
    ) -> Day? {
        if let day = Day(typed) { return day }
        findings.append(.error(code, at: field, "Isi \(what) dengan tanggal yang ada, seperti 2026-11-24."))
        return nil
    }
}
