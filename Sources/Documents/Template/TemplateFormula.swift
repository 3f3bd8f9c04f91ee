import ExactMath
public import Rulebook

/// The formulas of the workbook, without the equals sign. They count a blank as 0, as the verdict does, and use
/// only functions that every spreadsheet program has under the same name in files.
extension TemplateLayout {
    /// Decimals to which measured points are compared with a minimum: spreadsheets add in binary, and 40 points
    /// that are short by a rounding error must not fail.
    static let comparedDecimals = 10

    /// The formula of the score column; `nil` for rows without a score. A question's is its value of 0 to 1, all
    /// others are points.
    ///
    /// - Complexity: O(children)
    public func scoreFormula(of row: Row) -> String? {
        switch row.content {
        case .header, .input: return nil
        case .total: return sum(topNodes.map { self.row(ofNode: $0).cell(.score) })
        case .node(let position):
            let node = instrument.nodes[position]
            guard node.kind == .indicator else {
                return sum(instrument.children(of: position).map { self.row(ofNode: $0).cell(.score) })
            }
            let first = self.row(ofQuestion: node.questions.lowerBound).cell(.score)
            let last = self.row(ofQuestion: node.questions.upperBound - 1).cell(.score)
            // Rows of counts lie between, but have nothing in this column.
            return "SUM(\(first):\(last))/\(node.questions.count)*\(row.cell(.weight))"
        case .question(let position): return valueFormula(position, row)
        }
    }

    /// The formula of the answer column: how many questions are answered, or for a ratio question what became of
    /// its counts. `nil` for rows whose answer cell is filled in by people.
    ///
    /// - Complexity: O(children)
    public func progressFormula(of row: Row) -> String? {
        switch row.content {
        case .header, .input: return nil
        case .total: return sum(topNodes.map { self.row(ofNode: $0).cell(.answer) })
        case .node(let position):
            let node = instrument.nodes[position]
            guard node.kind == .indicator else {
                return sum(instrument.children(of: position).map { self.row(ofNode: $0).cell(.answer) })
            }
            return node.questions.map { question in
                let cell = self.row(ofQuestion: question).cell(.answer)
                return instrument.questions[question].inputs.isEmpty
                    ? "(LEN(TRIM(\(cell)))>0)" : "(\(cell)=\"\(TemplateText.countsComplete)\")"
            }.joined(separator: "+") + (node.questions.count == 1 ? "+0" : "")
        case .question(let position):
            guard case .ratio(let rule) = instrument.questions[position].kind else { return nil }
            return countsFormula(position, rule)
        }
    }

    /// The measured points of a condition, a sum over the score sheet.
    public func measureFormula(of row: ConditionRow) -> String? {
        guard case .nodes(let nodes) = condition(of: row).measure else { return nil }
        return sum(nodes.map { "\(Self.scoreSheet)!" + self.row(ofNode: $0).cell(.score) })
    }

    /// The condition a row of the verdict sheet is about.
    public func condition(of row: ConditionRow) -> Condition {
        instrument.conditions(for: row.designation)[row.condition]
    }

    private var topNodes: [Int] { instrument.nodes.indices.filter { instrument.nodes[$0].parent == nil } }

    private func sum(_ cells: [String]) -> String { "SUM(\(cells.joined(separator: ",")))" }

    private func valueFormula(_ position: Int, _ row: Row) -> String {
        let answer = row.cell(.answer)
        switch instrument.questions[position].kind {
        case .choice(let scale, _):
            return scale.choices.reversed().reduce("0") { rest, choice in
                guard choice.value != .zero else { return rest }
                return "IF(TRIM(\(answer))=\"\(Self.quoted(choice.letter))\",\(Self.literal(choice.value)),\(rest))"
            }
        case .number(let maximum, _):
            let most = Self.literal(maximum)
            return "IF(ISNUMBER(\(answer)),IF(AND(\(answer)>=0,\(answer)<=\(most)),\(answer)/\(most),0),0)"
        case .ratio(let rule):
            let (dividend, divisor) = quotient(position, rule)
            let value = "MAX(0,MIN(1,(\(dividend))/(\(divisor))))"
            let complete = "\(answer)=\"\(TemplateText.countsComplete)\""
            guard case .value(let whenZero, let otherwise) = rule.emptyDivisor else {
                return "IF(\(complete),\(value),0)"
            }
            let fixed = "IF(\(dividend)=0,\(Self.literal(whenZero)),\(Self.literal(otherwise)))"
            return "IF(\(complete),IF(\(divisor)=0,\(fixed),\(value)),0)"
        }
    }

    private func countsFormula(_ position: Int, _ rule: RatioRule) -> String {
        let cells = inputRows(ofQuestion: position).map { $0.cell(.answer) }
        let range = "\(cells[0]):\(cells[cells.count - 1])"
        var last = "\"\(TemplateText.countsComplete)\""
        if case .unanswered = rule.emptyDivisor {
            last = "IF(\(quotient(position, rule).divisor)=0,\"\(TemplateText.divisorZero)\",\(last))"
        }
        let wrong = "OR(MIN(\(range))<0,MAX(\(range))>\(ScoringSheet.largestCount),SUMPRODUCT(INT(\(range)))<>SUM(\(range)))"
        return "IF(COUNTA(\(range))=0,\"\(TemplateText.countsBlank)\","
            + "IF(COUNT(\(range))<COUNTA(\(range)),\"\(TemplateText.countsWrong)\","
            + "IF(COUNT(\(range))<\(cells.count),\"\(TemplateText.countsIncomplete)\","
            + "IF(\(wrong),\"\(TemplateText.countsWrong)\",\(last)))))"
    }

    private func quotient(_ position: Int, _ rule: RatioRule) -> (dividend: String, divisor: String) {
        let cells = inputRows(ofQuestion: position).map { $0.cell(.answer) }
        let plus = rule.plus.map { cells[$0] }.joined(separator: "+")
        let minus = rule.minus.map { "-" + cells[$0] }.joined()
        return (plus + minus, rule.divisors.map { cells[$0] }.joined(separator: "+"))
    }

    /// A number as formulas write it, exactly.
    static func literal(_ number: Ratio) -> String {
        number.finiteDecimal() ?? "(\(number.exact))"
    }

    /// A text inside the quotes of a formula.
    static func quoted(_ text: String) -> String { text.replacing("\"", with: "\"\"") }
}
