import ExactMath
import Rulebook

/// What each cell of the ministry's form ought to hold, given the answers in it.
struct FormExpectations {
    /// One cell that should hold a formula.
    struct FormulaCell {
        let address: CellAddress
        /// What the cell shows, for messages.
        let subject: String
        /// A formula that comes to what the cell ought to show.
        let formula: Formula
        /// For sums and means: the questions that must count, each once. `nil` where cells are not added up.
        let atoms: Set<Int>?
        /// For formulas over counts: the cells they must read.
        let reads: Set<CellAddress>
    }

    /// One cell that should hold a fixed text or number.
    struct FixedCell {
        enum Expected {
            case type(String)
            case weight(Ratio)
        }

        let address: CellAddress
        let code: String
        let expected: Expected
    }

    private(set) var formulas: [FormulaCell] = []
    private(set) var fixed: [FixedCell] = []
    /// By score cell: the questions it is made of.
    private(set) var atomsOfCell: [CellAddress: Set<Int>] = [:]
    /// The cell of the sheet's total.
    private(set) var grandTotal: CellAddress?

    private let form: MinistryForm
    private let sheet: ScoringSheet
    private var instrument: Instrument { sheet.instrument }
    private var scoreOfQuestion: [Int: CellAddress] = [:]
    private var scoreOfPart: [Int: CellAddress] = [:]
    private var scoreOfNode: [Int: CellAddress] = [:]
    private var totalOfComponent: [Int: CellAddress] = [:]

    /// The text the form shows for a blank.
    static let unanswered = "Blm Diisi"

    init(_ form: MinistryForm, sheet: ScoringSheet) {
        self.form = form
        self.sheet = sheet
        for (position, row) in form.layout.rows.enumerated() { locate(row, at: form.rowNumbers[position]) }
        for (position, row) in form.layout.rows.enumerated() {
            guard let number = form.rowNumbers[position] else { continue }
            expectFixed(row, number)
            expectFormulas(row, number)
        }
    }

    private func score(_ row: Int) -> CellAddress { CellAddress(known: row, form.columns.score) }
    private func answer(_ row: Int) -> CellAddress { CellAddress(known: row, form.columns.answer) }
    private func weight(_ row: Int) -> CellAddress { CellAddress(known: row, form.columns.weight) }

    private mutating func locate(_ row: FormLayout.Row, at number: Int?) {
        guard let number else { return }
        let question = instrument.question(ItemCode(row.code))
        let node = instrument.node(ItemCode(row.code))
        var atoms: Set<Int> = []
        switch row.kind {
        case .question:
            if let question {
                scoreOfQuestion[question] = score(number)
                atoms = [question]
            }
        case .part:
            if let question {
                scoreOfPart[question] = score(number)
                atoms = [question]
            }
        case .leaf, .node:
            if let node {
                scoreOfNode[node] = score(number)
                atoms = Set(instrument.nodes[node].questions)
            }
        case .total:
            if let node {
                totalOfComponent[node] = score(number)
                atoms = Set(instrument.nodes[node].questions)
            }
        case .grand:
            grandTotal = score(number)
            atoms = Set(instrument.questions.indices)
        case .input, .subtotal: break
        }
        if !atoms.isEmpty { atomsOfCell[score(number)] = atoms }
    }

    private mutating func expectFixed(_ row: FormLayout.Row, _ number: Int) {
        if let type = row.type {
            let address = CellAddress(known: number, form.columns.type)
            fixed.append(FixedCell(address: address, code: row.code, expected: .type(type)))
        }
        let node = instrument.node(ItemCode(row.code)).map { instrument.nodes[$0].weight }
        let due: Ratio? =
            switch row.kind {
            case .node, .leaf: node
            case .part: instrument.question(ItemCode(row.code)).flatMap(share(of:))
            default: nil
            }
        if let due { fixed.append(FixedCell(address: weight(number), code: row.code, expected: .weight(due))) }
    }

    /// A question's part of the weight of its indicator.
    private func share(of question: Int) -> Ratio? {
        let indicator = instrument.nodes[instrument.indicatorOfQuestion[question]]
        return try? indicator.weight / Ratio(indicator.questions.count)
    }

