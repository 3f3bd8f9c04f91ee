import ExactMath
import Markup
import Rulebook

/// Every condition of the designation, judged by itself.
struct ConditionsSection {
    private let result: CheckedSheet
    private let figures: Figures

    init(_ result: CheckedSheet) {
        self.result = result
        figures = result.figures
    }

    func render() -> HTML {
        """
        <section class="sec" aria-labelledby="syarat"><h2 id="syarat">Syarat \(result.designation.acronym) satu per satu</h2><table class="fold"><caption>Setiap syarat dinilai sendiri; tidak ada yang menggantikan yang lain. “Tipis”: kelebihannya kurang dari \(margin)% minimum.\(sharedClause.map { " Dasar: \($0)." as HTML })</caption><thead><tr><th scope="col">Syarat</th><th scope="col" class="num">Terukur</th><th scope="col" class="num">Minimum</th><th scope="col" class="num">Selisih</th><th scope="col">Putusan</th>\(hasLastColumn ? "<th scope=\"col\">Dasar</th>" : nil)</tr></thead><tbody>\(HTML.each(result.outcomes, row))</tbody></table>\(remarks)</section>
        """
    }

    private func row(_ outcome: Outcome) -> HTML {
        let condition = outcome.condition
        let mark = result.mark(of: outcome)
        let measured = outcome.measured.map { figures.measured($0, against: outcome.minimum) } ?? "–"
        let gap = outcome.gap.map(figures.signed) ?? "–"
        let last: HTML? = hasLastColumn ? "<td class=\"text small dim\">\(ground(of: condition))</td>" : nil
        return
            "<tr\(Attribute("class", condition.level > 0 ? "sub" : nil))><th scope=\"row\">\(condition.name)</th><td class=\"num\" data-l=\"Terukur\">\(measured)</td><td class=\"num\" data-l=\"Minimum\">\(figures.plain(outcome.minimum))</td><td class=\"num \(mark.style)\" data-l=\"Selisih\">\(gap)</td><td class=\"flag\">\(mark.label)</td>\(last)</tr>"
    }

    /// The clause where all conditions have the same; it then stands once above the table.
    private var sharedClause: String? {
        let clauses = Set(result.outcomes.map(\.condition.clause))
        return clauses.count == 1 ? clauses.first : nil
    }

    private var hasLastColumn: Bool {
        sharedClause == nil || result.outcomes.contains { !$0.condition.basis.isEmpty }
    }

    private func ground(of condition: Condition) -> HTML {
        let clause: HTML? = sharedClause == nil ? "\(condition.clause)" : nil
        if condition.basis.isEmpty { return clause ?? "" }
        return clause.map { "\(condition.basis)<br>\($0)" } ?? "\(condition.basis)"
    }

    private var margin: String {
        (try? result.instrument.policies.thinMargin * Ratio(100)).map(figures.short) ?? "–"
    }

    private var remarks: HTML? {
        let remarks = result.examination.remarks
        guard !remarks.isEmpty else { return nil }
        return
            "<h3>Catatan yang tidak menentukan putusan</h3><ul class=\"list\">\(HTML.each(remarks) { "<li>\($0.message) <a class=\"mono\" href=\"\(Address.fragment("q-\($0.location)"))\">\($0.location)</a></li>" })</ul>"
    }
}
