import Documents
import ExactMath
import Rulebook

/// The result for one file, in Indonesian, for a person at a terminal.
struct ScoreText {
    let text: String

    init(_ scored: ScoredFile, trace: Bool) {
        let examination = scored.examination
        let instrument = examination.instrument
        let verdict = examination.verdict
        let figures = Figures(places: instrument.policies.decimals)
        let answered = instrument.questions.count - examination.unanswered.count
        var text = Terminal.styled(
            verdict.met
                ? "Memenuhi syarat \(verdict.designation.acronym)"
                : "Belum memenuhi syarat \(verdict.designation.acronym): \(verdict.unmet.count) dari \(verdict.outcomes.count) syarat belum terpenuhi",
            verdict.met ? .good : .bad)
        text += "\n\(instrument.regulation.number), terisi \(answered) dari \(instrument.questions.count) pertanyaan\n"
        text += Self.scores(examination, figures)
        text += "\n" + Terminal.styled("Syarat", .strong) + "\n" + Self.conditions(verdict, figures, thin: instrument.policies.thinMargin)
        if let eligibility = scored.eligibility {
            text += "\n" + Terminal.styled("Syarat pengajuan", .strong) + "\n" + Self.prerequisites(eligibility)
        }
        text += Self.findings(scored, figures)
        if !examination.isComplete {
            text += "\n" + Terminal.styled("Belum terjawab", .strong) + "\n"
            text += Self.codes(examination.unanswered)
        }
        if trace {
            text += "\n" + Terminal.styled("Hitungan", .strong) + "\n"
            text += TraceText(examination.floor).lines.map { "  " + $0 + "\n" }.joined()
        }
        self.text = text
    }

    /// Codes in lines that fit a terminal; a long list is cut, `--format json` has it whole.
    private static func codes(_ codes: [ItemCode]) -> String {
        var lines: [String] = [""]
        for code in codes.prefix(40) {
            if lines[lines.count - 1].count + code.text.count > 90 { lines.append("") }
            lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "  " : ", ") + code.text
        }
        if codes.count > 40 { lines.append("  dan \(codes.count - 40) lainnya") }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func scores(_ examination: Examination, _ figures: Figures) -> String {
        var table = TextTable([.left, .right, .left])
        table.add(["Nilai", figures.plain(examination.floor.total), "yang kosong dihitung 0; nilai inilah yang diputus"])
        if !examination.isComplete {
            table.add(["Tampak di lembar", figures.plain(examination.spreadsheet.total), "yang kosong dilewati, seperti rumus formulir"])
            table.add(["Paling tinggi", figures.plain(examination.ceiling.total), "bila semua yang kosong dijawab terbaik"])
        }
        return table.text
    }

    private static func conditions(_ verdict: Verdict, _ figures: Figures, thin margin: Ratio) -> String {
        var table = TextTable([.left, .right, .right, .right, .left, .left])
        table.add(["", "Terukur", "Minimum", "Selisih", "", ""])
        for outcome in verdict.outcomes {
            let thin = outcome.isThin(margin: margin)
            let indent = String(repeating: "  ", count: outcome.condition.level)
            table.add(
                [
                    indent + outcome.condition.name, outcome.measured.map { figures.measured($0, against: outcome.minimum) } ?? "–",
                    figures.plain(outcome.minimum),
                    outcome.gap.map(figures.signed) ?? "–", outcome.met ? (thin ? "! tipis" : "✓ terpenuhi") : "✗ belum",
                    outcome.condition.basis.isEmpty ? outcome.condition.clause : outcome.condition.basis,
                ], style: outcome.met ? (thin ? .warning : nil) : .bad)
        }
        return table.text
    }

    private static func prerequisites(_ verdict: Verdict) -> String {
        var table = TextTable([.left, .left])
        for outcome in verdict.outcomes {
            let state = outcome.met ? "✓ terpenuhi" : (outcome.measured == nil ? "? belum diketahui" : "✗ belum")
            table.add([state, outcome.condition.name], style: outcome.met ? nil : .bad)
        }
        return table.text
    }

    private static func findings(_ scored: ScoredFile, _ figures: Figures) -> String {
        let findings = scored.findings
        guard !findings.isEmpty else { return "" }
        var text = "\n" + Terminal.styled("Temuan di dalam berkas", .strong) + "\n"
        for finding in findings {
            var line = "  \(finding.code.rawValue)  \(finding.location): \(finding.message)"
            if let effect = scored.effect(of: finding) { line += " Pengaruh pada total: \(figures.signed(effect))." }
            text += (finding.severity == .warning ? Terminal.styled(line, .warning) : line) + "\n"
        }
        if let displayed = scored.reading.diagnosis?.displayed, scored.reading.diagnosis?.faults.isEmpty == false {
            text += "  Total yang tampak di berkas \(figures.plain(displayed)), dihitung ulang \(figures.plain(scored.examination.floor.total)).\n"
        }
        return text
    }
}
