import ExactMath
import Rulebook

@testable import Documents

/// Writes the cells of the form.
struct MinistryFormContent {
    let layout: FormLayout
    let instrument: Instrument
    /// By position in the layout's rows.
    let rows: [Int]
    let values: MinistryFormValues

    typealias Cells = [CellAddress: MinistryFormFixture.FormCell]

    /// A cell formula over one answer as the form has it in every row.
    static func letters(_ row: Int) -> String {
        "IF(J#=\"Ya/Tidak\",IF(K#=\"Ya\",1,IF(K#=\"Tidak\",0,\"Blm Diisi\")),IF(J#=\"A/B/C\",IF(K#=\"A\",1,IF(K#=\"B\",0.5,IF(K#=\"C\",0,\"Blm Diisi\"))),IF(J#=\"A/B/C/D\",IF(K#=\"A\",1,IF(K#=\"B\",0.67,IF(K#=\"C\",0.33,IF(K#=\"D\",0,\"Blm Diisi\")))),IF(J#=\"A/B/C/D/E\",IF(K#=\"A\",1,IF(K#=\"B\",0.75,IF(K#=\"C\",0.5,IF(K#=\"D\",0.25,IF(K#=\"E\",0,\"Blm Diisi\"))))),IF(J#=\"%\",IF(K#=\"\",\"Blm Diisi\",K#),IF(J#=\"Jumlah\",IF(K#=\"\",\"Blm Diisi\",\"\"),IF(J#=\"Rupiah\",IF(K#=\"\",\"Blm Diisi\",\"\"),IF(J#=\"\",\"\",\"-\"))))))))"
            .replacing("#", with: String(row))
    }

    func write(to cells: inout Cells) {
        let header = MinistryFormFixture.headerRow
        put(&cells, "B\(header - 1)", .text("Lembar contoh untuk pengujian"))
        let headings = [
            ("B", layout.headings.assessment), ("H", layout.headings.weight), ("I", "Keterangan"),
            ("J", layout.headings.type), ("K", layout.headings.answer), ("L", layout.headings.score), ("M", " %"),
            ("O", "Catatan"),
        ]
        for (column, heading) in headings { put(&cells, "\(column)\(header)", .text(heading)) }
        for (position, row) in layout.rows.enumerated() {
            let number = rows[position]
            put(&cells, "A\(number)", .number(String(number - 1)))
            writeTexts(row, number, &cells)
            switch row.kind {
            case .node: writeNode(row, number, &cells)
            case .leaf: writeLeaf(row, number, &cells)
            case .question, .subtotal: writeQuestion(row, number, &cells)
            case .input: writeInput(row, number, &cells)
            case .part: writePart(row, number, &cells)
            case .total, .grand: writeTotal(row, number, &cells)
            }
        }
    }

    private func put(_ cells: inout Cells, _ name: String, _ value: CellValue, _ formula: String? = nil) {
        if let address = CellAddress(name) { cells[address] = .init(value: value, formula: formula) }
    }

    /// The numbering and our own words beside it.
    private func writeTexts(_ row: FormLayout.Row, _ number: Int, _ cells: inout Cells) {
        let first = CellAddress.letters(ofColumn: 1 + row.level)
        guard let label = row.label else {
            return put(&cells, "\(first)\(number)", .text("- Isian \(row.code)"))
        }
        // Some rows of the form have a stop after their numbering.
        let stop = label.count <= 3 && label != "-" && number.isMultiple(of: 2)
        put(&cells, "\(first)\(number)", .text(label + (stop ? "." : "")))
        guard row.kind != .total, row.kind != .grand else { return }
        let next = CellAddress.letters(ofColumn: 2 + row.level)
        put(&cells, "\(next)\(number)", .text("Butir \(row.code)"))
        if row.kind == .question { put(&cells, "I\(number)", .text("Penjelasan singkat \(row.code)")) }
    }

    private func row(_ code: String, _ kind: FormLayout.Row.Kind) -> Int? {
        layout.rows.firstIndex { $0.code == code && $0.kind == kind }.map { rows[$0] }
    }

