import ExactMath
import Markup
import Rulebook

/// Every number down to the answers it came from, as arithmetic that can be followed with a pencil.
struct TraceSection {
    private let result: CheckedSheet
    private let figures: Figures
    private let scored: ScoredSheet
    private let nodes: [Node]
    /// By position; children in the order of the sheet.
    private let children: [[Int]]

    init(_ result: CheckedSheet) {
        self.result = result
        figures = result.figures
        scored = result.examination.floor
        nodes = result.instrument.nodes
        var children = [[Int]](repeating: [], count: nodes.count)
        for (position, node) in nodes.enumerated() {
            if let parent = node.parent { children[parent].append(position) }
        }
        self.children = children
    }

    func render() -> HTML {
        let components = nodes.indices.filter { nodes[$0].parent == nil }
        return """
            <section class="sec fresh" aria-labelledby="telusur"><h2 id="telusur">Telusuri hitungan</h2><p>Setiap angka dapat dibuka sampai jawaban asalnya. Pertanyaan kosong dihitung 0.</p>
            \(sum(of: components, caption: "Nilai total", total: "Nilai total", scored.total))
            <div class="tree">\(HTML.each(components, node))</div>\(combined)
            <p class="small dim">Angka dibulatkan hanya untuk dibaca, setengah ke atas; putusan memakai nilai utuh.</p></section>
            """
    }

    private func node(_ position: Int) -> HTML {
        let node = nodes[position]
        let body: HTML =
            node.kind == .indicator
            ? IndicatorTrace(result, position).render()
            : sum(of: children[position], caption: "Penjumlahan \(node.code)", total: "\(node.code)", scored.nodeScores[position])
                + HTML.each(children[position], self.node)
        return """
            <details class="trace" id="n-\(node.code.text)"><summary><span class="mono">\(node.code.text)</span> \(node.name) <b>\(figures.fine(scored.nodeScores[position]))</b> dari \(figures.short(node.weight))</summary>\(body)</details>
            """
    }

    private func sum(of parts: [Int], caption: String, total: String, _ score: Ratio) -> HTML {
        let rows = parts.enumerated().map { index, part -> HTML in
            "<tr><td class=\"op\">\(index == 0 ? "" : "+")</td><th scope=\"row\"><a href=\"\(Address.fragment("n-\(nodes[part].code)"))\">\(nodes[part].code.text)</a> <span class=\"dim\">\(nodes[part].name)</span></th><td class=\"num\">\(figures.fine(scored.nodeScores[part]))</td></tr>"
        }
        return """
            <table class="calc"><caption class="vh">\(caption)</caption><tbody>\(rows)<tr class="sum"><td class="op">=</td><th scope="row">\(total)</th><td class="num">\(figures.fine(score))</td></tr></tbody></table>
            """
    }

    /// Areas that the minimums see as one although they stand in several blocks.
    private var combined: HTML? {
        let areas = result.instrument.parts.changeAreas.filter { $0.nodes.count > 1 }
        guard !areas.isEmpty else { return nil }
        let items = HTML.each(areas) { area in
            let score = (try? Ratio.sum(area.nodes.map { scored.nodeScores[$0] })) ?? .zero
            let parts = area.nodes.map { figures.fine(scored.nodeScores[$0]) }.joined(separator: " + ")
            let outcome = result.outcomes.first { $0.condition.measure == .nodes(area.nodes) }
            let against: HTML? = outcome.map { outcome in
                let basis: HTML? = outcome.condition.basis.isEmpty ? nil : " (\(outcome.condition.basis))"
                return
                    "<br>\(figures.fine(score)) − \(figures.fine(outcome.minimum)) = \(outcome.gap.map(signedFine) ?? "–")\(basis)"
            }
            return
                "<li>\(area.name): \(HTML.each(area.nodes) { "<a class=\"mono\" href=\"\(Address.fragment("n-\(nodes[$0].code)"))\">\(nodes[$0].code.text)</a> " })<p class=\"eq\">\(parts) = <b>\(figures.fine(score))</b>\(against)</p></li>"
        }
        return """
            <details class="trace"><summary>Area perubahan: bagian-bagiannya dijumlahkan dan dibandingkan dengan minimum</summary><ol>\(items)</ol></details>
            """
    }

    private func signedFine(_ number: Ratio) -> String {
        Figures(places: max(figures.places, 4)).signed(number)
    }
}
