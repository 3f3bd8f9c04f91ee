import ExactMath
import Markup
import Rulebook

/// What agency and unit must have before a nomination: judged where the file says something, otherwise a list
/// to check by hand.
struct PrerequisitesSection {
    private let result: CheckedSheet

    init(_ result: CheckedSheet) {
        self.result = result
    }

    func render() -> HTML? {
        let all = result.instrument.prerequisites(for: result.designation)
        guard !all.isEmpty else { return nil }
        let lead: HTML =
            result.prerequisites == nil
            ? "Lembar LKE tidak memuatnya. Periksa sendiri sebelum mengusulkan."
            : "Menurut keterangan di dalam berkas. Yang tidak disebut dianggap belum terpenuhi."
        return """
            <section class="sec" aria-labelledby="pengajuan"><h2 id="pengajuan">Syarat pengajuan \(result.designation.acronym)</h2><p>\(lead)\(sharedClause.map { " Dasar: \($0)." as HTML })</p><div class="cols even">\(group(.agency, "Instansi", all))\(group(.unit, "Unit kerja", all))</div></section>
            """
    }

    /// The clause that most have; it stands once above the lists.
    private var sharedClause: String? {
        let clauses = Dictionary(grouping: result.instrument.prerequisites(for: result.designation), by: \.clause)
        return clauses.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
    }

    private func group(_ holder: Fact.Holder, _ title: HTML, _ all: [Condition]) -> HTML? {
        let own = all.filter { self.holder(of: $0) == holder }
        guard !own.isEmpty else { return nil }
        return "<div><h3>\(title)</h3><ul class=\"checks\">\(HTML.each(own, item))</ul></div>"
    }

    private func holder(of condition: Condition) -> Fact.Holder? {
        guard case .fact(let id) = condition.measure else { return nil }
        return result.instrument.parts.facts.first { $0.id == id }?.holder
    }

    private func item(_ condition: Condition) -> HTML {
        let outcome = result.prerequisites?.outcomes.first { $0.condition.id == condition.id }
        let state: HTML? = outcome.map { ($0.met ? StateMark.met : .unmet).label }
        let clause: HTML? =
            condition.clause == sharedClause ? nil : "<span class=\"small dim\">\(condition.clause)</span>"
        return "<li>\(condition.name) \(state)\(clause)</li>"
    }
}
