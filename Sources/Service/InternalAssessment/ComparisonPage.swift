import ExactMath
import Markup
import Rulebook

/// The sheets of unit, TPI and TPN side by side: sums by area, then each question with what its difference is worth.
struct ComparisonPage {
    /// The name of the choice between all questions and those that differ, in the address.
    static let all = "semua"

    let agency: AgencyStore.Kept
    let unit: WorkUnitStore.Kept
    let candidacy: CandidacyStore.Kept
    /// Those that are compared, the first with all others.
    let sheets: [SheetStore.Kept]
    let comparison: SheetComparison
    /// Whether questions that agree are shown as well.
    let showsAll: Bool

    private var instrument: Instrument { comparison.sheets[0].instrument }
    private var figures: Figures { Figures(places: instrument.policies.decimals) }
    private var others: [SheetStore.Kept] { Array(sheets.dropFirst()) }

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: "Perbandingan lembar · \(unit.name)", current: .agencies, for: visitor,
            main: """
                \(Crumbs.render(Crumbs.assessment(agency, unit, candidacy.id), here: "Perbandingan lembar"))
                <p class="eyebrow wrapany">\(unit.name) · menuju \(candidacy.designation.acronym) \(candidacy.year)</p>
                <h1>Perbandingan lembar</h1>
                <p class="lead">\(lead)</p>
                \(sums)
                <section class="sec" aria-labelledby="butir"><h2 id="butir">Butir demi butir</h2>\(filter)\(lines)</section>
                """)
    }

    private var lead: HTML {
        let count = comparison.lines.count
        if count == 0 { return "Semua jawaban sama." }
        let ends = zip(others, comparison.total.differences).map { sheet, difference in "LKE \(sheet.party.name) \(figures.signed(difference)) poin" }
        return "<strong>\(count) butir</strong> berbeda dari LKE \(sheets[0].party.name): \(ends.joined(separator: ", ")). Jawaban kosong dihitung 0."
    }

    private var sums: HTML {
        let rows = HTML.each(comparison.parts) { sum($0, isTotal: false) }
        return """
            <section class="sec" aria-labelledby="jumlah"><h2 id="jumlah">Menurut bagian</h2>
            <table class="fold"><caption>Poin tiap bagian dan selisihnya terhadap LKE \(sheets[0].party.name)</caption><thead><tr><th scope="col">Bagian</th>\(heads)<th scope="col" class="num">Butir berbeda</th></tr></thead><tbody>\(rows)\(sum(comparison.total, isTotal: true))</tbody></table></section>
            """
    }

    private var heads: HTML {
        HTML.each(sheets) { "<th scope=\"col\" class=\"num\">\($0.party.name)</th>" }
            + HTML.each(others) { "<th scope=\"col\" class=\"num\">Selisih\(others.count > 1 ? " \($0.party.name)" : "")</th>" }
    }

    private func sum(_ sum: SheetComparison.Sum, isTotal: Bool) -> HTML {
        """
        <tr\(Attribute("class", isTotal ? "sum" : nil))><th scope="row">\(sum.name) <span class="dim">dari \(figures.short(sum.weight))</span></th>\(numbers(sum.points, sum.differences))<td class="num" data-l="Butir berbeda">\(sum.lines)</td></tr>
        """
    }

    private func numbers(_ points: [Ratio], _ differences: [Ratio]) -> HTML {
        HTML.each(zip(sheets, points)) { "<td class=\"num\" data-l=\"\($0.party.name)\">\(figures.plain($1))</td>" }
            + HTML.each(zip(others, differences)) { sheet, difference in
                "<td class=\"num\(style(difference))\" data-l=\"Selisih \(sheet.party.name)\">\(figures.signed(difference))</td>"
            }
    }

    private func style(_ difference: Ratio) -> HTML? {
        difference == .zero ? nil : difference < .zero ? " not" : " met"
    }

    private var filter: HTML {
        let address = SitePath.assessmentAction(agency.id, candidacy.id, .comparison).address
        func item(_ name: HTML, _ address: Address, _ isCurrent: Bool) -> HTML {
            isCurrent ? "<li><span aria-current=\"true\">\(name)</span></li>" : "<li><a href=\"\(address)\">\(name)</a></li>"
        }
        return """
            <ul class="switch noprint" aria-label="Butir yang ditampilkan">\(item("Hanya yang berbeda (\(comparison.lines.count))", address, !showsAll))\(item("Semua (\(instrument.questions.count))", address.query(Self.all, "1"), showsAll))</ul>
            """
    }

    private var lines: HTML {
        let agreeing = showsAll ? instrument.questions.indices.filter { question in !comparison.lines.contains { $0.question == question } } : []
        if comparison.lines.isEmpty, agreeing.isEmpty { return "<p class=\"note\">Tidak ada butir yang berbeda.</p>" }
        let heads = HTML.each(sheets) { "<th scope=\"col\">Jawaban \($0.party.name)</th>" }
        let ends = HTML.each(others) { "<th scope=\"col\" class=\"num\">Poin\(others.count > 1 ? " \($0.party.name)" : "")</th>" }
        return """
            <table class="fold"><caption>Yang paling berpengaruh lebih dahulu</caption><thead><tr><th scope="col">Butir</th>\(heads)\(ends)</tr></thead><tbody>\(HTML.each(comparison.lines, line))\(HTML.each(agreeing, same))</tbody></table>
            """
    }

    private func line(_ line: SheetComparison.Line) -> HTML {
        let ends = HTML.each(zip(others, line.differences)) { sheet, difference in
            "<td class=\"num\(style(difference))\" data-l=\"Poin \(sheet.party.name)\">\(figures.signed(difference))</td>"
        }
        return "<tr class=\"diff\">\(question(line.question))\(answers(line.question))\(ends)</tr>"
    }

    private func same(_ position: Int) -> HTML {
        "<tr class=\"dim\">\(question(position))\(answers(position))\(HTML.each(others) { "<td class=\"num\" data-l=\"Poin \($0.party.name)\">sama</td>" })</tr>"
    }

    private func question(_ position: Int) -> HTML {
        let question = instrument.questions[position]
        return "<th scope=\"row\"><span class=\"mono\">\(question.code.text)</span> \(question.text)</th>"
    }

    private func answers(_ position: Int) -> HTML {
        HTML.each(zip(sheets, comparison.sheets)) { sheet, scored in
            "<td data-l=\"Jawaban \(sheet.party.name)\">\(answer(scored, position))</td>"
        }
    }

    private func answer(_ scored: ScoredSheet, _ position: Int) -> String {
        let sheet = scored.sheet
        if let text = sheet.answerText(at: position) { return text.replacing(".", with: ",") }
        guard case .counts(let counts) = sheet.answer(at: position) else { return "kosong" }
        return counts.map(figures.count).joined(separator: " / ")
    }
}
