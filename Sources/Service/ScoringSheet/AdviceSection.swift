import ExactMath
import Markup
import Rulebook

/// The way up: the steps of least effort that meet every condition, or why there are none.
struct AdviceSection {
    private let result: CheckedSheet
    private let figures: Figures

    init(_ result: CheckedSheet) {
        self.result = result
        figures = result.figures
    }

    func render() -> HTML? {
        if result.examination.verdict.met { return nil }
        return """
            <section class="sec" aria-labelledby="jalan"><h2 id="jalan">Jalan menuju \(result.designation.acronym)</h2>\(content)</section>
            """
    }

    private var content: HTML {
        guard let advice = result.advice else {
            return "<p>Langkah perbaikan tidak dapat dihitung tepat untuk jumlah-jumlah di lembar ini. Putusan di atas tetap berlaku.</p>"
        }
        switch advice.answer {
        case .alreadyMet:
            return "<p>Semua syarat sudah terpenuhi.</p>"
        case .reachable:
            return """
                <p>Langkah dengan upaya paling kecil yang memenuhi semua syarat sekaligus. Jawab hanya bila buktinya ada.</p>\(path(advice))
                """
        case .dependsOnOutsiders:
            return """
                <p>Perbaikan oleh unit sendiri tidak cukup. Langkah di bawah baru cukup bila jawaban pihak luar menjadi seperti ini:</p><div class="stack">\(needs(advice))\(path(advice))\(obstacles(advice))</div>
                """
        case .unreachable:
            return """
                <p class="note risk"><strong>Belum ada jalan dengan lembar ini.</strong> Walau semua jawaban unit menjadi yang terbaik\(advice.outsideNeeds.isEmpty ? "" : " dan pihak luar menjawab lebih baik"), masih ada syarat yang tidak tercapai.</p><div class="stack">\(obstacles(advice))</div>
                """
        }
    }

    private func path(_ advice: Advice) -> HTML {
        var running = result.examination.floor.total
        var items = HTML()
        for step in advice.steps {
            running = (try? running + step.gain) ?? running
            // A short way is read whole; of a long one, people open what they work on.
            items += item(step, running, isShort: advice.steps.count <= 3)
        }
        return "<ol class=\"path\">\(items)\(goal(advice))</ol>"
    }

    private func item(_ step: Advice.Step, _ running: Ratio, isShort: Bool) -> HTML {
        let question = result.instrument.questions[step.question]
        return """
            <li><div><a href="\(Address.fragment("q-\(question.code)"))"><span class="mono">\(question.code.text)</span> \(question.text)</a>\
            <p>Dari <strong>\(StepWords.current(step.question, result, figures))</strong> menjadi <strong>\(StepWords.target(step, question, figures))</strong>\(StepWords.meaning(step, question)).</p>\
            <details class="small"\(Attribute.flag("open", if: isShort))><summary>Bukti yang baik<span class="vh"> untuk \(question.code.text)</span></summary><p class="dim">\(question.guidance)</p></details></div><p class="gain">\(figures.signed(step.gain))<span>menjadi \(figures.plain(running))</span><span>upaya \(step.effort)</span></p></li>
            """
    }

    private func goal(_ advice: Advice) -> HTML {
        let after = advice.verdict.outcomes
        // What was short before and is met now, so that the reader sees that nothing is left over.
        let mended = zip(result.outcomes, after).filter { !$0.0.met }.map(\.1)
        let lines = mended.map { outcome in
            "\(outcome.condition.name) \(outcome.measured.map { figures.measured($0, against: outcome.minimum) } ?? "–") (\(figures.plain(outcome.minimum)))"
        }
        let condition: HTML? = advice.outsideNeeds.isEmpty ? nil : ", dengan jawaban pihak luar seperti di atas"
        let gained = (try? Ratio.sum(advice.steps.map(\.gain))) ?? .zero
        return """
            <li class="goal"><div><strong>Semua \(after.count) syarat \(result.designation.acronym) terpenuhi</strong>\(condition)<p class="small">\(lines.joined(separator: " · "))</p></div><p class="gain">\(figures.signed(gained))<span>\(advice.steps.count) langkah</span><span>upaya \(advice.effort)</span></p></li>
            """
    }

    private func needs(_ advice: Advice) -> HTML {
        let rows = HTML.each(advice.outsideNeeds) { need in
            let question = result.instrument.questions[need.question]
            return
                "<tr><th scope=\"row\"><a class=\"mono\" href=\"\(Address.fragment("q-\(question.code)"))\">\(question.code.text)</a> \(question.text)</th><td class=\"num\" data-l=\"Kini\">\(figures.plain(need.now))</td><td class=\"num\" data-l=\"Paling sedikit\">\(figures.plain(need.needed))</td></tr>"
        }
        return
            "<table class=\"fold\"><caption>Bergantung pada responden dan pemeriksa, tidak dapat diubah oleh unit</caption><thead><tr><th scope=\"col\">Pertanyaan</th><th scope=\"col\" class=\"num\">Kini</th><th scope=\"col\" class=\"num\">Paling sedikit</th></tr></thead><tbody>\(rows)</tbody></table>"
    }

    private func obstacles(_ advice: Advice) -> HTML? {
        guard !advice.obstacles.isEmpty else { return nil }
        let rows = HTML.each(advice.obstacles) { obstacle in
            let gap = (try? obstacle.best - obstacle.condition.minimum).map(figures.signed) ?? "–"
            return
                "<tr><th scope=\"row\">\(obstacle.condition.name)</th><td class=\"num\" data-l=\"Paling tinggi\">\(figures.measured(obstacle.best, against: obstacle.condition.minimum))</td><td class=\"num\" data-l=\"Minimum\">\(figures.plain(obstacle.condition.minimum))</td><td class=\"num not\" data-l=\"Selisih\">\(gap)</td></tr>"
        }
        return
            "<table class=\"fold\"><caption>Syarat yang tidak tercapai oleh unit sendiri: nilai paling tinggi dengan jawaban terbaik unit dan jawaban pihak luar seperti sekarang</caption><thead><tr><th scope=\"col\">Syarat</th><th scope=\"col\" class=\"num\">Paling tinggi</th><th scope=\"col\" class=\"num\">Minimum</th><th scope=\"col\" class=\"num\">Selisih</th></tr></thead><tbody>\(rows)</tbody></table>"
    }
}
