import ExactMath
import Rulebook

/// The sheet with the conditions.
extension TemplateContent {
    private static let verdictWidths = [48.0, 12, 14, 12, 14, 76]

    func writeVerdicts(_ pen: SheetPen) {
        let total = TemplateLayout.scoreSheet + "!" + layout.totalRow.cell(.score)
        let progress = TemplateLayout.scoreSheet + "!" + layout.totalRow.cell(.answer)
        let title = "\(TemplateLayout.verdictSheet) – \(instrument.regulation.number)"
        pen.text(title, 1, 0, .title)
        fit(title, 1, .title, pen)
        let big = CellStyle(size: 12, bold: true)
        pen.text(TemplateText.total, 2, 0, big)
        fit(TemplateText.total, 2, big, pen)
        pen.formula(total, showing: stored(scored.total), 2, 1, big.with(points))
        pen.text("Pertanyaan terjawab", 3, 0, .plain)
        pen.formula(
            progress, showing: stored(answered(in: instrument.questions.indices)), 3, 1,
            .plain.with {
                $0.align = .right; $0.numberFormat = "0\" dari \(instrument.questions.count)\""
            })
        pen.text(
            "Pertanyaan yang belum dijawab dihitung 0. Syarat pengajuan bagi instansi dan unit kerja tidak diperiksa di sini.",
            4, 0, CellStyle(size: 9, italic: true, wrap: false, border: false))
        for designation in Designation.allCases { heading(designation, pen) }
        for row in layout.conditionRows { condition(row, pen) }
        pen.widths(Self.verdictWidths)
        pen.hideGridlines()
        pen.printSetUp(
            title: TemplateText.title(instrument), lastRow: layout.conditionRows.last?.number ?? 1, lastColumn: 5)
        pen.protect()
    }

    /// Makes room in a row for a text of the first column.
    private func fit(_ text: String, _ row: Int, _ style: CellStyle, _ pen: SheetPen) {
        var height = RowHeight()
        height.fit(text, width: Self.verdictWidths[0], style: style)
        pen.height(height, ofRow: row)
    }

    private func points(_ style: inout CellStyle) {
        style.align = .right
        style.numberFormat = CellStyle.decimals(instrument.policies.decimals)
    }

    private func heading(_ designation: Designation, _ pen: SheetPen) {
        guard let number = layout.designationRows[designation] else { return }
        let rows = layout.conditionRows.filter { $0.designation == designation }.map(\.number)
        let look = CellStyle(size: 12, bold: true)
        if let first = rows.first, let last = rows.last {
            let (met, unmet) = (TemplateText.allMet(designation), TemplateText.notAllMet(designation))
            let formula = "IF(COUNTIF(E\(first):E\(last),\"\(TemplateText.met)\")=\(rows.count),\"\(met)\",\"\(unmet)\")"
            let isMet = verdicts[designation]?.met ?? false
            pen.formula(formula, showing: stored(isMet ? met : unmet), number, 0, look)
            fit(unmet, number, look, pen)
            colour(rows: number...number, column: 0, cell: "A\(number)", met: met, pen)
            colour(rows: first...last, column: 4, cell: "E\(first)", met: TemplateText.met, pen)
        }
        for (column, heading) in TemplateText.conditionHeadings.enumerated() {
            var style = CellStyle.heading
            style.align = (1...3).contains(column) ? .right : .left
            style.indent = column == 4 ? 1 : 0
            pen.text(heading, number + 1, column, style)
        }
    }

    private func colour(rows: ClosedRange<Int>, column: Int, cell: String, met: String, _ pen: SheetPen) {
        pen.highlight(rows: rows, column: column, when: "\(cell)=\"\(met)\"", as: .met)
        pen.highlight(rows: rows, column: column, when: "\(cell)<>\"\(met)\"", as: .unmet)
    }

    private func condition(_ row: TemplateLayout.ConditionRow, _ pen: SheetPen) {
        let condition = layout.condition(of: row)
        guard let measure = layout.measureFormula(of: row),
            let outcome = verdicts[row.designation]?.outcomes.first(where: { $0.condition.id == condition.id })
        else { return }
        let number = row.number
        let style = CellStyle.plain.with(points)
        let name = CellStyle(indent: UInt8(clamping: min(max(condition.level, 0), 5) * 2))
        pen.text(condition.name, number, 0, name)
        let basis = condition.basis.isEmpty ? condition.clause : "\(condition.basis). \(condition.clause)"
        pen.text(basis, number, 5, CellStyle(size: 9))
        var height = RowHeight()
        height.fit(condition.name, width: Self.verdictWidths[0], style: name)
        height.fit(basis, width: Self.verdictWidths[5], style: CellStyle(size: 9))
        pen.height(height, ofRow: number)
        pen.number(condition.minimum.nearestDouble, number, 1, style)
        pen.formula(measure, showing: stored(outcome.measured ?? .zero), number, 2, style)
        // Rounded far below what anyone sees, so that a binary remainder does not show as a minus.
        pen.formula(
            "ROUND(C\(number)-B\(number),\(TemplateLayout.comparedDecimals))", showing: stored(outcome.gap ?? .zero),
            number, 3, style.with { gapStyle(&$0) })
        pen.formula(
            "IF(D\(number)>=0,\"\(TemplateText.met)\",\"\(TemplateText.unmet)\")",
            showing: stored(outcome.met ? TemplateText.met : TemplateText.unmet), number, 4,
            CellStyle(indent: 1))
    }

    private func gapStyle(_ style: inout CellStyle) {
        guard let format = style.numberFormat else { return }
        style.numberFormat = "\"+\"" + format
    }
}
