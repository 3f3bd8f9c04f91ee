import CEmbedded
import ExactMath
import FoundationEssentials
public import Rulebook

/// The XML of a sheet laid out as the ministry's form, with our answers and formulas and none of its texts.
public struct MinistryFormSample {
    private struct Layout: Decodable {
        struct Row: Decodable {
            let kind: String
            let code: String
            let level: Int
            let label: String?
            let type: String?
        }

        let sheet: String
        let rows: [Row]
    }

    /// The name of the sheet.
    public let name: String
    /// By row number: a formula to write in the score column in place of the right one.
    public var formulas: [Int: String] = [:]
    /// The rows whose score is that of a single question.
    public let questionRows: [Int]
    private let layout: Layout
    private let sheet: ScoringSheet

    /// Above the first row of the layout.
    private static let header = 3

    /// - Parameter sheet: the answers; of the instrument the form belongs to.
    /// - Returns: `nil` when the layout is not among the built-in files.
    public init?(_ sheet: ScoringSheet) {
        guard let file = zona_embedded("forms/kemenpanrb-90-2021.json") else { return nil }
        let bytes = Data(UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.size))
        guard let layout = try? JSONDecoder().decode(Layout.self, from: bytes) else { return nil }
        self.layout = layout
        self.sheet = sheet
        name = layout.sheet
        questionRows = layout.rows.indices.filter { layout.rows[$0].kind == "question" }.map { $0 + Self.header + 1 }
    }

    /// The sheet. O(rows).
    public var xml: [UInt8] {
        let headings = [("B", "Penilaian"), ("H", "Bobot"), ("J", "Pilihan Jawaban"), ("K", "Jawaban"), ("L", "Nilai")]
        var rows = "<row r=\"\(Self.header)\">"
        for (column, text) in headings { rows += Self.text(column, Self.header, text) }
        rows += "</row>"
        for (offset, row) in layout.rows.enumerated() { rows += self.row(row, Self.header + 1 + offset) }
        return WorkbookFrame.worksheet(rows)
    }

    private func row(_ row: Layout.Row, _ number: Int) -> String {
        let column = ["B", "C", "D", "E", "F", "G"][min(row.level, 5)]
        var cells = Self.text(column, number, row.label ?? "Butir ini")
        if ["node", "leaf", "part"].contains(row.kind) {
            cells += "<c r=\"H\(number)\"><v>\(weight(row.code))</v></c>"
        }
        if let type = row.type { cells += Self.text("J", number, type) }
        cells += answer(row, number)
        if let formula = formulas[number] ?? self.formula(row, number) {
            cells += "<c r=\"L\(number)\"><f>\(Self.escaped(formula))</f></c>"
        }
        return "<row r=\"\(number)\">\(cells)</row>"
    }

    /// The weight of a node, or of a question that has a row of its own for it.
    private func weight(_ code: String) -> String {
        let instrument = sheet.instrument
        if let node = instrument.node(ItemCode(code)) { return instrument.nodes[node].weight.finiteDecimal() ?? "1" }
        guard let question = instrument.question(ItemCode(code)) else { return "1" }
        let indicator = instrument.nodes[instrument.indicatorOfQuestion[question]]
        return (try? indicator.weight / Ratio(indicator.questions.count))?.flatMap { $0.finiteDecimal() } ?? "1"
    }

    private func answer(_ row: Layout.Row, _ number: Int) -> String {
        if let formula = countFormula(row) { return "<c r=\"K\(number)\"><f>\(Self.escaped(formula))</f></c>" }
        guard ["question", "leaf", "input"].contains(row.kind) else { return "" }
        let parts = row.code.split(separator: "/")
        guard let code = parts.first, let position = sheet.instrument.question(ItemCode(String(code))) else { return "" }
        let question = sheet.instrument.questions[position]
        if parts.count == 2, let input = question.inputs.firstIndex(where: { $0.id.text == parts[1] }) {
            return "<c r=\"K\(number)\"><v>\(sheet.inputText(at: position, input: input) ?? "0")</v></c>"
        }
        guard let text = sheet.answerText(at: position) else { return "" }
        if case .number = question.kind { return "<c r=\"K\(number)\"><v>\(text)</v></c>" }
        return Self.text("K", number, text)
    }

    /// The formula of a row's score, as the form has it.
    private func formula(_ row: Layout.Row, _ number: Int) -> String? {
        let node = sheet.instrument.node(ItemCode(row.code))
        switch row.kind {
        case "question" where row.type == "%": return "K\(number)"
        case "question": return Self.choice(number)
        case "leaf": return row.type?.contains("/") == true ? "\(Self.choice(number))*H\(number)" : "K\(number)/4*H\(number)"
        case "part": return cells("question", [row.code]).first.map { "AVERAGE(\($0))*H\(number)" }
        case "total": return node.map { "SUM(\(parts(of: $0).joined(separator: ",")))" }
        case "grand": return "SUM(\(cells("total", ["A", "B"]).joined(separator: ",")))"
        case "node":
            guard let node else { return nil }
            guard sheet.instrument.nodes[node].kind == .indicator else {
                let total = cells("total", [row.code])
                return total.first ?? "SUM(\(parts(of: node).joined(separator: ",")))"
            }
            let codes = sheet.instrument.nodes[node].questions.map { sheet.instrument.questions[$0].code.text }
            let halves = cells("part", codes)
            if !halves.isEmpty { return "SUM(\(halves.joined(separator: ",")))" }
            return "AVERAGE(\(cells("question", codes).joined(separator: ",")))*H\(number)"
        default: return nil
        }
    }

    private func parts(of node: Int) -> [String] {
        let codes = sheet.instrument.children(of: node).map { sheet.instrument.nodes[$0].code.text }
        return cells("node", codes) + cells("leaf", codes)
    }

    /// The score cells (or those of another column) of all rows of a kind with one of these codes.
    private func cells(_ kind: String, _ codes: [String], column: String = "L") -> [String] {
        layout.rows.indices.filter { layout.rows[$0].kind == kind && codes.contains(layout.rows[$0].code) }
            .map { "\(column)\(Self.header + 1 + $0)" }
    }

    /// The formula of a percentage, or of a sum of counts.
    private func countFormula(_ row: Layout.Row) -> String? {
        guard row.kind == "subtotal" || row.type == "%", let position = sheet.instrument.question(ItemCode(row.code)),
            case .ratio(let rule) = sheet.instrument.questions[position].kind
        else { return nil }
        func sum(_ inputs: [Int]) -> String {
            let named = inputs.map { "\(row.code)/\(rule.inputs[$0].id)" }
            return named.flatMap { cells("input", [$0], column: "K") }.joined(separator: "+")
        }
        if row.kind == "subtotal" { return sum(rule.divisors) }
        let divisor = cells("subtotal", [row.code], column: "K").first ?? "(\(sum(rule.divisors)))"
        let minus = rule.minus.isEmpty ? "" : "-(\(sum(rule.minus)))"
        return "IF(\(divisor)=0,\"Blm Diisi\",MAX(0,MIN(1,(\(sum(rule.plus))\(minus))/\(divisor))))"
    }

    private static func choice(_ number: Int) -> String {
        let scales = [
            ("Ya/Tidak", [("Ya", "1"), ("Tidak", "0")]), ("A/B/C", [("A", "1"), ("B", "0.5"), ("C", "0")]),
            ("A/B/C/D", [("A", "1"), ("B", "0.67"), ("C", "0.33"), ("D", "0")]),
            ("A/B/C/D/E", [("A", "1"), ("B", "0.75"), ("C", "0.5"), ("D", "0.25"), ("E", "0")]),
        ]
        return scales.reversed().reduce("\"\"") { rest, scale in
            let worth = scale.1.reversed().reduce("\"Blm Diisi\"") { "IF(K\(number)=\"\($1.0)\",\($1.1),\($0))" }
            return "IF(J\(number)=\"\(scale.0)\",\(worth),\(rest))"
        }
    }

    private static func text(_ column: String, _ row: Int, _ text: String) -> String {
        "<c r=\"\(column)\(row)\" t=\"inlineStr\"><is><t>\(escaped(text))</t></is></c>"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}
