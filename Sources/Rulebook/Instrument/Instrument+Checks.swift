import ExactMath

/// What must hold before anything is scored with an instrument.
extension Instrument {
    /// Every problem of the parts, in the order of the sheet.
    static func problems(in parts: Parts) -> [Finding] {
        codeProblems(parts) + weightProblems(parts) + questionProblems(parts) + sourceProblems(parts)
            + conditionProblems(parts)
    }

    private static func codeProblems(_ parts: Parts) -> [Finding] {
        func repeated(_ codes: [ItemCode]) -> [Finding] {
            var seen: Set<ItemCode> = []
            return codes.filter { !seen.insert($0).inserted }.map {
                .error(.codeNotUnique, at: $0.text, "Kode \($0) dipakai lebih dari sekali. Beri setiap butir kode sendiri.")
            }
        }
        return repeated(parts.nodes.map(\.code)) + repeated(parts.questions.map(\.code))
    }

    private static func weightProblems(_ parts: Parts) -> [Finding] {
        var problems: [Finding] = []
        for (position, node) in parts.nodes.enumerated() {
            if node.weight <= .zero {
                problems.append(.error(.figureOutOfRange, at: node.code.text, "Bobot harus lebih besar dari nol."))
            }
            let below = parts.nodes.filter { $0.parent == position }.map(\.weight)
            guard node.kind != .indicator else { continue }
            let sum = try? Ratio.sum(below)
            if sum != node.weight {
                let shown = sum?.finiteDecimal(mark: .comma) ?? "tak terhingga"
                let due = node.weight.finiteDecimal(mark: .comma) ?? node.weight.exact
                problems.append(
                    .error(
                        .weightsDoNotAddUp, at: node.code.text,
                        "Jumlah bobot di bawah \(node.code) adalah \(shown), seharusnya \(due)."))
            }
        }
        let whole = try? Ratio.sum(parts.nodes.filter { $0.parent == nil }.map(\.weight))
        if whole != Ratio(100) {
            problems.append(.error(.weightsDoNotAddUp, at: parts.id.text, "Jumlah bobot seluruh komponen harus 100."))
        }
        return problems
    }

    private static func questionProblems(_ parts: Parts) -> [Finding] {
        var problems: [Finding] = []
        func refuse(_ place: ItemCode, _ message: String) {
            problems.append(.error(.figureOutOfRange, at: place.text, message))
        }
        for node in parts.nodes where node.kind == .indicator && node.questions.isEmpty {
            refuse(node.code, "Indikator tanpa pertanyaan tidak dapat dinilai.")
        }
        for question in parts.questions {
            if question.effort.isEmpty || question.effort.contains(where: { !(1...100).contains($0) }) {
                refuse(question.code, "Upaya tiap langkah harus bilangan bulat 1 sampai 100.")
            }
            switch question.kind {
            case .choice(let scale, let statements):
                let values = scale.choices.map(\.value)
                let falls = zip(values, values.dropFirst()).allSatisfy { $0 > $1 }
                if !falls || values.first != .one || values.last != .zero || !(2...8).contains(values.count) {
                    refuse(question.code, "Skala \(scale.name) harus turun dari 1 ke 0 dengan 2 sampai 8 pilihan.")
                }
                if statements.count != scale.choices.count {
                    refuse(question.code, "Arti pilihan harus sebanyak pilihan pada skala \(scale.label).")
                }
            case .ratio(let rule):
                if rule.divisors.isEmpty || rule.plus.isEmpty {
                    refuse(question.code, "Rasio harus mempunyai pembilang dan penyebut.")
                }
            case .number(let maximum, _):
                if maximum <= .zero { refuse(question.code, "Batas atas angka harus lebih besar dari nol.") }
            }
        }
        return problems
    }

    private static func sourceProblems(_ parts: Parts) -> [Finding] {
        parts.nodes.filter { parts.sources[$0.source] == nil }.map {
            .error(.sourceMissing, at: $0.code.text, "Bobot \($0.code) tidak menyebut sumber yang terdaftar.")
        }
    }

    private static func conditionProblems(_ parts: Parts) -> [Finding] {
        var problems: [Finding] = []
        for designation in Designation.allCases {
            let sheet = parts.conditions[designation] ?? []
            if sheet.isEmpty {
                problems.append(
                    .error(.measureMissing, at: designation.acronym, "Syarat \(designation.acronym) belum ditulis."))
            }
            for condition in sheet + (parts.prerequisites[designation] ?? []) {
                let place = "\(designation.acronym) \(condition.id)"
                let measured =
                    switch condition.measure {
                    case .nodes(let nodes): !nodes.isEmpty && nodes.allSatisfy(parts.nodes.indices.contains)
                    case .fact(let id): parts.facts.contains { $0.id == id }
                    }
                if !measured {
                    problems.append(.error(.measureMissing, at: place, "Syarat ini tidak menunjuk apa yang diukur."))
                }
                if condition.clause.isEmpty {
                    problems.append(.error(.sourceMissing, at: place, "Syarat ini tidak menyebut pasalnya."))
                }
            }
        }
        return problems
    }
}
