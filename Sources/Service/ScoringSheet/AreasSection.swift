import ExactMath
import Markup
import Rulebook

/// The change areas against their minimums, where the instrument sets any.
struct AreasSection {
    /// One area with all its nodes together.
    struct Area {
        let number: Int
        let name: String
        let weight: Ratio
        let floor: Ratio
        let ceiling: Ratio
        /// `nil` where no condition measures exactly this area.
        let outcome: Outcome?
    }

    private let result: CheckedSheet
    private let figures: Figures
    private let areas: [Area]

    init(_ result: CheckedSheet) {
        self.result = result
        figures = result.figures
        let examination = result.examination
        areas = result.instrument.parts.changeAreas.compactMap { area in
            guard let weight = try? Ratio.sum(area.nodes.map { result.instrument.nodes[$0].weight }),
                let floor = try? Ratio.sum(area.nodes.map { examination.floor.nodeScores[$0] }),
                let ceiling = try? Ratio.sum(area.nodes.map { examination.ceiling.nodeScores[$0] })
            else { return nil }
            return Area(
                number: area.number, name: area.name, weight: weight, floor: floor, ceiling: ceiling,
                outcome: result.outcomes.first { $0.condition.measure == .nodes(area.nodes) })
        }
    }

    func render() -> HTML? {
        guard !areas.isEmpty else { return nil }
        let caption: HTML =
            hasMinimums
            ? "Poin tiap area. Hitam: sudah pasti; arsir: masih mungkin; garis tegak: minimum."
            : "Poin tiap area. Hitam: sudah pasti; arsir: masih mungkin. Instrumen ini tidak menetapkan minimum per area."
        let table: HTML = """
            <table class="fold"><caption>\(caption)</caption><thead><tr><th scope="col">Area</th><th scope="col">Mistar</th><th scope="col" class="num">Kini</th>\(hasMinimums ? "<th scope=\"col\" class=\"num\">Minimum</th>" : nil)<th scope="col" class="num">Paling tinggi</th><th scope="col" class="num">Bobot</th></tr></thead><tbody>\(HTML.each(areas, row))</tbody></table>
            """
        let radar = AreaRadar(areas).render()
        return """
            <section class="sec" aria-labelledby="area"><h2 id="area">Area perubahan</h2>\(radar.map { "<div class=\"cols half\">\($0)\n\(table)</div>" } ?? table)</section>
            """
    }

    private var hasMinimums: Bool { areas.contains { $0.outcome != nil } }

    private func row(_ area: Area) -> HTML {
        let now = area.outcome.map { figures.measured(area.floor, against: $0.minimum) } ?? figures.plain(area.floor)
        let minimum = area.outcome.map { figures.plain($0.minimum) }
        let cell: HTML? = hasMinimums ? "<td class=\"num\" data-l=\"Minimum\">\(minimum ?? "–")</td>" : nil
        let style: HTML? = area.outcome.map { result.mark(of: $0) }.flatMap { $0 == .met ? nil : " \($0.style)" }
        return
            "<tr><th scope=\"row\">\(area.number) \(area.name)</th><td class=\"text\">\(bar(area, minimum))</td><td class=\"num\(style)\" data-l=\"Kini\">\(now)</td>\(cell)<td class=\"num\" data-l=\"Paling tinggi\">\(figures.plain(area.ceiling))</td><td class=\"num\" data-l=\"Bobot\">\(figures.short(area.weight))</td></tr>"
    }

    private func bar(_ area: Area, _ minimum: String?) -> HTML {
        let floor = figures.width(area.floor, of: area.weight)
        let open = figures.width((try? area.ceiling - area.floor) ?? .zero, of: area.weight)
        let line: HTML? = area.outcome.map { outcome in
            let x = figures.width(outcome.minimum, of: area.weight)
            return
                "<line class=\"g-halo\" x1=\"\(x)\" x2=\"\(x)\" y1=\"3\" y2=\"13\"/><line class=\"g-min\" x1=\"\(x)\" x2=\"\(x)\" y1=\"0\" y2=\"16\"/>"
        }
        let end: HTML? = minimum.map { ", minimum \($0)" }
        return
            "<svg class=\"sb-s\" width=\"100%\" height=\"16\" role=\"img\" aria-label=\"\(figures.plain(area.floor)) dari \(figures.short(area.weight))\(end)\"><rect class=\"g-track\" y=\"3\" width=\"100%\" height=\"10\"/><rect class=\"g-sure\" y=\"3\" width=\"\(floor)\" height=\"10\"/>\(ScoreBar.hatched(from: floor, wide: open, y: 3, height: 10))\(line)</svg>"
    }
}
