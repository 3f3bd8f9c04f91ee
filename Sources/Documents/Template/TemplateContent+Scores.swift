import ExactMath
import Rulebook

/// The sheet with the questions.
extension TemplateContent {
    /// Characters, by column.
    private static let widths = [17.0, 46, 8, 12, 16, 9, 48, 48]

    func writeScores(_ pen: SheetPen) {
        for row in layout.rows { write(row, pen) }
        for run in answerRuns { guardAnswers(run, pen) }
        colourRemarks(pen)
        pen.widths(Self.widths)
        pen.freeze(rows: 2, columns: 1)
        let answer = TemplateLayout.Column.answer.rawValue
        if let first = layout.answerRows.first { pen.select(row: first.number, column: answer) }
        pen.printSetUp(
            title: TemplateText.title(instrument), lastRow: layout.rows.count,
            lastColumn: TemplateLayout.Column.guidance.rawValue)
        pen.protect()
    }

    private func write(_ row: TemplateLayout.Row, _ pen: SheetPen) {
        switch row.content {
        case .header:
            for (column, heading) in TemplateText.headings.enumerated() {
                let isNumber = column == TemplateLayout.Column.weight.rawValue || column == TemplateLayout.Column.score.rawValue
                let afterNumber = [TemplateLayout.Column.choices, .meanings, .guidance].contains { $0.rawValue == column }
                pen.text(
                    heading, row.number, column,
                    .heading.with {
                        $0.align = isNumber ? .right : .left; $0.indent = afterNumber ? 1 : 0
                    })
            }
            fit([], row, pen)
        case .total:
            heading(
                row, pen, CellStyle(size: 12, bold: true, color: 0x123A6B, fill: 0xDCE6F3), name: TemplateText.total, weight: try? Ratio.sum(topWeights),
                questions: instrument.questions.indices, score: scored.total)
        case .node(let position):
            let node = instrument.nodes[position]
            heading(
                row, pen, look(of: node.kind), name: node.name, weight: node.weight, questions: questions(below: position),
                score: scored.nodeScores[position])
        case .question(let position): question(position, row, pen)
        case .input(let position, let input): count(position, input, row, pen)
        }
    }

    private var topWeights: [Ratio] { instrument.nodes.filter { $0.parent == nil }.map(\.weight) }

    /// An inner node may name its questions or leave that to the indicators below it.
    private func questions(below position: Int) -> Range<Int> {
        let node = instrument.nodes[position]
        guard node.kind != .indicator else { return node.questions }
        let below = instrument.children(of: position).map(questions(below:))
        return (below.map(\.lowerBound).min() ?? 0)..<(below.map(\.upperBound).max() ?? 0)
    }

    private func look(of kind: Node.Kind) -> CellStyle {
        switch kind {
        case .component: CellStyle(size: 12, bold: true, color: 0xFFFFFF, fill: 0x1D4F91)
        case .block: CellStyle(size: 11, bold: true, fill: 0xAFC6E4)
        case .area: CellStyle(size: 11, bold: true, fill: 0xCFDDEF)
        case .indicator: CellStyle(bold: true, fill: 0xECF1F7)
        }
    }

    private func heading(
        _ row: TemplateLayout.Row, _ pen: SheetPen, _ look: CellStyle, name: String, weight: Ratio?,
        questions: Range<Int>, score: Ratio
    ) {
        for column in TemplateLayout.Column.allCases {
            let at = column.rawValue
            switch column {
            case .code: pen.text(row.key, row.number, at, look)
            case .text: pen.text(name, row.number, at, look)
            case .weight:
                let style = look.with {
                    $0.align = .right; $0.numberFormat = "General"
                }
                if let weight { pen.number(weight.nearestDouble, row.number, at, style) } else { pen.blank(row.number, at, style) }
            case .answer:
                guard let formula = layout.progressFormula(of: row) else { continue }
                let style = look.with {
                    $0.size = 9; $0.bold = false; $0.numberFormat = "0\" dari \(questions.count) terisi\""
                }
                pen.formula(formula, showing: stored(answered(in: questions)), row.number, at, style)
            case .score:
                guard let formula = layout.scoreFormula(of: row) else { continue }
                pen.formula(formula, showing: stored(score), row.number, at, look.with { pointsStyle(&$0) })
            case .choices, .meanings, .guidance: pen.blank(row.number, at, look)
            }
        }
        fit([(.text, name, look)], row, pen)
    }

