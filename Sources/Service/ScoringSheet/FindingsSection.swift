import Documents
import ExactMath
import Markup
import Rulebook

/// What was found in the file, and how its own total becomes the exact one step by step.
struct FindingsSection {
    private let result: CheckedSheet
    private let figures: Figures

    init(_ result: CheckedSheet) {
        self.result = result
        figures = result.figures
    }

    func render() -> HTML? {
        let notes = result.reading.findings
        guard result.reading.diagnosis != nil || !notes.isEmpty else { return nil }
        let codes = result.reading.allFindings.map(\.code)
        return """
            <section class="sec" aria-labelledby="temuan"><h2 id="temuan">\(hasFaults ? "Yang keliru di dalam lembar" : "Isi berkas")</h2>\(result.reading.diagnosis.map(waterfall))\(notes.isEmpty ? nil : table(of: notes))\(CodeGuide.render(codes))</section>
            """
    }

    private var hasFaults: Bool { result.reading.diagnosis?.faults.isEmpty == false }

    private func waterfall(_ diagnosis: Diagnosis) -> HTML {
        return """
            <p>\(summary(diagnosis))</p><table class="fold"><caption class="vh">Dari nilai di dalam berkas ke nilai yang diputus</caption><thead><tr><th scope="col">Sel</th><th scope="col">Temuan</th><th scope="col" class="num">Poin</th></tr></thead><tbody>\(start(diagnosis))\(HTML.each(diagnosis.faults, row))<tr class="sum"><th scope="row">Dihitung ulang</th><td class="text">Nilai sudah pasti</td><td class="num" data-l="Nilai">\(figures.plain(result.examination.floor.total))</td></tr></tbody></table>
            """
    }

    private func summary(_ diagnosis: Diagnosis) -> HTML {
        let floor = figures.plain(result.examination.floor.total)
        let count = diagnosis.faults.count
        guard let displayed = diagnosis.displayed else {
            return "Berkas tidak memuat nilai total yang dapat dibaca. Nilai yang diputus: \(floor)."
        }
        if count == 0 {
            return "Berkas menunjukkan \(figures.plain(displayed)). Tidak ada rumus, bobot, atau nilai yang keliru di dalamnya."
        }
        return "Berkas menunjukkan \(figures.plain(displayed)). \(count) temuan menjelaskan selisihnya sampai \(floor)."
    }

    private func start(_ diagnosis: Diagnosis) -> HTML? {
        diagnosis.displayed.map { displayed in
            "<tr><th scope=\"row\">Tertulis di <span class=\"mono\">\(diagnosis.displayedCell)</span></th><td class=\"text dim\">Nilai total menurut berkas</td><td class=\"num\" data-l=\"Nilai\">\(figures.plain(displayed))</td></tr>"
        }
    }

    private func row(_ fault: Diagnosis.Fault) -> HTML {
        let effect: HTML = fault.effect.map { "\(figures.signed($0))" } ?? "<span class=\"dim\">tidak terhitung</span>"
        return
            "<tr><th scope=\"row\" class=\"mono\">\(fault.finding.location)</th><td class=\"text\">\(Self.code(fault.finding)) \(fault.finding.message)</td><td class=\"num\" data-l=\"Pengaruh\">\(effect)</td></tr>"
    }

    private func table(of notes: [Finding]) -> HTML {
        let rows = HTML.each(notes.prefix(200)) { note in
            "<tr><th scope=\"row\" class=\"mono\">\(note.location.isEmpty ? "berkas" : note.location)</th><td class=\"text\">\(Self.code(note)) \(note.message)</td></tr>"
        }
        let caption: HTML = "Catatan saat membaca berkas\(notes.count > 200 ? " (200 yang pertama dari \(notes.count))" : "")"
        return
            "<table class=\"fold\"><caption>\(caption)</caption><thead><tr><th scope=\"col\">Letak</th><th scope=\"col\">Catatan</th></tr></thead><tbody>\(rows)</tbody></table>"
    }

    private static func code(_ finding: Finding) -> HTML {
        "<a class=\"mono\" href=\"\(CodeGuide.address(of: finding.code))\">\(finding.code.rawValue)</a>"
    }
}
