import Markup
import Rulebook

/// What a file would do, row by row, and the way to have it done.
struct ImportPreviewPage {
    /// Rows and problems on one page.
    static let pageLength = 50
    /// Problems that are listed; who has more mends these first.
    static let mostProblems = 100

    let agency: AgencyStore.Kept
    let preview: ImportActions.Preview
    let work: ImportWork
    let page: Int
    var refusal: Refusal?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: "\(refusal == nil ? "" : "Salah: ")Pratinjau impor", current: .agencies, for: visitor,
            main: """
                \(FormPiece.summary(refusal, title: "Impor belum dilaksanakan"))
                \(Crumbs.render(Crumbs.agency(agency) + [.init(name: "Impor", path: .agencyAction(agency.id, .importing))], here: "Pratinjau"))
                <p class="eyebrow wrapany">\(agency.name)</p><h1>Pratinjau impor: \(preview.kept.kind.name)</h1>
                \(preview.fileName.isEmpty ? nil : "<p class=\"lead wrapany\">\(preview.fileName)</p>")
                \(summary)\(problems)\(decision(visitor))\(changes)
                """)
    }

    private var summary: HTML {
        let counts = work.counts
        return """
            <dl class="kv sec"><dt>Baru</dt><dd>\(counts.new)</dd><dt>Berubah</dt><dd>\(counts.changed)</dd><dt>Tetap</dt><dd>\(counts.unchanged)</dd>\
            <dt>Berlaku sampai</dt><dd>\(Moment(preview.kept.expiresAt).text)</dd></dl>
            """
    }

    private var problems: HTML? {
        guard !work.findings.isEmpty else { return nil }
        let errors = work.findings.filter { $0.severity == .error }
        let shown = (errors + work.findings.filter { $0.severity != .error }).prefix(Self.mostProblems)
        let rows = HTML.each(shown) { finding in
            """
            <tr><th scope="row" class="wrapany">\(finding.location)</th><td data-l="Sifat" class="flag"><span class="st \(finding.severity == .error ? "not" : "risk")">\(finding.severity == .error ? "Salah" : "Perhatikan")</span></td>\
            <td data-l="Pesan" class="text wrapany">\(finding.message) <span class="mono">\(finding.code.rawValue)</span></td></tr>
            """
        }
        let rest: HTML? = work.findings.count > shown.count ? "<p>Dan \(work.findings.count - shown.count) lainnya.</p>" : nil
        let lead: HTML =
            errors.isEmpty
            ? "<p>Tidak menghalangi, tetapi perlu diperiksa.</p>"
            : "<p class=\"note risk\"><strong>\(errors.count) kesalahan.</strong> Perbaiki di berkasnya, lalu unggah lagi. Selama ada kesalahan, tidak satu baris pun dilaksanakan.</p>"
        return """
            <section class="sec stack" aria-labelledby="masalah"><h2 id="masalah">Yang perlu diperbaiki</h2>\(lead)
            <table class="fold"><caption>Menurut letaknya di berkas</caption><thead><tr><th scope="col">Letak</th><th scope="col">Sifat</th><th scope="col">Pesan</th></tr></thead><tbody>\(rows)</tbody></table>\(rest)</section>
            """
    }

    private func decision(_ visitor: Visitor) -> HTML {
        let again: HTML = "<a href=\"\(SitePath.agencyAction(agency.id, .importing).address)\">Unggah berkas lain</a>"
        guard work.isSound, work.counts.new + work.counts.changed > 0 else {
            let nothing: HTML? = work.isSound ? "<p class=\"note met\">Isi berkas sama dengan yang tersimpan. Tidak ada yang perlu dilaksanakan.</p>" : nil
            return "<section class=\"sec stack\" aria-label=\"Keputusan\">\(nothing)<p>\(again)</p></section>"
        }
        let links: HTML? =
            preview.kept.kind == .people && work.counts.new > 0
            ? "<p>Sesudahnya tautan undangan \(work.counts.new) orang dapat diunduh satu kali untuk dibagikan.</p>" : nil
        return """
            <section class="sec stack noprint" aria-labelledby="putus"><h2 id="putus">Keputusan</h2>
            <p>Semua baris dilaksanakan sekaligus, persis seperti di bawah ini, atau tidak sama sekali.</p>\(links)
            <div class="row"><form action="\(SitePath.importAction(agency.id, preview.kept.id, .carryOut).address)" method="post">\(FormPiece.key(visitor))\
            <input type="hidden" name="\(ImportForm.Field.digest)" value="\(work.digest)"><button class="btn" type="submit">Laksanakan impor</button></form>
            <form action="\(SitePath.importAction(agency.id, preview.kept.id, .discard).address)" method="post">\(FormPiece.key(visitor))\
            <button class="btn second" type="submit">Buang berkas ini</button></form>\(again)</div></section>
            """
    }

    private var changes: HTML? {
        let all = work.rows
        guard !all.isEmpty else { return nil }
        let shown = all.dropFirst(page * Self.pageLength).prefix(Self.pageLength + 1)
        let rows = HTML.each(shown.prefix(Self.pageLength)) { row in
            let changes = HTML.each(row.changes) { change in
                """
                <div>\(change.field): \(change.from.isEmpty ? "(kosong)" : change.from) → <strong>\(change.to.isEmpty ? "(kosong)" : change.to)</strong></div>
                """
            }
            return """
                <tr><td data-l="Baris" class="num">\(row.line)</td><th scope="row" class="wrapany">\(row.name)</th>\
                <td data-l="Akibat" class="flag">\(row.isNew ? "Baru" : "Berubah")</td><td data-l="Perubahan" class="text wrapany">\(row.isNew ? "–" : changes)</td></tr>
                """
        }
        let paging = Paging(page: page, count: shown.count, length: Self.pageLength)
        return """
            <section class="sec stack" aria-labelledby="ubah"><h2 id="ubah">Yang akan berubah</h2>
            <table class="fold"><caption>Menurut baris; yang tetap tidak ditampilkan</caption><thead><tr><th scope="col" class="num">Baris</th><th scope="col">Nama</th>\
            <th scope="col">Akibat</th><th scope="col">Perubahan</th></tr></thead><tbody>\(rows)</tbody></table>
            \(paging.links(SitePath.importFile(agency.id, preview.kept.id).address))</section>
            """
    }
}
