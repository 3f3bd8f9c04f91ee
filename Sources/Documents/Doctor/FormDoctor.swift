import ExactMath
import Rulebook

/// Compares the ministry's form with what it ought to hold, cell by cell, and works out what each fault did to
/// the total by mending one after another.
struct FormDoctor {
    /// A fault and the formula that mends it.
    struct Fault {
        let code: FindingCode
        let address: CellAddress
        let message: String
        let remedy: Formula?
    }

    let form: MinistryForm
    let expectations: FormExpectations
    /// Blanks left out, as the form counts.
    let scored: ScoredSheet
    /// Points of the total with blanks counting 0.
    let floor: Ratio
    let formulas: SheetFormulas
    /// The form as it is.
    let actual: FormulaEvaluator
    /// The form as it ought to be.
    let ideal: FormulaEvaluator

    init(_ form: MinistryForm, scored: ScoredSheet, floor: Ratio) {
        self.form = form
        self.scored = scored
        self.floor = floor
        expectations = FormExpectations(form, sheet: scored.sheet)
        formulas = SheetFormulas(form.sheet)
        actual = FormulaEvaluator(form.sheet, formulas: formulas)
        ideal = FormulaEvaluator(form.sheet, formulas: formulas)
        for cell in expectations.fixed {
            switch cell.expected {
            case .type(let type): ideal.replace(cell.address, with: .text(type))
            case .weight(let weight): ideal.replace(cell.address, with: .number(weight))
            }
        }
        for cell in expectations.formulas { ideal.replace(cell.address, with: cell.formula) }
    }

    /// - Complexity: O(cells × faults)
    func diagnose() -> Diagnosis {
        guard let grand = expectations.grandTotal else {
            return Diagnosis(displayed: nil, displayedCell: "", faults: [])
        }
        var displayed: Ratio?
        if case .number(let stored) = form.sheet[grand]?.value { displayed = try? Ratio(stored: stored) }
        var faults: [Diagnosis.Fault] = []
        var total = actual.value(of: grand).number
        if let stale = staleValues() {
            faults.append(.init(finding: stale, effect: Comparison.effect(of: total, on: displayed)))
        }
        let mended = FormulaEvaluator(form.sheet, formulas: formulas)
        for fault in (fixedFaults() + formulaFaults()).sorted(by: { $0.address < $1.address }) {
            var effect: Ratio? = fault.remedy == nil ? nil : .zero
            if let remedy = fault.remedy {
                mended.replace(fault.address, with: remedy)
                let after = mended.value(of: grand).number
                effect = Comparison.effect(of: after, on: total)
                total = after
            }
            faults.append(
                .init(finding: Finding(fault.code, .warning, at: form.place(fault.address), fault.message), effect: effect))
        }
        if let left = unexplained(total, at: grand) { faults.append(left) }
        if let blanks = skippedBlanks(at: grand) { faults.append(blanks) }
        return Diagnosis(displayed: displayed, displayedCell: form.place(grand), faults: faults)
    }

    /// What the form's way of leaving blanks out of the mean does.
    private func skippedBlanks(at grand: CellAddress) -> Diagnosis.Fault? {
        let count = scored.values.count { $0 == nil }
        guard count > 0 else { return nil }
        let finding = Finding(
            .blanksSkipped, .warning, at: form.place(grand),
            "Rumus formulir melewati \(count) pertanyaan yang belum terjawab. Yang kosong dihitung 0; isi sebelum diajukan.")
        return .init(finding: finding, effect: Comparison.effect(of: floor, on: scored.total))
    }

    /// What is left between the mended form and the exact score, if anything.
    private func unexplained(_ total: Ratio?, at grand: CellAddress) -> Diagnosis.Fault? {
        guard let total, total != scored.total, ideal.value(of: grand).failure == nil else { return nil }
        let finding = Finding(
            .unexplainedDifference, .warning, at: form.place(grand),
            "Nilai total masih berbeda setelah semua temuan dibetulkan. Bandingkan rumus lembar ini dengan formulir asli.")
        return .init(finding: finding, effect: Comparison.effect(of: scored.total, on: total))
    }

    /// Cells whose stored value is not what their own formula comes to: the file was saved without being
    /// computed again.
    private func staleValues() -> Finding? {
        var stale: [CellAddress] = []
        for cell in expectations.formulas {
            guard let stored = form.sheet[cell.address], stored.formula != nil,
                case .number(let text) = stored.value, let shown = try? Ratio(stored: text)
            else { continue }
            switch actual.value(of: cell.address) {
            case .number(let due):
                if let gap = try? (shown - due).magnitude, gap > Comparison.noise { stale.append(cell.address) }
            case .text, .error: stale.append(cell.address)
            case .blank, .boolean, .unknown: break
            }
        }
        let spread = Set(stale)
        let causes = stale.filter { address in
            formulas[address]?.cells.isDisjoint(with: spread) ?? true
        }
        guard let first = causes.first else { return nil }
        let list = Comparison.list(causes)
        return Finding(
            .staleValue, .warning, at: form.place(first),
            "Angka yang tersimpan di \(list) bukan hasil rumusnya sendiri. Buka berkas, hitung ulang (F9 atau Ctrl+Shift+F9), lalu simpan.")
    }
}