    private func weight(_ ratio: Ratio) -> CellValue { .number(ratio.finiteDecimal() ?? "") }

    private func writeNode(_ row: FormLayout.Row, _ number: Int, _ cells: inout Cells) {
        guard let position = instrument.node(ItemCode(row.code)) else { return }
        let node = instrument.nodes[position]
        put(&cells, "H\(number)", weight(node.weight))
        put(&cells, "L\(number)", values.nodes[position].cell, formula(ofNode: position))
        put(&cells, "M\(number)", values.percent(ofNode: position).cell, "L\(number)/H\(number)")
        if row.code == MinistryFormFixture.beforeSpareRow { put(&cells, "L\(number + 1)", .text(""), Self.letters(number + 1)) }
        // The form marks these rows as percentages, too, though nothing is asked there.
        if row.code == "A.II.5.ii" || row.code == "A.II.5.iii" { put(&cells, "J\(number)", .text("%")) }
    }

    private func formula(ofNode position: Int) -> String {
        let node = instrument.nodes[position]
        let code = node.code.text
        if let total = row(code, .total) { return "L\(total)" }
        guard node.kind == .indicator else {
            let parts = instrument.children(of: position).compactMap { child -> String? in
                let code = instrument.nodes[child].code.text
                return (row(code, .node) ?? row(code, .leaf)).map { "L\($0)" }
            }
            return "SUM(\(parts.joined(separator: ",")))"
        }
        let parts = instrument.questions[node.questions].compactMap { row($0.code.text, .part) }
        if !parts.isEmpty { return "SUM(\(parts.map { "L\($0)" }.joined(separator: ",")))" }
        let inside = layout.rows.indices.filter { layout.rows[$0].kind != .node && layout.rows[$0].code.hasPrefix(code + ".") }
        guard let first = inside.first, let last = inside.last, let own = row(code, .node) else { return "" }
        let range = first == last ? "L\(rows[first])" : "L\(rows[first]):L\(rows[last])"
        return "AVERAGE(\(range))*H\(own)"
    }

    private func writeLeaf(_ row: FormLayout.Row, _ number: Int, _ cells: inout Cells) {
        guard let position = instrument.node(ItemCode(row.code)), let question = instrument.question(ItemCode(row.code))
        else { return }
        put(&cells, "H\(number)", weight(instrument.nodes[position].weight))
        put(&cells, "J\(number)", .text(row.type?.replacing(" ", with: "\n") ?? ""))
        putAnswer(question, number, &cells)
        var value = Self.letters(number)
        if case .number(let maximum, _) = instrument.questions[question].kind {
            value = "IF(K\(number)=\"\",\"Blm Diisi\",K\(number)/\(maximum))"
        }
        put(&cells, "L\(number)", values.nodes[position].cell, "\(value)*H\(number)")
    }

    private func writePart(_ row: FormLayout.Row, _ number: Int, _ cells: inout Cells) {
        guard let question = instrument.question(ItemCode(row.code)) else { return }
        let indicator = instrument.nodes[instrument.indicatorOfQuestion[question]]
        let share = (try? indicator.weight / Ratio(indicator.questions.count)) ?? .zero
        put(&cells, "H\(number)", weight(share))
        let below = layout.rows.indices.filter { layout.rows[$0].kind != .part && layout.rows[$0].code.hasPrefix(row.code) }
        let shown: CellValue =
            switch values.questions[question] {
            case .number(let value): .number(fifteenDigits((try? value * share) ?? .zero))
            case .text: .error("#DIV/0!")
            case .error(let code): .error(code)
            }
        guard let first = below.first, let last = below.last else { return }
        put(&cells, "L\(number)", shown, "AVERAGE(L\(rows[first]):L\(rows[last]))*H\(number)")
    }

    private func writeQuestion(_ row: FormLayout.Row, _ number: Int, _ cells: inout Cells) {
        guard let question = instrument.question(ItemCode(row.code)) else { return }
        put(&cells, "J\(number)", .text(row.type ?? ""))
        if row.kind == .subtotal {
            writeSubtotal(question, number, &cells)
        } else if case .ratio(let rule) = instrument.questions[question].kind {
            put(&cells, "K\(number)", values.questions[question].cell, percentage(question, rule))
            put(&cells, "L\(number)", values.questions[question].cell, Self.letters(number))
        } else {
            putAnswer(question, number, &cells)
            put(&cells, "L\(number)", values.questions[question].cell, Self.letters(number))
        }
    }

