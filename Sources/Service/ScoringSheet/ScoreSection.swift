import ExactMath
import Markup
import Rulebook

/// The three values side by side, the score bar, and the same in a table.
struct ScoreSection {
    private let result: CheckedSheet
    private let figures: Figures

    init(_ result: CheckedSheet) {
        self.result = result
        figures = result.figures
    }

    func render() -> HTML {
        let examination = result.examination
        return """
            <section class="sec" aria-labelledby="nilai"><h2 id="nilai">Nilai</h2>
            <div class="stack"><dl class="figures">
            <div><dt><svg class="key" aria-hidden="true"><rect class="g-sure" width="18" height="14"/></svg>Sudah pasti</dt><dd class="big">\(figures.plain(examination.floor.total))</dd><dd class="small dim">Pertanyaan kosong dihitung 0. Nilai inilah yang diputus.</dd></div>
            <div><dt><svg class="key" viewBox="0 0 18 18" aria-hidden="true"><path class="g-mark" d="M9 1l7 8-7 8-7-8z"/></svg>Tampak di lembar</dt><dd class="big">\(figures.plain(examination.spreadsheet.total))</dd><dd class="small dim">Yang kosong dilewati, seperti rumus formulir kementerian.</dd></div>
            <div><dt><svg class="key" aria-hidden="true"><rect class="g-track" width="18" height="14"/><rect width="18" height="14" fill="url(#hatch)"/></svg>Paling tinggi</dt><dd class="big">\(figures.plain(examination.ceiling.total))</dd><dd class="small dim">Bila semua yang kosong dijawab terbaik.</dd></div>
            </dl><figure>\(ScoreBar(result, id: "mistar").render())</figure>
            \(warning)
            <details><summary>Mistar dalam angka</summary>\(table)</details></div></section>
            """
    }

    /// The trap that costs most: a spreadsheet that looks like passing because it leaves blanks out.
    private var warning: HTML? {
        guard let minimum = result.total?.minimum else { return nil }
        let examination = result.examination
        let shown = examination.spreadsheet.total
        guard shown >= minimum, examination.floor.total < minimum else { return nil }
        return """
            <p class="note risk"><strong>Di lembar Excel tampak \(figures.plain(shown)), seolah-olah lolos.</strong> Angka itu melewati \(examination.unanswered.count) pertanyaan kosong. Yang kosong dinilai 0, maka nilai yang diputus \(figures.measured(examination.floor.total, against: minimum)).</p>
            """
    }

    private var table: HTML {
        let examination = result.examination
        let minimums = Designation.allCases.compactMap { designation in
            result.totalMinimum(for: designation).map { (name: designation.acronym, value: $0) }
        }
        let readings: [(name: HTML, value: Ratio)] = [
            ("Sudah pasti", examination.floor.total), ("Tampak di lembar", examination.spreadsheet.total),
            ("Paling tinggi", examination.ceiling.total),
        ]
        return """
            <table class="fold"><caption>Tiga nilai terhadap minimum nilai total</caption><thead><tr><th scope="col">Nilai</th><th scope="col" class="num">Poin</th>\(HTML.each(minimums) { "<th scope=\"col\" class=\"num\">ke \($0.name) \(figures.short($0.value))</th>" })</tr></thead><tbody>\(HTML.each(readings) { reading in
                "<tr><th scope=\"row\">\(reading.name)</th><td class=\"num\" data-l=\"Poin\">\(figures.plain(reading.value))</td>\(HTML.each(minimums) { "<td class=\"num\" data-l=\"ke \($0.name) \(figures.short($0.value))\">\(gap(reading.value, $0.value))</td>" })</tr>"
            })</tbody></table>
            """
    }

    private func gap(_ value: Ratio, _ minimum: Ratio) -> String {
        (try? value - minimum).map(figures.signed) ?? "–"
    }
}
