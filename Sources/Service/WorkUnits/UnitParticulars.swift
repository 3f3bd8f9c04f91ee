import ExactMath
import Markup
import Rulebook

/// What a unit is, does, was called and became, as a summary on its page.
struct UnitParticulars {
    let agency: AgencyStore.Kept
    let unit: WorkUnitStore.Kept
    let parent: WorkUnitStore.Kept?
    let life: WorkUnitActions.Life

    func render(for visitor: Visitor) -> HTML {
        let above: HTML? = parent.map { "<dt>Unit induk</dt><dd class=\"wrapany\">\(link($0, visitor))</dd>" }
        return """
            <dl class="kv sec"><dt>Kode</dt><dd class="mono">\(unit.code)</dd><dt>Instansi</dt><dd class="wrapany">\(agency.name)</dd>\(above)\
            \(profile)\(past(visitor))\(ending(visitor))</dl>
            """
    }

    private var profile: HTML {
        let figures = Figures(places: 2)
        let profile = unit.profile
        let function: HTML? = profile.function.isEmpty ? nil : "<dt>Fungsi</dt><dd class=\"wrapany\">\(profile.function)</dd>"
        let people: HTML? = profile.headCount.map { "<dt>Pegawai</dt><dd>\(figures.count(Int($0))) orang</dd>" }
        let budget: HTML? = profile.budget.map { "<dt>Anggaran setahun</dt><dd>Rp\(figures.count(Int($0)))</dd>" }
        let services: HTML? =
            profile.services.isEmpty ? nil : "<dt>Layanan</dt><dd class=\"wrapany\">\(HTML.each(profile.services) { "<div>\($0)</div>" })</dd>"
        return """
            <dt>Eselon</dt><dd>\(profile.echelon?.name ?? "Belum diketahui")</dd>\(function)\(people)\(budget)\(services)
            """
    }

    private func past(_ visitor: Visitor) -> HTML {
        let names: HTML? =
            life.names.isEmpty
            ? nil
            : "<dt>Nama terdahulu</dt><dd class=\"wrapany\">\(HTML.each(life.names.reversed()) { "<div>\($0.name), sampai \($0.until.text)</div>" })</dd>"
        let parts: HTML? =
            life.parts.isEmpty
            ? nil : "<dt>Gabungan dari</dt><dd class=\"wrapany\">\(HTML.each(life.parts) { "<div>\(link($0.unit, visitor)), \($0.day.text)</div>" })</dd>"
        return "\(names)\(parts)"
    }

    private func ending(_ visitor: Visitor) -> HTML {
        let merged: HTML? = life.target.map { "<dt>Digabung ke</dt><dd class=\"wrapany\">\(link($0.unit, visitor)), sejak \($0.day.text)</dd>" }
        let closed: HTML? = unit.closedAt.map { "<dt>Ditutup</dt><dd>\(Moment($0).text)</dd>" }
        return "\(merged)\(closed)"
    }

    private func link(_ other: WorkUnitStore.Kept, _ visitor: Visitor) -> HTML {
        visitor.may(.seeUnit, on: .unit(other.id, of: agency.id))
            ? "<a href=\"\(SitePath.unit(agency.id, other.id).address)\">\(other.name)</a>" : "\(other.name)"
    }
}