    private func putAnswer(_ question: Int, _ number: Int, _ cells: inout Cells) {
        guard let text = values.scored.sheet.answerText(at: question) else { return }
        let isNumber = (try? Ratio(stored: text)) != nil
        put(&cells, "K\(number)", isNumber ? .number(text) : .text(text))
    }

    private func input(_ question: Int, _ input: Int, _ rule: RatioRule) -> String {
        let code = instrument.questions[question].code
        return row("\(code)/\(rule.inputs[input].id)", .input).map { "K\($0)" } ?? ""
    }

    private func percentage(_ question: Int, _ rule: RatioRule) -> String {
        let code = instrument.questions[question].code.text
        let divisor = row(code, .subtotal).map { "K\($0)" } ?? input(question, rule.divisors[0], rule)
        let plus = rule.plus.map { input(question, $0, rule) }.joined(separator: "+")
        if rule.minus.isEmpty {
            return "IF(OR(\(divisor)=\"\",\(plus)=\"\"),\"Blm Diisi\",IF(\(plus)/\(divisor)>1,1,\(plus)/\(divisor)))"
        }
        let all = rule.inputs.indices.map { "\(input(question, $0, rule))=\"\"" }.joined(separator: ",")
        let minus = rule.minus.map { input(question, $0, rule) }.joined(separator: "+")
        let quotient = "(\(plus)-\(minus))/\(divisor)"
        return "IF(OR(\(all)),\"Blm Diisi\",IF(AND(\(plus)=0,\(minus)=0),1,IF(\(quotient)<0,0,\(quotient))))"
    }

    private func writeSubtotal(_ question: Int, _ number: Int, _ cells: inout Cells) {
        guard case .ratio(let rule) = instrument.questions[question].kind else { return }
        let inputs = rule.divisors.map { input(question, $0, rule) }
        let blanks = inputs.map { "\($0)=\"\"" }.joined(separator: ",")
        var shown = CellValue.text(MinistryFormValues.blank)
        if case .counts(let counts) = values.scored.sheet.answer(at: question) {
            shown = .number(String(rule.divisors.reduce(0) { $0 + counts[$1] }))
        }
        put(&cells, "K\(number)", shown, "IF(OR(\(blanks)),\"Blm Diisi\",\(inputs.joined(separator: "+")))")
        put(&cells, "L\(number)", .text(""), Self.letters(number))
    }

    private func writeInput(_ row: FormLayout.Row, _ number: Int, _ cells: inout Cells) {
        let parts = row.code.split(separator: "/").map(String.init)
        guard parts.count == 2, let question = instrument.question(ItemCode(parts[0])),
            let input = instrument.questions[question].inputs.firstIndex(where: { $0.id.text == parts[1] })
        else { return }
        put(&cells, "J\(number)", .text(row.type ?? ""))
        let text = values.scored.sheet.inputText(at: question, input: input)
        if let text { put(&cells, "K\(number)", .number(text)) }
        put(&cells, "L\(number)", .text(text == nil ? MinistryFormValues.blank : ""), Self.letters(number))
    }

    private func writeTotal(_ row: FormLayout.Row, _ number: Int, _ cells: inout Cells) {
        if row.kind == .grand {
            let totals = layout.rows.indices.filter { layout.rows[$0].kind == .total }.map { "L\(rows[$0])" }
            return put(&cells, "L\(number)", values.total.cell, "SUM(\(totals.joined(separator: ",")))")
        }
        guard let node = instrument.node(ItemCode(row.code)) else { return }
        let parts = instrument.children(of: node).compactMap { self.row(instrument.nodes[$0].code.text, .node) }
        put(&cells, "L\(number)", values.nodes[node].cell, "SUM(\(parts.map { "L\($0)" }.joined(separator: ",")))")
    }
}
