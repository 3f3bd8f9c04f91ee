import Documents
import ExactMath
import Rulebook

/// Results as the person or program that asked for them wants to read them.
struct ScoreReport {
    let format: OutputFormat
    let trace: Bool
    /// Whether more than one file was named.
    let several: Bool

    /// What comes before the first result.
    var heading: String {
        format == .csv ? "file,instrument,designation,complete,total,total_exact,ceiling,spreadsheet,met,unmet,warnings,error\n" : ""
    }

    func text(of scored: ScoredFile, file: String) -> String {
        switch format {
        case .json:
            let output = try? ScoreOutput(scored, file: several ? file : nil, trace: trace)
            return output.map { JSONOutput.text($0, onOneLine: several) } ?? ""
        case .csv: return csv(scored, file)
        case .text: return several ? line(scored, file) : ScoreText(scored, trace: trace).text
        }
    }

    /// What a refused file gives on standard output and on standard error.
    func text(of refusal: Refusal, file: String) -> (output: String, error: String) {
        switch format {
        case .json:
            return (JSONOutput.text(RefusalOutput(refusal, file: several ? file : nil), onOneLine: several), "")
        case .csv:
            let first = refusal.findings.first { $0.severity == .error }
            let cells = [file] + Array(repeating: "", count: 10) + [first?.code.rawValue ?? ""]
            return (cells.map(quoted).joined(separator: ",") + "\n", "\(file) ditolak:\n" + refusal.lines)
        case .text:
            let count = refusal.findings.count { $0.severity == .error }
            return ("", "\(file) ditolak, \(count) masalah:\n" + refusal.lines)
        }
    }

    /// What comes after the last result.
    func summary(files: Int, refused: Int, unmet: Int, designation: Designation) -> String {
        guard format == .text, several else { return "" }
        let met = files - refused - unmet
        return "\(files) berkas: \(met) memenuhi syarat \(designation.acronym), \(unmet) belum, \(refused) ditolak.\n"
    }

    private func line(_ scored: ScoredFile, _ file: String) -> String {
        let verdict = scored.examination.verdict
        let state =
            verdict.met
            ? Terminal.styled("memenuhi", .good) : Terminal.styled("belum (\(verdict.unmet.count) syarat)", .bad)
        let warnings = scored.findings.count { $0.severity == .warning }
        let figures = Figures(places: scored.examination.instrument.policies.decimals)
        let total = figures.plain(scored.examination.floor.total)
        return String(repeating: " ", count: max(0, 6 - total.count)) + total + "  \(state)"
            + (warnings > 0 ? "  \(warnings) temuan" : "") + "  \(file)\n"
    }

    private func csv(_ scored: ScoredFile, _ file: String) -> String {
        let examination = scored.examination
        let cells = [
            file, examination.instrument.id.text, examination.designation.rawValue, String(examination.isComplete),
            examination.floor.total.rounded(places: 2), examination.floor.total.exact,
            examination.ceiling.total.rounded(places: 2), examination.spreadsheet.total.rounded(places: 2),
            String(examination.verdict.met),
            examination.verdict.unmet.map(\.condition.id.text).joined(separator: " "),
            scored.findings.filter { $0.severity == .warning }.map(\.code.rawValue).joined(separator: " "), "",
        ]
        return cells.map(quoted).joined(separator: ",") + "\n"
    }

    /// A CSV field; one that a spreadsheet would take for a formula is kept a text.
    private func quoted(_ text: String) -> String {
        let safe = text.first.map { "=+-@\t\r".contains($0) } == true ? "'" + text : text
        guard safe.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
