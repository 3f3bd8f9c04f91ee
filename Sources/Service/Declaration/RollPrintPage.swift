import Markup
import Rulebook

/// Pact and roll on paper, for those who sign by hand and for the file.
struct RollPrintPage {
    let place: CandidacyPlace
    let rows: [PactStore.Listed]
    let coverage: PactCoverage
    let declaration: Declaration?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let counted = rows.filter { $0.employee.employment.covers(coverage.day) }
        let body = HTML.each(counted.enumerated()) { at, row in
            """
            <tr><td class="num">\(at + 1)</td><th scope="row" class="wrapany">\(row.employee.label)</th><td><span class="mono">\(row.employee.nip ?? "–")</span></td>\
            <td>\(signature(row))</td></tr>
            """
        }
        let cut: HTML? =
            rows.count == RollActions.mostPrinted
            ? "<p class=\"note noprint\">Hanya \(RollActions.mostPrinted) orang pertama menurut nama yang tampil di sini.</p>" : nil
        return frame.render(
            title: "Daftar penanda tangan pakta integritas", current: .agencies, for: visitor,
            main: """
                \(Crumbs.render(
                    place.crumbs(visitor) + [.init(name: "Pencanangan", path: .declaration(place.agency.id, place.candidacy.id))], here: "Untuk dicetak"))
                <h1>Pakta integritas</h1>
                <p class="lead wrapany">\(place.unit.name), \(place.agency.name)</p>
                <section class="sec stack" aria-label="Naskah pakta">\(PactText.render(place))
                <p>\(declaration.map { "Dicanangkan pada \($0.heldOn.journalText) di \($0.place)." } ?? "Hari pencanangan belum dicatat.")</p></section>
                <section class="sec fresh" aria-labelledby="penanda"><h2 id="penanda">Penanda tangan</h2>\(cut)
                <div class="scroll" tabindex="0" role="region" aria-label="Tabel penanda tangan"><table><caption>Pegawai yang bertugas pada \(coverage.day.journalText): \(coverage.employed) orang, \(coverage.signed) sudah menandatangani</caption>
                <thead><tr><th scope="col" class="num">No.</th><th scope="col">Nama</th><th scope="col">NIP</th><th scope="col">Tanda tangan</th></tr></thead><tbody>\(body)</tbody></table></div></section>
                """)
    }

    private func signature(_ row: PactStore.Listed) -> HTML {
        guard let signature = row.signature else { return "<span class=\"blank-line\">&nbsp;</span>" }
        return signature.manner == .onScreen ? "di layar, \(signature.day.journalText)" : "di kertas, \(signature.day.journalText)"
    }
}