    private mutating func expectFormulas(_ row: FormLayout.Row, _ number: Int) {
        let question = instrument.question(ItemCode(row.code))
        let node = instrument.node(ItemCode(row.code))
        switch row.kind {
        case .question:
            guard let question else { return }
            let value = value(of: question)
            if case .ratio(let rule) = instrument.questions[question].kind {
                let reads = countCells(of: row.code, rule.plus + rule.minus + rule.divisors, rule)
                add(answer(number), "persentase \(row.code)", value, reads: reads)
            }
            add(score(number), "nilai \(row.code)", value, reads: [answer(number)])
        case .subtotal:
            guard let question, case .ratio(let rule) = instrument.questions[question].kind else { return }
            let cells = inputCells(of: row.code, rule.divisors, rule)
            add(answer(number), "jumlah pada \(row.code)", sumOfCounts(question, rule, cells), reads: Set(cells))
        case .input: break
        case .leaf:
            guard let question else { return }
            let formula = Formula.binary(.multiply, value(of: question), .cell(weight(number)))
            add(score(number), "nilai \(row.code)", formula, reads: [answer(number)])
        case .part:
            guard let question, let cell = scoreOfQuestion[question] else { return }
            let mean = Formula.call("AVERAGE", [.cell(cell)])
            add(score(number), "nilai \(row.code)", .binary(.multiply, mean, .cell(weight(number))), atoms: [question])
        case .node:
            guard let node else { return }
            add(score(number), "nilai \(row.code)", nodeFormula(node, number), atoms: Set(instrument.nodes[node].questions))
        case .total:
            guard let node else { return }
            let parts = instrument.children(of: node).compactMap { scoreOfNode[$0] }
            add(score(number), "jumlah komponen \(row.code)", sum(parts), atoms: Set(instrument.nodes[node].questions))
        case .grand:
            add(score(number), "nilai total", sum(totalOfComponent.values.sorted()), atoms: Set(instrument.questions.indices))
        }
    }

    private mutating func add(
        _ address: CellAddress, _ subject: String, _ formula: Formula, atoms: Set<Int>? = nil, reads: Set<CellAddress> = []
    ) {
        formulas.append(FormulaCell(address: address, subject: subject, formula: formula, atoms: atoms, reads: reads))
    }

    private func nodeFormula(_ node: Int, _ row: Int) -> Formula {
        if instrument.nodes[node].kind == .indicator {
            let questions = instrument.nodes[node].questions
            let parts = questions.compactMap { scoreOfPart[$0] }
            if parts.count == questions.count { return sum(parts) }
            let mean = Formula.call("AVERAGE", questions.compactMap { scoreOfQuestion[$0] }.map(Formula.cell))
            return .binary(.multiply, mean, .cell(weight(row)))
        }
        if let total = totalOfComponent[node] { return .cell(total) }
        return sum(instrument.children(of: node).compactMap { scoreOfNode[$0] })
    }

    private func sum(_ cells: [CellAddress]) -> Formula { .call("SUM", cells.map(Formula.cell)) }

    private func value(of question: Int) -> Formula {
        sheet.value(at: question).map(Formula.number) ?? .text(Self.unanswered)
    }

    private func sumOfCounts(_ question: Int, _ rule: RatioRule, _ cells: [CellAddress]) -> Formula {
        guard case .counts(let counts) = sheet.answer(at: question) else { return .text(Self.unanswered) }
        return .number(Ratio(rule.divisors.reduce(0) { $0 + counts[$1] }))
    }

    private func inputCells(of code: String, _ inputs: [Int], _ rule: RatioRule) -> [CellAddress] {
        inputs.compactMap { input in
            let wanted = "\(code)/\(rule.inputs[input].id)"
            guard let position = form.layout.rows.firstIndex(where: { $0.code == wanted }) else { return nil }
            return form.rowNumbers[position].map(answer)
        }
    }

    /// The cells a percentage must read: its counts, or the subtotal that stands for several of them.
    private func countCells(of code: String, _ inputs: [Int], _ rule: RatioRule) -> Set<CellAddress> {
        guard let position = form.layout.rows.firstIndex(where: { $0.kind == .subtotal && $0.code == code }) else {
            return Set(inputCells(of: code, inputs, rule))
        }
        let direct = inputs.filter { !rule.divisors.contains($0) }
        return Set(inputCells(of: code, direct, rule) + [form.rowNumbers[position].map(answer)].compactMap { $0 })
    }
}
