import Rulebook

/// What holds for answer cells: which answers are accepted, and their colours.
extension TemplateContent {
    /// Answer cells one below the other that accept the same.
    struct AnswerRun {
        var rows: ClosedRange<Int>
        let validation: AnswerValidation
    }

    /// All answer cells, in as few runs as there can be: each run costs the file several rules.
    var answerRuns: [AnswerRun] {
        var runs: [AnswerRun] = []
        for row in layout.answerRows {
            let position: Int
            switch row.content {
            case .question(let question), .input(let question, _): position = question
            case .header, .total, .node: continue
            }
            let validation = AnswerValidation(instrument.questions[position])
            if let last = runs.last, last.rows.upperBound + 1 == row.number, last.validation == validation {
                runs[runs.count - 1].rows = last.rows.lowerBound...row.number
            } else {
                runs.append(AnswerRun(rows: row.number...row.number, validation: validation))
            }
        }
        return runs
    }

    func guardAnswers(_ run: AnswerRun, _ pen: SheetPen) {
        let column = TemplateLayout.Column.answer
        let cell = column.letter + String(run.rows.lowerBound)
        let answered = AnswerValidation.answered(cell)
        pen.validate(rows: run.rows, column: column.rawValue, run.validation)
        pen.highlight(rows: run.rows, column: column.rawValue, when: run.validation.wrong(cell), as: .wrong, stop: true)
        pen.highlight(rows: run.rows, column: column.rawValue, when: "NOT(\(answered))", as: .blank)
        pen.highlight(rows: run.rows, column: column.rawValue, when: answered, as: .answered)
    }

    /// The words beside ratio questions: a remark stands out, the rest stays quiet.
    func colourRemarks(_ pen: SheetPen) {
        for (position, question) in instrument.questions.enumerated() where !question.inputs.isEmpty {
            let row = layout.row(ofQuestion: position)
            let cell = row.cell(.answer)
            let quiet = [TemplateText.countsComplete, TemplateText.countsBlank].map { "\(cell)<>\"\($0)\"" }
            pen.highlight(
                rows: row.number...row.number, column: TemplateLayout.Column.answer.rawValue,
                when: "AND(\(quiet.joined(separator: ",")))", as: .unmet)
        }
    }
}
