import ExactMath
import Rulebook

/// An instrument as a person reads it.
struct InstrumentText {
    let text: String

    init(_ instrument: Instrument) {
        var text = Terminal.styled("\(instrument.regulation.number): \(instrument.regulation.title)", .strong) + "\n"
        if !instrument.regulation.amendment.isEmpty { text += "(\(instrument.regulation.amendment))\n" }
        for designation in Designation.allCases {
            text += "\n" + Terminal.styled("Syarat \(designation.acronym)", .strong) + "\n"
            text += Self.conditions(instrument.conditions(for: designation), instrument)
            text += "\n" + Terminal.styled("Syarat pengajuan \(designation.acronym)", .strong) + "\n"
            text += Self.conditions(instrument.prerequisites(for: designation), instrument)
        }
        text += "\n" + Terminal.styled("Kebijakan", .strong) + "\n" + Self.policies(instrument)
        text += "\n" + Terminal.styled("Lembar", .strong) + "\n" + Self.sheet(instrument)
        self.text = text
    }

    private static func conditions(_ conditions: [Condition], _ instrument: Instrument) -> String {
        var table = TextTable([.left, .right, .left, .left])
        for condition in conditions {
            let minimum: String
            switch condition.unit {
            case .points, .number: minimum = condition.minimum.finiteDecimal(mark: .comma) ?? condition.minimum.exact
            case .yesNo: minimum = "Ya"
            case .grade(let scale): minimum = scale.grades[Int(condition.minimum.numerator)]
            }
            let indent = String(repeating: "  ", count: condition.level)
            table.add([indent + condition.name, minimum, condition.basis, condition.clause])
        }
        return table.text
    }

    private static func policies(_ instrument: Instrument) -> String {
        var table = TextTable([.left, .left])
        let policies = instrument.policies
        table.add([
            "Minimum per area", policies.areaMinimum == .combined ? "dari bobot gabungan semua blok" : "di setiap blok sendiri",
        ])
        table.add(["Pembulatan", "hanya untuk dibaca, \(policies.decimals) desimal, setengah ke atas"])
        let margin = (try? policies.thinMargin * Ratio(100)) ?? .zero
        table.add(["Tipis", "kelebihan kurang dari \(margin.finiteDecimal(mark: .comma) ?? margin.exact)% minimum"])
        for designation in Designation.allCases {
            if let who = policies.awardedBy[designation] { table.add(["Penetapan \(designation.acronym)", who]) }
        }
        return table.text
    }

    private static func sheet(_ instrument: Instrument) -> String {
        var text = ""
        for node in instrument.nodes {
            let weight = node.weight.finiteDecimal(mark: .comma) ?? node.weight.exact
            text += "  \(node.code) \(node.name) (\(weight))\n"
            guard node.kind == .indicator else { continue }
            for question in instrument.questions[node.questions] {
                text += "    \(question.code) [\(question.answerLabel)] \(question.text)\n"
                if case .choice(let scale, let statements) = question.kind {
                    for (choice, statement) in zip(scale.choices, statements) {
                        let value = choice.value.finiteDecimal(mark: .comma) ?? choice.value.exact
                        text += "      \(choice.letter) (\(value)) \(statement)\n"
                    }
                }
                for input in question.inputs { text += "      \(question.code)/\(input.id): \(input.label)\n" }
                text += "      Bukti: \(question.guidance)\n"
            }
        }
        return text
    }
}
