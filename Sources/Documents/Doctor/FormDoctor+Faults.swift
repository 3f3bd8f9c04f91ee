import ExactMath
import Rulebook

extension FormDoctor {
    /// Answer types and weights that were overtyped.
    func fixedFaults() -> [Fault] {
        expectations.fixed.compactMap { cell in
            let shown = actual.value(of: cell.address)
            switch cell.expected {
            case .type(let type):
                let text = form.sheet[cell.address]?.value.shown ?? ""
                guard plain(text) != plain(type) else { return nil }
                let answer = CellAddress(known: cell.address.row, form.columns.answer)
                return Fault(
                    code: .answerTypeOvertyped, address: cell.address,
                    message:
                        "Jenis jawaban \(cell.code) tertulis “\(brief(text))”, seharusnya “\(brief(type))”. Akibatnya rumus tidak mengenali jawaban di \(answer) dan mengeluarkannya dari rata-rata. Kembalikan ke “\(brief(type))”.",
                    remedy: .text(type))
            case .weight(let weight):
                guard shown != .number(weight) else { return nil }
                let due = weight.finiteDecimal(mark: .comma) ?? weight.exact
                return Fault(
                    code: .weightChanged, address: cell.address,
                    message: "Bobot \(cell.code) tertulis \(text(of: shown)), seharusnya \(due). Kembalikan ke \(due).",
                    remedy: .number(weight))
            }
        }
    }

    /// Formulas that were replaced, read the wrong cells, or compute something else.
    func formulaFaults() -> [Fault] {
        expectations.formulas.compactMap { cell in
            guard let stored = form.sheet[cell.address], stored.formula != nil else { return replacedFault(cell) }
            guard let formula = formulas[cell.address] else {
                return Fault(
                    code: .formulaNotChecked, address: cell.address,
                    message: "Rumus \(cell.subject) memakai bentuk yang tidak dikenal sehingga tidak dapat diperiksa. Bandingkan dengan formulir asli.",
                    remedy: nil)
            }
            if let message = wrongCells(formula, cell) {
                return Fault(code: .formulaReadsWrongCells, address: cell.address, message: message, remedy: cell.formula)
            }
            let due = ideal.value(of: cell.address)
            let found = ideal.value(of: formula)
            guard found != due, found != .unknown, !(isEmpty(found) && isEmpty(due)) else { return nil }
            if case .error(let error) = found {
                // A mean over blanks is an error too, but the form is made that way; only a percentage tells why.
                guard due.number != nil || cell.address.column == form.columns.answer else { return nil }
                return Fault(
                    code: .formulaError, address: cell.address,
                    message: due.number != nil
                        ? "Rumus \(cell.subject) menghasilkan \(error), padahal nilainya \(text(of: due)). Formulir tidak mengatur keadaan ini."
                        : "Rumus \(cell.subject) menghasilkan \(error) karena pembaginya nol. Pertanyaan ini dihitung belum terjawab.",
                    remedy: cell.formula)
            }
            return Fault(
                code: .formulaReadsWrongCells, address: cell.address,
                message:
                    "Rumus \(cell.subject) menghasilkan \(text(of: found)), padahal dari isian yang sama seharusnya \(text(of: due)). Salin rumusnya dari formulir asli.",
                remedy: cell.formula)
        }
    }

    private func replacedFault(_ cell: FormExpectations.FormulaCell) -> Fault? {
        let shown = form.sheet[cell.address]?.value.shown ?? ""
        let due = ideal.value(of: cell.address)
        // A percentage without counts that is simply left empty is a blank, not a fault.
        if shown.isEmpty, case .text = due { return nil }
        let names = cell.reads.isEmpty ? cell.formula.cells : cell.reads
        let cells = names.sorted().map(\.description).joined(separator: ", ")
        return Fault(
            code: .formulaReplaced, address: cell.address,
            message: shown.isEmpty
                ? "Rumus \(cell.subject) terhapus. Seharusnya menghitung dari \(cells) dan menghasilkan \(text(of: due))."
                : "Rumus \(cell.subject) tertimpa isian “\(brief(shown))”. Seharusnya menghitung dari \(cells) dan menghasilkan \(text(of: due)); angka yang ditimpa tidak ikut berubah bila isiannya berubah.",
            remedy: cell.formula)
    }

    /// What is wrong with the cells a formula reads, or `nil`.
    private func wrongCells(_ formula: Formula, _ cell: FormExpectations.FormulaCell) -> String? {
        guard let atoms = cell.atoms else {
            let missing = cell.reads.subtracting(formula.cells)
            guard !missing.isEmpty else { return nil }
            let names = missing.sorted().map(\.description).joined(separator: ", ")
            return "Rumus \(cell.subject) tidak membaca \(names). Salin rumusnya dari formulir asli."
        }
        var counted: [Int: Int] = [:]
        for address in formula.mentions {
            for question in expectations.atomsOfCell[address] ?? [] { counted[question, default: 0] += 1 }
        }
        let missing = atoms.subtracting(counted.keys)
        let foreign = Set(counted.keys).subtracting(atoms)
        let doubled = counted.filter { $0.value > 1 && atoms.contains($0.key) }.keys
        guard !missing.isEmpty || !foreign.isEmpty || !doubled.isEmpty else { return nil }
        let parts = [
            list(missing).map { "\($0) tidak ikut dihitung" }, list(doubled).map { "\($0) dihitung lebih dari sekali" },
            list(foreign).map { "\($0) bukan bagiannya" },
        ].compactMap { $0 }
        return "Rumus \(cell.subject) membaca baris yang salah: \(parts.joined(separator: "; ")). Salin rumusnya dari formulir asli."
    }

    private func list(_ questions: some Collection<Int>) -> String? {
        guard !questions.isEmpty else { return nil }
        let codes = questions.sorted().map { scored.instrument.questions[$0].code.text }
        return codes.prefix(4).joined(separator: ", ") + (codes.count > 4 ? " dan \(codes.count - 4) lainnya" : "")
    }

    private func isEmpty(_ value: SpreadsheetValue) -> Bool {
        switch value {
        case .blank: true
        // The form says in words that something is missing; which words does not matter.
        case .text(let text): text.isEmpty || (try? Ratio(stored: text)) == nil
        default: false
        }
    }

    private func brief(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count > 40 ? String(line.prefix(40)) + "…" : line
    }

    private func text(of value: SpreadsheetValue) -> String {
        switch value {
        case .blank: "kosong"
        case .number(let number): number.finiteDecimal(mark: .comma) ?? number.rounded(places: 4, mark: .comma)
        case .text(let text): text.isEmpty ? "kosong" : "“\(brief(text))”"
        case .boolean(let value): value ? "TRUE" : "FALSE"
        case .error(let code): code
        case .unknown: "nilai yang tidak dapat dihitung"
        }
    }
}
