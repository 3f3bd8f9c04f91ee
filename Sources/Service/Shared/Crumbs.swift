import Markup

/// Where a page stands, from the list of agencies down.
enum Crumbs {
    /// A page above this one.
    struct Step {
        let name: String
        let path: SitePath
    }

    static func render(_ steps: [Step], here: String) -> HTML {
        """
        <nav aria-label="Letak"><ol class="crumb">\(HTML.each(steps) { "<li><a href=\"\($0.path.address)\">\($0.name)</a></li>" })\
        <li aria-current="page">\(here)</li></ol></nav>
        """
    }

    /// The list and one agency of it.
    static func agency(_ agency: AgencyStore.Kept) -> [Step] {
        [Step(name: "Instansi", path: .agencies), Step(name: agency.name, path: .agency(agency.id))]
    }

    /// The list, one agency of it, and its journal.
    static func journal(_ agency: AgencyStore.Kept) -> [Step] {
        Self.agency(agency) + [Step(name: "Jurnal", path: .agencyAction(agency.id, .journal))]
    }
}
