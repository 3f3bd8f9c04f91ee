import Journaling
import Markup
import Rulebook

/// The signed states of a journal, for whoever keeps one to hold later states against.
struct CheckpointsPage: Sendable {
    let checkpoints: JournalActions.Checkpoints

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: "Titik periksa · Jurnal \(checkpoints.agency.name)", current: .agencies, for: visitor,
            main: """
                \(Crumbs.render(Crumbs.journal(checkpoints.agency), here: "Titik periksa"))
                <p class="eyebrow wrapany">\(checkpoints.agency.name)</p><h1>Titik periksa</h1>
                <p class="lead">Keadaan jurnal yang ditandatangani server: jumlah catatan dan satu sidik jari yang mewakili semuanya. \
                Simpan satu di tempat yang tidak dikuasai pengelola server; jurnal yang kelak dimundurkan atau ditulis ulang tidak akan cocok lagi dengannya.</p>
                <section class="sec" aria-labelledby="daftar"><h2 id="daftar">Yang sudah ditandatangani</h2>\(list)</section>\(proof)\(instructions)
                """)
    }

    private var agency: AgencyID { checkpoints.agency.id }

    private var list: HTML {
        guard !checkpoints.listed.isEmpty else {
            return "<p>Belum ada. Server menandatangani jurnal beberapa menit sekali, bila ada catatan baru.</p>"
        }
        let rows = HTML.each(checkpoints.listed) { signed in
            let stated = signed.checkpoint
            let address = SitePath.journalCheckpoint(agency, Int64(stated.size)).address
            let file: HTML =
                checkpoints.isSigned(signed)
                ? "<a href=\"\(address)\">Unduh<span class=\"vh\"> titik periksa \(JournalText.count(stated.size)) catatan</span></a>"
                : "<span class=\"st not\">\(StateMark.unmet.mark)Tanda tangan salah</span>"
            return """
                <tr><th scope="row">\(JournalText.count(stated.size)) catatan</th>\
                <td data-l="Ditandatangani">\(Moment(Timestamp(milliseconds: stated.time)).text)</td>\
                <td data-l="Kunci"><span class="mono">\(stated.key.text)</span></td><td>\(file)</td></tr>
                """
        }
        return """
            <table class="fold"><caption>Yang terbaru lebih dahulu</caption><thead><tr><th scope="col">Sampai</th>\
            <th scope="col">Ditandatangani</th><th scope="col">Kunci</th><th scope="col">Berkas</th></tr></thead><tbody>\(rows)</tbody></table>\(pages)
            """
    }

    private var pages: HTML? {
        guard let last = checkpoints.listed.last, let newest = checkpoints.newest else { return nil }
        let isFirst = checkpoints.listed.first?.checkpoint.size == newest.checkpoint.size
        if isFirst, !checkpoints.hasOlder { return nil }
        let address = SitePath.agencyAction(agency, .checkpoints).address
        let before = address.query(JournalForm.Field.before, String(last.checkpoint.size))
        let first: HTML? = isFirst ? nil : "<a href=\"\(address)\">Terbaru</a>"
        let older: HTML? = checkpoints.hasOlder ? "<a href=\"\(before)\" rel=\"next\">Lebih lama</a>" : nil
        return "<nav class=\"page\" aria-label=\"Halaman titik periksa\">\(first)\(older)</nav>"
    }

    /// What can be chosen: this page's, and the newest, against which an old one is mostly held.
    private var choices: [Int] {
        let newest = checkpoints.newest.map { [$0] } ?? []
        var sizes: [Int] = []
        for signed in newest + checkpoints.listed where checkpoints.isSigned(signed) && !sizes.contains(signed.checkpoint.size) {
            sizes.append(signed.checkpoint.size)
        }
        return sizes
    }

    private var proof: HTML? {
        let choices = choices
        guard choices.count > 1, let newest = choices.first else { return nil }
        let options = choices.map { (value: String($0), name: "\(JournalText.count($0)) catatan") }
        let form = JournalForm.Field.self
        return """
            <section class="sec stack" aria-labelledby="lanjutan"><h2 id="lanjutan">Bukti lanjutan</h2>
            <p>Berkas ini membuktikan bahwa jurnal di antara dua titik periksa hanya bertambah, tanpa memperlihatkan isinya.</p>
            <form class="gate" method="get" action="\(SitePath.agencyAction(agency, .consistencyProof).address)">\
            \(FormPiece.choice(.init(name: form.old, label: "Dari titik periksa"), options: options, chosen: String(choices[1])))\
            \(FormPiece.choice(.init(name: form.new, label: "Sampai titik periksa"), options: options, chosen: String(newest)))\
            <p class="field"><button class="btn" type="submit">Unduh bukti lanjutan</button></p></form></section>
            """
    }

    private var instructions: HTML? {
        guard let size = choices.first, let keys = checkpoints.keys else { return nil }
        let name = JournalFileName.checkpoint(size)
        // A key that came into use after the signature does not stand in the file.
        let key = keys.all.first { $0.id == checkpoints.newest?.checkpoint.key } ?? keys.newest
        return """
            <section class="sec" aria-labelledby="sendiri"><h2 id="sendiri">Periksa sendiri</h2>
            <p>Di komputer mana pun, tanpa server. Bandingkan dahulu kunci di bawah dengan salinan yang Anda simpan atau peroleh dari pengelola lewat jalan lain.</p>
            <pre>zona journal verify \(name) --key \(key.hex)</pre>
            <p>Jurnal yang diunduh kemudian dicocokkan dengan titik periksa yang Anda simpan:</p>
            <pre>zona journal verify \(JournalFileName.journal(checkpoints.agency.code)) --key \(key.hex) --kept \(name)</pre></section>
            """
    }
}
