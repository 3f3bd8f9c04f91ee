import ExactMath

/// What must hold before anything is scored with an instrument.
extension Instrument {
    /// Every problem of the parts, in the order of the sheet.
    static func problems(in parts: Parts) -> [Finding] {
        codeProblems(parts) + weightProblems(parts) + questionProblems(parts) + sourceProblems(parts)
            + conditionProblems(parts) + figureProblems(parts)
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
            // The default is told once, where it stands.
            let own = question.effort != [parts.effort.step]
            if own, question.effort.isEmpty || question.effort.contains(where: { !(1...100).contains($0) }) {
                refuse(question.code, "Upaya tiap langkah harus bilangan bulat 1 sampai 100.")
            }
            switch question.kind {
            case .choice(let scale, let statements):
                let values = scale.choices.map(\.value)
                let falls = zip(values, values.dropFirst()).allSatisfy { $0 > $1 }
                if !falls || values.first != .one || values.last != .zero || !(2...8).contains(values.count) {
                    refuse(question.code, "Skala \(scale.name) harus turun dari 1 ke 0 dengan 2 sampai 8 pilihan.")
                }
                if Set(scale.choices.map { $0.letter.lowercased() }).count != scale.choices.count {
                    refuse(question.code, "Huruf pada skala \(scale.name) berulang.")
                }
                if statements.count != scale.choices.count {
                    refuse(question.code, "Arti pilihan harus sebanyak pilihan pada skala \(scale.label).")
                }
            case .ratio(let rule):
                if rule.divisors.isEmpty || rule.plus.isEmpty {
                    refuse(question.code, "Rasio harus mempunyai pembilang dan penyebut.")
                }
                if case .value(let whenZero, let otherwise) = rule.emptyDivisor,
                    [whenZero, otherwise].contains(where: { $0 < .zero || $0 > .one || $0.denominator > 1_000_000 })
                {
                    refuse(question.code, "Nilai bila penyebut nol harus 0 sampai 1, paling banyak enam desimal.")
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
            for condition in sheet {
                guard case .nodes(let nodes) = condition.measure, !nodes.isEmpty, nodes.allSatisfy(parts.nodes.indices.contains) else {
                    problems.append(
                        .error(
                            .measureMissing, at: "\(designation.acronym) \(condition.id)",
                            "Syarat lembar harus mengukur bagian lembar itu sendiri."))
                    continue
                }
                let counted = nodes.flatMap { parts.nodes[$0].questions }
                if Set(counted).count != counted.count {
                    problems.append(
                        .error(
                            .codeNotUnique, at: "\(designation.acronym) \(condition.id)",
                            "Syarat ini menghitung pertanyaan yang sama lebih dari sekali."))
                }
            }
            let before = parts.prerequisites[designation] ?? []
            for condition in before {
                guard case .fact(let id) = condition.measure, parts.facts.contains(where: { $0.id == id }) else {
                    problems.append(
                        .error(
                            .measureMissing, at: "\(designation.acronym) \(condition.id)",
                            "Syarat pengajuan ini tidak menunjuk fakta yang terdaftar."))
                    continue
                }
            }
            for condition in sheet + before {
                let place = "\(designation.acronym) \(condition.id)"
                if condition.clause.isEmpty {
                    problems.append(.error(.sourceMissing, at: place, "Syarat ini tidak menyebut pasalnya."))
                }
            }
        }
        return problems
    }

    private static func figureProblems(_ parts: Parts) -> [Finding] {
        var problems: [Finding] = []
        func refuse(_ code: FindingCode, _ place: String, _ message: String) {
            problems.append(.error(code, at: place, message))
        }
        if parts.version < 1 { refuse(.figureOutOfRange, "version", "Versi berupa bilangan bulat 1 atau lebih.") }
        if !(1...100).contains(parts.effort.step) {
            refuse(.figureOutOfRange, "effort.step", "Upaya satu langkah 1 sampai 100.")
        }
        // A hundred steps from nothing to everything are enough for any advice.
        if let least = try? Ratio(1, over: 100), parts.effort.ratioStep < least || parts.effort.ratioStep > .one {
            refuse(.figureOutOfRange, "effort.ratioStep", "Langkah rasio harus 0,01 sampai 1.")
        }
        if !(0...6).contains(parts.policies.decimals) {
            refuse(.figureOutOfRange, "policies.decimals", "Banyaknya desimal 0 sampai 6.")
        }
        if parts.policies.thinMargin < .zero || parts.policies.thinMargin > .one {
            refuse(.figureOutOfRange, "policies.thinMargin", "Batas tipis 0 sampai 1.")
        }
        if Set(parts.changeAreas.map(\.number)).count != parts.changeAreas.count {
            refuse(.codeNotUnique, "changeAreas", "Nomor area berulang.")
        }
        for (designation, conditions) in parts.conditions where Set(conditions.map(\.id)).count != conditions.count {
            refuse(.codeNotUnique, "conditions.\(designation.rawValue)", "Id syarat berulang.")
        }
        return problems
    }
}
