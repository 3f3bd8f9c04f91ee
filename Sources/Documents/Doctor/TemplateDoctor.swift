import ExactMath
import Rulebook

/// Compares Zona's own workbook, whose formulas are protected but can be unprotected, with the exact scores.
struct TemplateDoctor {
    private let sheet: Worksheet
    private let layout: TemplateLayout
    private let scored: ScoredSheet
    private let formulas: SheetFormulas
    private let actual: FormulaEvaluator

    init(_ sheet: Worksheet, _ layout: TemplateLayout, _ scored: ScoredSheet) {
        formulas = SheetFormulas(sheet)
        self.sheet = sheet
        self.layout = layout
        self.scored = scored
        actual = Self.evaluator(sheet, layout, scored, formulas)
    }

    /// Question values are text formulas over one answer; they are taken as computed right where they still are
    /// formulas, so that only sums and means have to be worked out.
    private static func evaluator(
        _ sheet: Worksheet, _ layout: TemplateLayout, _ scored: ScoredSheet, _ formulas: SheetFormulas
    ) -> FormulaEvaluator {
        let evaluator = FormulaEvaluator(sheet, formulas: formulas)
        for position in layout.instrument.questions.indices {
            let address = Self.score(layout.row(ofQuestion: position))
            guard sheet[address]?.formula != nil else { continue }
            evaluator.replace(address, with: .number(scored.values[position] ?? .zero))
        }
        return evaluator
    }

    private static func score(_ row: TemplateLayout.Row) -> CellAddress {
        CellAddress(known: row.number, TemplateLayout.Column.score.rawValue)
    }

    private func place(_ address: CellAddress) -> String { "\(sheet.name)!\(address)" }

    func diagnose() -> Diagnosis {
        let grand = Self.score(layout.totalRow)
        var displayed: Ratio?
        if case .number(let stored) = sheet[grand]?.value { displayed = try? Ratio(stored: stored) }
        var total = actual.value(of: grand).number
        var faults: [Diagnosis.Fault] = []
        if let stale = staleValues() { faults.append(.init(finding: stale, effect: Comparison.effect(of: total, on: displayed))) }
        let mended = Self.evaluator(sheet, layout, scored, formulas)
        for (address, due, finding) in overtyped() {
            mended.replace(address, with: due)
            let after = mended.value(of: grand).number
            faults.append(.init(finding: finding, effect: Comparison.effect(of: after, on: total)))
            total = after
        }
        return Diagnosis(displayed: displayed, displayedCell: place(grand), faults: faults)
    }

    /// Scores and weights that no longer are what Zona wrote.
    private func overtyped() -> [(CellAddress, Formula, Finding)] {
        layout.rows.flatMap { row in [weightFault(row), formulaFault(row)].compactMap { $0 } }
    }

    private func weightFault(_ row: TemplateLayout.Row) -> (CellAddress, Formula, Finding)? {
        guard case .node(let node) = row.content else { return nil }
        let weight = CellAddress(known: row.number, TemplateLayout.Column.weight.rawValue)
        let due = layout.instrument.nodes[node].weight
        guard actual.value(of: weight) != .number(due) else { return nil }
        let shown = due.finiteDecimal(mark: .comma) ?? due.exact
        let finding = Finding(
            .weightChanged, .warning, at: place(weight),
            "Bobot \(row.key) diubah, seharusnya \(shown). Kembalikan ke \(shown).")
        return (weight, .number(due), finding)
    }

    private func formulaFault(_ row: TemplateLayout.Row) -> (CellAddress, Formula, Finding)? {
        let address = Self.score(row)
        guard let text = layout.scoreFormula(of: row) else { return nil }
        guard let stored = sheet[address]?.formula else {
            let shown = sheet[address]?.value.shown ?? ""
            let finding = Finding(
                .formulaReplaced, .warning, at: place(address),
                "Rumus nilai \(name(of: row)) \(shown.isEmpty ? "terhapus" : "tertimpa isian “\(shown.prefix(40))”"). Seharusnya =\(text.prefix(80)).")
            return (address, remedy(for: row, text), finding)
        }
        guard folded(stored) != folded(text), FormulaParser.parse(stored) != FormulaParser.parse(text) else { return nil }
        let finding = Finding(
            .formulaReadsWrongCells, .warning, at: place(address),
            "Rumus nilai \(name(of: row)) diubah. Seharusnya =\(text.prefix(80)).")
        return (address, remedy(for: row, text), finding)
    }

    private func name(of row: TemplateLayout.Row) -> String { row.key.isEmpty ? "total" : row.key }

    /// What the cell ought to show.
    private func remedy(for row: TemplateLayout.Row, _ text: String) -> Formula {
        if case .question(let position) = row.content { return .number(scored.values[position] ?? .zero) }
        return FormulaParser.parse(text) ?? .number(.zero)
    }

    /// Spreadsheet programs add blanks and dollar signs of their own when they save.
    private func folded(_ formula: String) -> String {
        formula.filter { !$0.isWhitespace && $0 != "$" }.uppercased()
    }

    private func staleValues() -> Finding? {
        let stale = layout.rows.compactMap { row -> CellAddress? in
            let address = Self.score(row)
            guard let cell = sheet[address], cell.formula != nil, case .number(let text) = cell.value,
                let shown = try? Ratio(stored: text), let due = actual.value(of: address).number,
                let gap = try? (shown - due).magnitude, gap > Comparison.noise
            else { return nil }
            return address
        }
        let spread = Set(stale)
        let causes = stale.filter { formulas[$0]?.cells.isDisjoint(with: spread) ?? true }
        guard let first = causes.first else { return nil }
        let list = Comparison.list(causes)
        return Finding(
            .staleValue, .warning, at: place(first),
            "Angka yang tersimpan di \(list) bukan hasil rumusnya. Buka berkas, hitung ulang (F9 atau Ctrl+Shift+F9), lalu simpan.")
    }
}
