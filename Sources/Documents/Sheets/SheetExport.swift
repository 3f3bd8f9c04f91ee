public import Rulebook

/// Writes a sheet's answers to another kind of file.
public enum SheetExport {
    /// The sheet as `kode,jawaban` rows, blanks empty; reads back as the same sheet.
    ///
    /// - Complexity: O(questions)
    public static func csv(_ sheet: ScoringSheet) -> String { DelimitedSheet.write(sheet) }

    /// The sheet as JSON; reads back as the same sheet.
    ///
    /// - Complexity: O(questions)
    public static func json(_ sheet: ScoringSheet) -> String { JSONSheet.write(sheet) }

    /// Every answer the sheet can hold, in its order; `text` is `nil` for a blank.
    static func rows(of sheet: ScoringSheet) -> [(code: String, text: String?)] {
        var rows: [(code: String, text: String?)] = []
        for (position, question) in sheet.instrument.questions.enumerated() {
            if question.inputs.isEmpty {
                rows.append((question.code.text, sheet.answerText(at: position)))
            } else {
                for (input, definition) in question.inputs.enumerated() {
                    rows.append(("\(question.code)/\(definition.id)", sheet.inputText(at: position, input: input)))
                }
            }
        }
        return rows
    }
}
