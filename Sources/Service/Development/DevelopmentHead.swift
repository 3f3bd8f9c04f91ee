import Markup
import Rulebook

/// The top of every page about a unit's development: where it stands, what it is called, and its neighbours.
struct DevelopmentHead {
    let view: DevelopmentView
    /// The page itself among the neighbours; `nil` on pages below them.
    let current: DevelopmentStep?

    /// The pages that stand beside each other.
    private static let neighbours: [(step: DevelopmentStep, name: String)] = [
        (.plan, "Rencana aksi"), (.chart, "Bagan waktu"), (.reviews, "Monev"),
    ]

    static func above(_ view: DevelopmentView) -> [Crumbs.Step] {
        Crumbs.agency(view.agency) + [
            .init(name: view.unit.name, path: .unit(view.agency.id, view.unit.id)),
            .init(name: "Pencalonan \(view.candidacy.designation.acronym)", path: .candidacy(view.agency.id, view.candidacy.id)),
        ]
    }

    /// The crumbs down to a page below the plan or the reviews.
    static func below(_ step: DevelopmentStep, _ view: DevelopmentView) -> [Crumbs.Step] {
        above(view) + [.init(name: step == .reviews ? "Monev" : "Rencana aksi", path: view.path(step))]
    }

    func render(_ title: String) -> HTML {
        let links = HTML.each(Self.neighbours) { neighbour in
            neighbour.step == current
                ? "<strong aria-current=\"page\">\(neighbour.name)</strong>" : "<a href=\"\(view.path(neighbour.step).address)\">\(neighbour.name)</a>"
        }
        return """
            \(Crumbs.render(Self.above(view), here: title))
            <p class="eyebrow wrapany">\(view.unit.name) · menuju \(view.candidacy.designation.acronym) \(String(view.candidacy.year))</p><h1>\(title)</h1>
            <nav class="row noprint" aria-label="Halaman pembangunan">\(links)</nav>
            """
    }
}

/// An action's state and its due day in one word.
enum ActionMark {
    static func label(_ action: PlannedAction, on day: Day) -> HTML {
        switch action.state {
        case .dropped: "<span class=\"st\">Dihentikan</span>"
        case .done, .planned, .underway: TimingMark.label(action.timing(on: day))
        }
    }

    /// The progress in words.
    static func progress(_ state: PlannedAction.State) -> String {
        switch state {
        case .planned: "Belum dimulai"
        case .underway(let percent): "\(percent)%"
        case .done(let day): "100%, \(day.text)"
        case .dropped: "–"
        }
    }
}
