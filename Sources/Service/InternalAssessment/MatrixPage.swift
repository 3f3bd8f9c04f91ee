import ExactMath
import Markup
import Rulebook

/// The table of an agency's units: each score with its distance from the minimum. Colours are for the eye (`docs/adr/0016`).
struct MatrixPage {
    enum Query {
        static let instrument = "instrumen"
        static let designation = "predikat"
        static let column = "urut"
        static let ascending = "naik"
    }

    /// Where the outer colours begin, as a part of the minimum. Decides nothing (`docs/adr/0016`).
    private static let bandWidth = (try? Ratio(15, over: 100)) ?? .zero

    let view: MatrixActions.View

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: "Matriks instansi · \(view.agency.name)", current: .agencies, for: visitor,
            main: """
                \(Crumbs.render(Crumbs.agency(view.agency), here: "Matriks instansi"))
                <p class="eyebrow wrapany">\(view.agency.name)</p><h1>Matriks instansi</h1>
                \(view.shown.map(content) ?? "<p class=\"note\">Belum ada unit yang lembarnya tersimpan. Lembar diunggah di halaman Penilaian TPI tiap pencalonan.</p>")
                """)
    }

    private func content(_ shown: MatrixActions.Shown) -> HTML {
        """
        <p class="lead">\(lead(shown))</p>
        <div class="sec stack"><h2 class="vh">Pilihan dan matriks</h2>\(choice(shown))\(legend(shown))
        <div class="heat" tabindex="0" role="region" aria-labelledby="mc"><table><caption class="vh" id="mc">Nilai tiap unit terhadap minimum \(shown.frame.designation.acronym)</caption>
        <thead><tr><th scope="col">Unit kerja</th>\(HTML.each(shown.columns.indices) { head($0, shown) })</tr></thead>
        <tbody>\(HTML.each(shown.lines.prefix(MatrixActions.pageLength)) { row($0, shown) })</tbody>\(foot(shown))</table></div>
        \(Paging(page: shown.page, count: shown.lines.count, length: MatrixActions.pageLength).links(address(shown, column: shown.column, descending: shown.descending)))</div>
        """
    }

    private func lead(_ shown: MatrixActions.Shown) -> HTML {
        let total = shown.tallies[shown.columns[0].key]
        let weakest = shown.columns.dropFirst().filter { $0.condition != nil }.min { met($0, shown) < met($1, shown) }
        let weak: HTML? = weakest.flatMap { column in
            let count = met(column, shown)
            return count < shown.frame.units ? " Titik terlemah: \(column.name), \(count) dari \(shown.frame.units) unit memenuhi minimum." : nil
        }
        return "<strong>\(total?.met ?? 0) dari \(shown.frame.units) unit</strong> memenuhi minimum nilai total \(shown.frame.designation.acronym).\(weak)"
    }

    private func met(_ column: ScoreColumn, _ shown: MatrixActions.Shown) -> Int { shown.tallies[column.key]?.met ?? 0 }

    private func choice(_ shown: MatrixActions.Shown) -> HTML? {
        guard view.frames.count > 1 else { return nil }
        let items = HTML.each(view.frames) { frame in
            let name: HTML = "\(frame.designation.acronym), \(frame.instrument.text) (\(frame.units))"
            if frame == shown.frame { return "<li><span aria-current=\"true\">\(name)</span></li>" }
            let address = SitePath.agencyAction(view.agency.id, .matrix).address
                .query(Query.instrument, frame.instrument.text).query(Query.designation, frame.designation.rawValue)
            return "<li><a href=\"\(address)\">\(name)</a></li>"
        }
        return "<ul class=\"switch\" aria-label=\"Predikat dan instrumen\">\(items)</ul>"
    }

    private func legend(_ shown: MatrixActions.Shown) -> HTML {
        let thin = (try? shown.instrument.policies.thinMargin * Ratio(100)).map(figures(shown).short) ?? "–"
        return """
            <ul class="legend" aria-label="Arti tanda"><li><span class="st met">\(StateMark.met.mark)leluasa: lebih 15% atau lebih</span></li>\
            <li><span class="met">\(StateMark.met.mark)</span>terpenuhi</li><li><span class="st risk">\(StateMark.thin.mark)tipis: lebih kurang dari \(thin)%</span></li>\
            <li><span class="st not">\(StateMark.unmet.mark)di bawah minimum</span></li><li><span class="st xx">\(StateMark.unmet.mark)jauh: kurang lebih dari 15%</span></li>\
            <li class="dim">Angka kedua: selisih dari minimum. Warna hanya untuk dilihat.</li></ul>
            """
    }

    private func head(_ index: Int, _ shown: MatrixActions.Shown) -> HTML {
        let column = shown.columns[index]
        let isCurrent = column.key == shown.column.key
        let sort: String? = isCurrent ? (shown.descending ? "descending" : "ascending") : nil
        let minimum: HTML? = column.condition.map { "<span class=\"min\">min \(figures(shown).short($0.minimum))</span>" }
        let link = address(shown, column: column, descending: isCurrent ? !shown.descending : true)
        return """
            <th scope="col" class="num\(index == 0 ? " c-total" : "")"\(Attribute("aria-sort", sort))><a href="\(link)">\(column.name)\(isCurrent ? (shown.descending ? " ↓" : " ↑") : nil)</a>\(minimum)</th>
            """
    }

    private func row(_ line: MatrixActions.Line, _ shown: MatrixActions.Shown) -> HTML {
        let sheet = SitePath.sheet(view.agency.id, line.score.candidacy, line.score.party, line.score.version).address
        let unmet: HTML = line.score.unmet == 0 ? "semua syarat terpenuhi" : "\(line.score.unmet) belum"
        return """
            <tr><th scope="row" class="wrapany"><a href="\(sheet)">\(line.name)</a><br><span class="small dim">LKE \(line.score.party.name) · \(unmet)</span></th>\
            \(HTML.each(shown.columns.indices) { cell($0, line, shown) })</tr>
            """
    }

    private func cell(_ index: Int, _ line: MatrixActions.Line, _ shown: MatrixActions.Shown) -> HTML {
        let column = shown.columns[index]
        let figures = figures(shown)
        let total: HTML? = index == 0 ? " c-total" : nil
        guard let points = line.score.points[column.key] else { return "<td class=\"num\(total)\">–</td>" }
        guard let minimum = column.condition?.minimum,
            let band = try? HeatBand(points, minimum: minimum, thin: shown.instrument.policies.thinMargin, width: Self.bandWidth),
            let gap = try? points - minimum
        else { return "<td class=\"num\(total)\"><b>\(figures.plain(points))</b></td>" }
        return """
            <td class="num \(band.style)\(total)"><b>\(figures.measured(points, against: minimum))</b><span class="gap">\(band.mark.mark)<span class="vh">\(band.mark.word), selisih </span>\(figures.signed(gap))</span></td>
            """
    }

    private func foot(_ shown: MatrixActions.Shown) -> HTML {
        let cells = shown.columns.enumerated().map { index, column -> HTML in
            let total: HTML? = index == 0 ? " c-total" : nil
            guard column.condition != nil else { return "<td class=\"num\(total)\">–</td>" }
            return "<td class=\"num\(total)\">\(met(column, shown))<span class=\"vh\"> dari \(shown.frame.units) unit</span></td>"
        }
        return "<tfoot><tr><th scope=\"row\">Unit di atas minimum, dari \(shown.frame.units)</th>\(cells)</tr></tfoot>"
    }

    private func address(_ shown: MatrixActions.Shown, column: ScoreColumn, descending: Bool) -> Address {
        let base = SitePath.agencyAction(view.agency.id, .matrix).address
            .query(Query.instrument, shown.frame.instrument.text).query(Query.designation, shown.frame.designation.rawValue)
            .query(Query.column, column.key)
        return descending ? base : base.query(Query.ascending, "1")
    }

    private func figures(_ shown: MatrixActions.Shown) -> Figures { Figures(places: shown.instrument.policies.decimals) }
}

extension HeatBand {
    /// The class of a cell.
    var style: HTML {
        switch self {
        case .wellAbove: "a"
        case .above: "b"
        case .thin: "r"
        case .below: "x"
        case .farBelow: "xx"
        }
    }

    /// The mark that stands beside the number, so that colour never speaks alone.
    var mark: StateMark {
        switch self {
        case .wellAbove, .above: .met
        case .thin: .thin
        case .below, .farBelow: .unmet
        }
    }
}
