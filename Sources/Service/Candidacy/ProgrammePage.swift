import Markup
import Rulebook

/// What a programme says: its stages, who takes which step, and the guidance of its areas.
struct ProgrammePage {
    let rules: ProgrammeRules

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let parts = rules.parts
        let amendment: HTML? = parts.regulation.amendment.isEmpty ? nil : "<p>\(parts.regulation.amendment).</p>"
        return frame.render(
            title: "Aturan \(rules.name)", current: .agencies, for: visitor,
            main: """
                <p class="eyebrow">\(rules.name)</p><h1>\(parts.regulation.title)</h1>\(amendment)
                <nav class="sec" aria-label="Isi halaman"><ul class="list"><li><a href="#tahap">Tahap</a></li><li><a href="#kriteria">Kriteria pemilihan unit</a></li><li><a href="#area">Enam area</a></li><li><a href="#langkah">Siapa mengambil langkah apa</a></li><li><a href="#lain">Ketentuan lain</a></li></ul></nav>
                <section class="sec" aria-labelledby="tahap"><h2 id="tahap">Tahap</h2><dl class="kv">\(HTML.each(parts.stages) { "<dt>\($0.stage.name)</dt><dd>\($0.text) <span class=\"dim\">\($0.clause)</span></dd>" })</dl></section>
                <section class="sec" aria-labelledby="kriteria"><h2 id="kriteria">Kriteria pemilihan unit</h2><dl class="kv">\(HTML.each(parts.criteria) { "<dt>\($0.name)</dt><dd>\($0.guidance) <span class=\"dim\">\($0.clause)</span></dd>" })</dl></section>
                <section class="sec stack" aria-labelledby="area"><h2 id="area">Enam area</h2>\(HTML.each(parts.areas, area))</section>
                \(moves)
                <section class="sec" aria-labelledby="lain"><h2 id="lain">Ketentuan lain</h2><dl class="kv">\(HTML.each(others) { "<dt>\($0.topic)</dt><dd>\($0.text) <span class=\"dim\">\($0.clause)</span></dd>" })</dl></section>
                """)
    }

    private var others: [ProgrammeNote] {
        let parts = rules.parts
        return [
            ProgrammeNote(topic: "Pakta integritas", text: parts.pact.text, clause: parts.pact.clause),
            ProgrammeNote(topic: "Pemantauan", text: parts.monitoring.text, clause: parts.monitoring.clause),
        ]
            + [
                parts.affirmation.map {
                    ProgrammeNote(topic: "Afirmasi", text: "\($0.text) Jenisnya: \($0.kinds.map(\.name).joined(separator: ", ")).", clause: $0.clause)
                }, parts.knockOut,
            ].compactMap { $0 } + parts.notes
    }

    private func area(_ area: AreaGuidance) -> HTML {
        """
        <details><summary>\(area.number). \(area.name)</summary><p>\(area.aim)</p><h3 class="group">Sasaran</h3><ul class="list">\(HTML.each(area.targets) { "<li>\($0)</li>" })</ul>\
        <h3 class="group">Yang menunjukkannya</h3><ul class="list">\(HTML.each(area.indicators) { "<li>\($0)</li>" })</ul><p class="dim">\(area.clause)</p></details>
        """
    }

    private var moves: HTML {
        let rows = HTML.each(rules.parts.moves) { rule in
            let towards = rule.designations.count == Designation.allCases.count ? "" : " (\(rule.designations.map(\.acronym).sorted().joined(separator: ", ")))"
            let asks = rule.checks.map(\.name) + rule.documents.map { "Dokumen: \(rules.name(of: $0))" }
            return """
                <tr><th scope="row" class="text">\(rule.move.name)\(towards)</th><td data-l="Oleh" class="text">\(rule.roles.map(\.name).joined(separator: " atau "))</td>\
                <td data-l="Yang harus ada" class="text">\(asks.isEmpty ? "–" : asks.joined(separator: "; "))</td><td data-l="Dasar" class="text">\(rule.clause)</td></tr>
                """
        }
        return """
            <section class="sec" aria-labelledby="langkah"><h2 id="langkah">Siapa mengambil langkah apa</h2>
            <table class="fold"><caption>Menurut urutan program</caption><thead><tr><th scope="col">Langkah</th><th scope="col">Oleh</th><th scope="col">Yang harus ada</th><th scope="col">Dasar</th></tr></thead><tbody>\(rows)</tbody></table></section>
            """
    }
}
