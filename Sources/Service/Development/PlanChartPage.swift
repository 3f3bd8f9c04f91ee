import Markup
import Rulebook

/// The plan along time: a bar for each action in a table that tells the same in words. Prints on A4 across.
struct PlanChartPage {
    let view: DevelopmentView

    private var actions: [PlannedAction] { view.plan.standing }

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: "Bagan waktu \(view.unit.name)", current: .agencies, for: visitor,
            main: """
                <div class="across">\(DevelopmentHead(view: view, current: .chart).render("Bagan waktu"))
                <section class="sec" aria-labelledby="bagan"><h2 id="bagan">Aksi menurut waktu, keadaan \(view.today.text)</h2>\(content)</section></div>
                """)
    }

    private var content: HTML {
        guard let scale = ChartScale(actions, today: view.today) else { return "<p>Rencana belum berisi aksi.</p>" }
        let rows = HTML.each(PlanArea.all(of: view.instrument)) { area in
            let inside = actions.filter { $0.content.area == area }
            return inside.isEmpty
                ? HTML()
                : """
                <tr class="group"><th scope="rowgroup" colspan="4">\(area.name(in: view.instrument))</th></tr>\(HTML.each(inside) { row($0, scale) })
                """
        }
        return """
            <div class="stack"><ul class="legend"><li><svg class="key" aria-hidden="true"><rect class="g-track" width="18" height="14"/></svg>Direncanakan</li>\
            <li><svg class="key" aria-hidden="true"><rect class="g-sure" width="18" height="14"/></svg>Kemajuan</li>\
            <li><svg class="key" aria-hidden="true"><rect width="18" height="14" fill="url(#hatch)"/></svg>Terlambat</li></ul>
            <table class="fold gantt"><caption>\(scale.first.text) sampai \(scale.last.text); garis tegak: hari ini</caption>\
            <thead><tr><th scope="col">Aksi</th><th scope="col">Mulai dan tenggat</th><th scope="col">Keadaan</th><th scope="col">\(axis(scale))</th></tr></thead>\
            <tbody>\(rows)</tbody></table></div>
            """
    }

    private func row(_ action: PlannedAction, _ scale: ChartScale) -> HTML {
        let path = SitePath.plannedAction(view.agency.id, view.candidacy.id, action.id, .see)
        return """
            <tr><th scope="row" class="wrapany"><a href="\(path.address)">\(action.content.target)</a> <span class="dim">\(view.name(action.content.person))</span></th>\
            <td data-l="Mulai dan tenggat" class="text">\(action.content.start.text) – \(action.content.due.text)</td>\
            <td data-l="Keadaan" class="text">\(ActionMark.progress(action.state)) \(ActionMark.label(action, on: view.today))</td><td class="text bar">\(bar(action, scale))</td></tr>
            """
    }

    private func bar(_ action: PlannedAction, _ scale: ChartScale) -> HTML {
        let (start, due) = (action.content.start, action.content.due)
        let done = scale.part(scale.length(start, due), action.state.percent)
        let late: HTML? =
            action.timing(on: view.today).isLate
            ? "<rect x=\"\(scale.place(due.adding(days: 1)))\" y=\"2\" width=\"\(scale.width(due.adding(days: 1), view.today))\" height=\"12\" fill=\"url(#hatch)\"/>"
            : nil
        return """
            <svg class="sb-s" width="100%" height="16" aria-hidden="true"><rect class="g-track" x="\(scale.place(start))" y="2" width="\(scale.width(start, due))" height="12"/>\
            <rect class="g-sure" x="\(scale.place(start))" y="2" width="\(done)" height="12"/>\(late)\
            <line class="g-min" x1="\(scale.place(view.today))" x2="\(scale.place(view.today))" y1="0" y2="16"/></svg>
            """
    }

    private func axis(_ scale: ChartScale) -> HTML {
        let marks = HTML.each(scale.months) { mark in
            "<line class=\"g-tick\" x1=\"\(scale.place(mark.day))\" x2=\"\(scale.place(mark.day))\" y1=\"12\" y2=\"18\"/><text x=\"\(scale.place(mark.day))\" y=\"10\">\(mark.name)</text>"
        }
        return "<span class=\"vh\">Bagan</span><svg class=\"sb axis\" width=\"100%\" height=\"18\" aria-hidden=\"true\">\(marks)</svg>"
    }
}

/// Days as places along a line, in percent with two decimals, by whole numbers only.
struct ChartScale: Hashable, Sendable {
    let first: Day
    let last: Day

    /// From the first start to the last due day, today included; `nil` without actions.
    init?(_ actions: [PlannedAction], today: Day) {
        guard let start = actions.map(\.content.start).min(), let due = actions.map(\.content.due).max() else { return nil }
        // A plan of the year 9999 is a slip; it must not make the others a hair's breadth.
        first = max(min(start, today), today.adding(days: -3 * 366))
        last = min(max(due, today), today.adding(days: 3 * 366))
    }

    private var days: Int { last.number - first.number + 1 }

    /// Where a day begins.
    func place(_ day: Day) -> String { Self.percent(hundredths(day)) }

    /// How long some days are, both included; nothing when the last lies before the first.
    func width(_ from: Day, _ to: Day) -> String { Self.percent(length(from, to)) }

    /// The same in hundredths of a percent.
    func length(_ from: Day, _ to: Day) -> Int { max(hundredths(to.adding(days: 1)) - hundredths(from), 0) }

    /// So many percent of a length.
    func part(_ length: Int, _ percent: Int) -> String { Self.percent(length * percent / 100) }

    private func hundredths(_ day: Day) -> Int { min(max(day.number - first.number, 0), days) * 10_000 / days }

    /// The first days of months, at most a dozen of them.
    var months: [(day: Day, name: String)] {
        var found: [(day: Day, name: String)] = []
        let (year, month, _) = first.date
        let count = CalendarSpan.wholeMonths(from: first, to: last) + 1
        let step = (count + 11) / 12
        for number in stride(from: 1, through: count, by: step) {
            guard let begin = Day(year: year, month: month, day: 1) else { break }
            let day = CalendarSpan.day(number, monthsAfter: begin)
            if day > last { break }
            let date = day.date
            found.append((day, "\(Moment.months[date.month - 1].prefix(3))\(date.month == 1 || found.isEmpty ? " \(String(date.year))" : "")"))
        }
        return found
    }

    private static func percent(_ hundredths: Int) -> String {
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
    }
}
