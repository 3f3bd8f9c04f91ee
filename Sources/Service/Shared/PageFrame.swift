import Markup
import Rulebook

/// What surrounds the content of every page.
struct PageFrame: Sendable {
    /// Which entry of the navigation is the current page.
    enum Entry: Sendable {
        case check, sample, signIn
        case desk, agencies, account
    }

    /// Named at the foot, the preferred one first.
    private let instruments: [String]

    /// Whether people can sign in here.
    private let hasAccounts: Bool

    /// Whether all data here are invented.
    private let isDemo: Bool

    init(_ instruments: PreparedInstruments, hasAccounts: Bool = false, isDemo: Bool = false) {
        self.instruments = instruments.all.map { $0.instrument.regulation.number }
        self.hasAccounts = hasAccounts
        self.isDemo = isDemo
    }

    /// The whole page.
    ///
    /// - Parameters:
    ///   - title: without the name of the site.
    ///   - current: the entry to mark in the navigation.
    ///   - visitor: who looks at it; `nil` on pages that are the same for everybody.
    ///   - main: what stands in `<main>`.
    func render(title: String, current: Entry? = nil, for visitor: Visitor? = nil, main: HTML) -> HTML {
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
        <header class="top"><div class="wrap"><a class="brand" href="\(SitePath.check.address)">\(Brand.mark)Zona</a>\(who(visitor))</div><div class="rule"></div></header>
        \(isDemo ? Self.demoBanner : nil)<nav class="nav" aria-label="Utama"><div class="wrap"><ul>\(entries(visitor, current))</ul></div></nav>
        <main id="isi" class="wrap" tabindex="-1">
        \(main)
        </main>
        <footer class="foot"><div class="wrap"><span>Zona, alat kerja Zona Integritas</span><span class="end">Instrumen: \(instruments.joined(separator: " · "))</span></div></footer>
        </body>
        </html>

        """
    }

    /// On paper as well: whoever finds a print must not take it for real.
    private static let demoBanner: HTML = """
        <aside class="wrap" aria-label="Data contoh"><p class="note risk"><strong>Data contoh.</strong> Orang, unit, dan nilai di sini rekaan.</p></aside>

        """

    /// The person who is signed in, with the way out.
    private func who(_ visitor: Visitor?) -> HTML? {
        guard let visitor, let identity = visitor.identity else { return nil }
        return """
            <div class="who"><span>\(identity.name)</span>\
            <form action="\(SitePath.signOut.address)" method="post">\(FormPiece.key(visitor))<button class="link" type="submit">Keluar</button></form></div>
            """
    }

    private func entries(_ visitor: Visitor?, _ current: Entry?) -> HTML {
        guard let identity = visitor?.identity, identity.pending == nil else {
            return entry(.check, "Periksa LKE", .check, current) + entry(.sample, "Contoh hasil", .sample(nil), current)
                + (hasAccounts ? entry(.signIn, "Masuk", .signIn(wanted: nil), current) : HTML())
        }
        return """
            \(entry(.desk, "Beranda", .desk, current))\
            \(entry(.agencies, "Instansi", .agencies, current))\
            \(entry(.account, "Akun saya", .account, current))\
            \(entry(.check, "Periksa LKE", .check, current))
            """
    }

    private func entry(_ entry: Entry, _ name: HTML, _ path: SitePath, _ current: Entry?) -> HTML {
        "<li><a href=\"\(path.address)\"\(Attribute("aria-current", entry == current ? "page" : nil))>\(name)</a></li>"
    }
}
