import Markup
import Rulebook

/// Every prerequisite of a unit and its agency before a nomination: measured, minimum, gap, source, clause, met or not.
struct EligibilityPage {
    let seen: EligibilityActions.Seen
    /// All that can be chosen from, the preferred one first.
    let instruments: [Instrument]

    private typealias Field = EligibilityForm.Field

    private var report: EligibilityReport { seen.report }

    private var path: SitePath { .unitAction(seen.agency.id, seen.unit.id, .eligibility) }

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let title = "Syarat pengajuan \(report.designation.acronym)"
        return frame.render(
            title: "\(title) \(seen.unit.name)", current: .agencies, for: visitor,
            main: """
                \(Crumbs.render(Crumbs.agency(seen.agency) + [.init(name: seen.unit.name, path: .unit(seen.agency.id, seen.unit.id))], here: "Syarat pengajuan"))
                <p class="eyebrow wrapany">\(seen.unit.name)</p><h1>\(title)</h1>
                <p class="lead">\(summary)</p>
                <section class="sec stack" aria-labelledby="menurut"><h2 id="menurut" class="vh">Menurut apa</h2>\(designations)\(filter)</section>
                \(group(.agency, "Instansi", .agencyAction(seen.agency.id, .standings)))
                \(group(.unit, "Unit kerja", .unitAction(seen.agency.id, seen.unit.id, .standings)))
                """)
    }

    private var summary: String {
        let met = report.entries.count - report.unmet.count
        let state = report.unmet.isEmpty ? "Semua syarat terpenuhi" : "\(met) dari \(report.entries.count) syarat terpenuhi"
        return "\(state) bila diajukan pada \(report.day.text) menurut \(seen.instrument.regulation.number). Yang belum ada datanya dianggap belum terpenuhi."
    }

    private var designations: HTML {
        let items = HTML.each(Designation.allCases) { designation in
            if designation == report.designation {
                "<li><span aria-current=\"page\">\(designation.acronym)</span></li>"
            } else {
                "<li><a href=\"\(address(designation))\">\(designation.acronym)</a></li>"
            }
        }
        return "<ul class=\"switch\" aria-label=\"Predikat yang dituju\">\(items)</ul>"
    }

    private func address(_ designation: Designation) -> Address {
        path.address.query(Field.designation, designation.rawValue).query(Field.instrument, seen.instrument.id.text)
            .query(Field.day, report.day.description)
    }

    private var filter: HTML {
        """
        <form class="bar-form" action="\(path.address)" method="get" aria-label="Peraturan dan tanggal">
        <input type="hidden" name="\(Field.designation)" value="\(report.designation.rawValue)">
        \(FormPiece.choice(
            .init(name: Field.instrument, label: "Menurut peraturan"), options: instruments.map { ($0.id.text, $0.regulation.number) },
            chosen: seen.instrument.id.text))
        \(FormPiece.render(.init(name: Field.day, label: "Bila diajukan pada", type: .date), value: report.day.description))
        <p><button class="btn second" type="submit">Nilai lagi</button></p></form>
        """
    }

    private func group(_ holder: Fact.Holder, _ name: HTML, _ standings: SitePath) -> HTML? {
        let entries = report.entries.filter { $0.fact.holder == holder }
        guard !entries.isEmpty else { return nil }
        let id = holder.rawValue
        return """
            <section class="sec" aria-labelledby="\(id)"><h2 id="\(id)">\(name)</h2>
            <table class="fold"><caption>Setiap syarat dinilai sendiri.\(clause.map { " Dasar: \($0)." as HTML })</caption><thead><tr><th scope="col">Syarat</th>\
            <th scope="col">Terukur</th><th scope="col">Minimum</th><th scope="col">Selisih</th><th scope="col">Sumber</th>\
            <th scope="col">Putusan</th></tr></thead><tbody>\(HTML.each(entries, row))</tbody></table>
            <p><a href="\(standings.address)">\(holder == .agency ? "Keadaan instansi" : "Keadaan unit") dan sumbernya</a></p></section>
            """
    }

    /// The clause that most have; it stands once above the tables.
    private var clause: String? {
        let clauses = Dictionary(grouping: report.entries, by: \.outcome.condition.clause)
        return clauses.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
    }

    private func row(_ entry: EligibilityReport.Entry) -> HTML {
        let outcome = entry.outcome
        let unit = outcome.condition.unit
        let mark: StateMark = outcome.met ? .met : .unmet
        let own: HTML? = outcome.condition.clause == clause ? nil : "<div class=\"small dim\">\(outcome.condition.clause)</div>"
        return """
            <tr><th scope="row">\(outcome.condition.name)\(own)</th><td data-l="Terukur">\(outcome.measured.map(unit.text) ?? "Belum ada data")</td>\
            <td data-l="Minimum">\(unit.text(outcome.minimum))</td><td class="\(mark.style)" data-l="Selisih">\(gap(outcome))</td>\
            <td data-l="Sumber" class="text wrapany">\(source(of: entry))</td><td class="flag">\(mark.label)</td></tr>
            """
    }

    private func gap(_ outcome: Outcome) -> String {
        let text = outcome.gap.map(outcome.condition.unit.gapText) ?? ""
        return text.isEmpty ? "–" : text
    }

    private func source(of entry: EligibilityReport.Entry) -> HTML {
        if !entry.statements.isEmpty {
            return HTML.each(entry.statements) { standing in
                let year = standing.year.map { "Tahun \($0), " } ?? ""
                return "<div>\(year)\(standing.statedOn.text): \(standing.source)</div>"
            }
        }
        let words: HTML =
            switch entry.fact.source {
            case .stated: "Belum dicatat"
            case .consecutiveYears: "Belum ada tahun yang dapat dihitung"
            case .agencyKind: "Data instansi"
            case .echelon: entry.outcome.measured == nil ? "Eselon belum diisi" : "Data unit"
            case .candidacy: entry.outcome.measured == nil ? "Belum ada pencalonan yang menjelaskannya" : "Perjalanan pencalonan unit"
            }
        return words
    }
}
