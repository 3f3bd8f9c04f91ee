import Markup
import Rulebook

/// What surrounds the content of every page.
struct PageFrame: Sendable {
    /// Which entry of the navigation is the current page.
    enum Entry: Sendable {
        case check, sample
    }

    /// Named at the foot, the preferred one first.
    private let instruments: [String]

    init(_ instruments: PreparedInstruments) {
        self.instruments = instruments.all.map { $0.instrument.regulation.number }
    }

    /// The whole page.
    ///
    /// - Parameters:
    ///   - title: without the name of the site.
    ///   - current: the entry to mark in the navigation.
    ///   - main: what stands in `<main>`.
    func render(title: String, current: Entry? = nil, main: HTML) -> HTML {
        """
        <!doctype html>
        <html lang="id">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title) · Zona</title>
        <meta name="color-scheme" content="light dark">
        <link rel="stylesheet" href="\(SitePath.styleSheet.address)">
        <link rel="icon" type="image/svg+xml" href="\(SitePath.icon.address)">
        </head>
        <body>
        <a class="skip" href="#isi">Langsung ke isi</a>
        \(Brand.sprite)
        <header class="top"><div class="wrap"><a class="brand" href="\(SitePath.check.address)">\(Brand.mark)Zona</a></div><div class="rule"></div></header>
        <nav class="nav" aria-label="Utama"><div class="wrap"><ul>\(entry(.check, "Periksa LKE", .check, current))\(entry(.sample, "Contoh hasil", .sample(nil), current))</ul></div></nav>
        <main id="isi" class="wrap" tabindex="-1">
        \(main)
        </main>
        <footer class="foot"><div class="wrap"><span>Zona, alat kerja Zona Integritas</span><span class="end">Instrumen: \(instruments.joined(separator: " · "))</span></div></footer>
        </body>
        </html>

        """
    }

    private func entry(_ entry: Entry, _ name: HTML, _ path: SitePath, _ current: Entry?) -> HTML {
        "<li><a href=\"\(path.address)\"\(Attribute("aria-current", entry == current ? "page" : nil))>\(name)</a></li>"
    }
}
