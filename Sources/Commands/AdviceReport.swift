import ExactMath
import Rulebook

/// Advice as text and as an object for other programs.
struct AdviceReport {
    struct Output: Encodable {
        struct StepOutput: Encodable {
            let code: String
            let question: String
            let from: String?
            let to: String
            let effort: Int
            let gain: ScoreOutput.Number
        }

        struct OutsideOutput: Encodable {
            let code: String
            let question: String
            let now: String
            let needed: String
        }

        struct ObstacleOutput: Encodable {
            let id: String
            let name: String
            let minimum: String
            let best: String
        }

        let instrument: String
        let designation: String
        /// `already_met`, `reachable`, `depends_on_outsiders` or `unreachable`.
        let answer: String
        let effort: Int
        let steps: [StepOutput]
        let outside: [OutsideOutput]
        let obstacles: [ObstacleOutput]
        let verdict: ScoreOutput.VerdictOutput
    }

    let advice: Advice
    let sheet: ScoringSheet
    private var questions: [Question] { sheet.instrument.questions }
    private var figures: Figures { Figures(places: sheet.instrument.policies.decimals) }

    var output: Output {
        Output(
            instrument: sheet.instrument.id.text, designation: advice.designation.rawValue, answer: answerName,
            effort: advice.effort,
            steps: advice.steps.map { step in
                .init(
                    code: questions[step.question].code.text, question: questions[step.question].text,
                    from: now(step.question, empty: nil), to: target(step, mark: .point), effort: step.effort,
                    gain: .init(step.gain))
            },
            outside: advice.outsideNeeds.map {
                .init(
                    code: questions[$0.question].code.text, question: questions[$0.question].text, now: $0.now.data,
                    needed: $0.needed.data)
            },
            obstacles: advice.obstacles.map {
                .init(
                    id: $0.condition.id.text, name: $0.condition.name, minimum: $0.condition.minimum.data,
                    best: $0.best.exact)
            },
            verdict: .init(advice.verdict))
    }

    private var answerName: String {
        switch advice.answer {
        case .alreadyMet: "already_met"
        case .reachable: "reachable"
        case .dependsOnOutsiders: "depends_on_outsiders"
        case .unreachable: "unreachable"
        }
    }

    var text: String {
        let name = advice.designation.acronym
        switch advice.answer {
        case .alreadyMet: return "Semua syarat \(name) sudah terpenuhi. Tidak ada langkah yang diperlukan.\n"
        case .reachable:
            return "Semua syarat \(name) terpenuhi dengan \(advice.steps.count) langkah, upaya \(advice.effort):\n" + steps
        case .dependsOnOutsiders:
            return "Syarat \(name) tidak dapat dipenuhi unit sendiri:\n" + obstacles
                + "Diperlukan dari pihak luar:\n" + outside
                + (advice.steps.isEmpty ? "" : "Bila itu tercapai, langkah termurah unit (upaya \(advice.effort)):\n" + steps)
        case .unreachable:
            return "Syarat \(name) tidak dapat dipenuhi, juga dengan semua jawaban terbaik:\n" + obstacles
        }
    }

    private var steps: String {
        var table = TextTable([.right, .left, .left, .right, .right])
        var total = Ratio.zero
        for (number, step) in advice.steps.enumerated() {
            total = (try? total + step.gain) ?? total
            table.add([
                "\(number + 1).", questions[step.question].code.text,
                "\(now(step.question, empty: "kosong") ?? "") → \(target(step, mark: .comma))", figures.signed(step.gain), "upaya \(step.effort)",
            ])
        }
        let after = advice.verdict.outcomes.first.flatMap(\.measured).map(figures.plain) ?? ""
        return table.text + "  Jumlah \(figures.signed(total)) poin; nilai total menjadi \(after).\n"
    }

    private var outside: String {
        var table = TextTable([.left, .left])
        for need in advice.outsideNeeds {
            let needed = figures.plain(need.needed)
            let now = figures.plain(need.now)
            table.add([questions[need.question].code.text, "paling rendah \(needed) (kini \(now)): \(questions[need.question].text)"])
        }
        return table.text
    }

    private var obstacles: String {
        var table = TextTable([.left, .left])
        for obstacle in advice.obstacles {
            table.add([
                obstacle.condition.name,
                "paling tinggi \(figures.measured(obstacle.best, against: obstacle.condition.minimum)), minimum \(figures.plain(obstacle.condition.minimum))",
            ])
        }
        return table.text
    }

    private func now(_ question: Int, empty: String?) -> String? {
        if let text = sheet.answerText(at: question) { return text }
        guard let value = sheet.value(at: question) else { return empty }
        return percent(value, .comma)
    }

    private func target(_ step: Advice.Step, mark: Ratio.DecimalMark) -> String {
        switch (step.target, questions[step.question].kind) {
        case (.choice(let choice), .choice(let scale, _)): return scale.choices[choice].letter
        case (.ratio(let least, let count), .ratio(let rule)):
            guard let count, let lever = rule.lever else { return "paling sedikit " + percent(least, mark) }
            return "\(rule.inputs[lever].id) \(count)"
        default: return ""
        }
    }

    private func percent(_ ratio: Ratio, _ mark: Ratio.DecimalMark) -> String {
        let hundred = (try? ratio * Ratio(100)) ?? ratio
        return (hundred.finiteDecimal(mark: mark) ?? hundred.rounded(places: 2, mark: mark)) + "%"
    }
}