    private func fit(_ texts: [(TemplateLayout.Column, String, CellStyle)], _ row: TemplateLayout.Row, _ pen: SheetPen) {
        var height = RowHeight()
        for (column, text, style) in texts { height.fit(text, width: Self.widths[column.rawValue], style: style) }
        pen.height(height, ofRow: row.number)
    }

    private func pointsStyle(_ style: inout CellStyle) {
        style.align = .right
        style.numberFormat = CellStyle.decimals(instrument.policies.decimals)
    }

    private func question(_ position: Int, _ row: TemplateLayout.Row, _ pen: SheetPen) {
        let question = instrument.questions[position]
        pen.text(row.key, row.number, TemplateLayout.Column.code.rawValue, .plain)
        pen.text(question.text, row.number, TemplateLayout.Column.text.rawValue, .plain)
        pen.blank(row.number, TemplateLayout.Column.weight.rawValue, .plain)
        pen.text(question.answerLabel, row.number, TemplateLayout.Column.choices.rawValue, CellStyle(indent: 1))
        if let formula = layout.progressFormula(of: row) {
            pen.formula(
                formula, showing: stored(countsRemark(position)), row.number, TemplateLayout.Column.answer.rawValue,
                .plain.with {
                    $0.size = 9; $0.italic = true
                })
        } else {
            answer(position, row, pen)
        }
        if let formula = layout.scoreFormula(of: row) {
            pen.formula(
                formula, showing: stored(scored.values[position] ?? .zero), row.number,
                TemplateLayout.Column.score.rawValue, .plain.with { pointsStyle(&$0) })
        }
        let small = CellStyle(size: 9, indent: 1)
        let meanings = TemplateText.meanings(of: question)
        pen.text(meanings, row.number, TemplateLayout.Column.meanings.rawValue, small)
        pen.text(question.guidance, row.number, TemplateLayout.Column.guidance.rawValue, small)
        fit([(.text, question.text, .plain), (.meanings, meanings, small), (.guidance, question.guidance, small)], row, pen)
    }

    /// What the formula beside a ratio question says. A sheet has all counts of a question or none.
    private func countsRemark(_ position: Int) -> String {
        if isAnswered[position] { return TemplateText.countsComplete }
        return sheet.answer(at: position) == nil ? TemplateText.countsBlank : TemplateText.divisorZero
    }

    private func answer(_ position: Int, _ row: TemplateLayout.Row, _ pen: SheetPen) {
        let column = TemplateLayout.Column.answer.rawValue
        let style = CellStyle.plain.with {
            $0.unlocked = true; $0.bold = true; $0.align = .center
        }
        guard !writeTyped(row, pen, style) else { return }
        switch sheet.answer(at: position) {
        case .number(let number): pen.number(number.nearestDouble, row.number, column, style)
        default: pen.text(sheet.answerText(at: position) ?? "", row.number, column, style)
        }
    }

    private func count(_ position: Int, _ input: Int, _ row: TemplateLayout.Row, _ pen: SheetPen) {
        let quiet = CellStyle(size: 8, color: 0x5B6470)
        pen.text(row.key, row.number, TemplateLayout.Column.code.rawValue, quiet)
        let label = instrument.questions[position].inputs[input].label
        let indented = CellStyle(indent: 2)
        pen.text(label, row.number, TemplateLayout.Column.text.rawValue, indented)
        fit([(.code, row.key, quiet), (.text, label, indented)], row, pen)
        pen.text(TemplateText.countOption, row.number, TemplateLayout.Column.choices.rawValue, CellStyle(indent: 1))
        for column in [TemplateLayout.Column.weight, .score, .meanings, .guidance] {
            pen.blank(row.number, column.rawValue, .plain)
        }
        let style = CellStyle.plain.with {
            $0.unlocked = true; $0.bold = true; $0.align = .center; $0.numberFormat = "0"
        }
        guard !writeTyped(row, pen, style) else { return }
        let column = TemplateLayout.Column.answer.rawValue
        if case .counts(let counts) = sheet.answer(at: position) {
            pen.number(Double(counts[input]), row.number, column, style)
        } else {
            pen.blank(row.number, column, style)
        }
    }

    /// Whether a trial has something of its own for this cell.
    private func writeTyped(_ row: TemplateLayout.Row, _ pen: SheetPen, _ style: CellStyle) -> Bool {
        switch trial?.typed[row.key] {
        case .text(let text): pen.text(text, row.number, TemplateLayout.Column.answer.rawValue, style)
        case .number(let number): pen.number(number, row.number, TemplateLayout.Column.answer.rawValue, style)
        case nil: return false
        }
        return true
    }
}
