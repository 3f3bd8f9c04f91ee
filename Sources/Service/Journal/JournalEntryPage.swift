import Journaling
import Markup
import Rulebook

/// One entry of the journal with its proof.
struct JournalEntryPage: Sendable {
    let proven: JournalActions.Proven

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: "Catatan \(proven.stored.sequence) · Jurnal \(proven.agency.name)", current: .agencies, for: visitor,
            main: """
                \(Crumbs.render(Crumbs.journal(proven.agency), here: "Catatan \(proven.stored.sequence)"))
                <p class="eyebrow wrapany">\(proven.agency.name)</p><h1>Catatan \(proven.stored.sequence)</h1>\(sentence)
                <section class="sec" aria-labelledby="bukti"><h2 id="bukti">Bukti</h2>\(verdict)\(facts)</section>
                <section class="sec" aria-labelledby="sendiri"><h2 id="sendiri">Periksa sendiri</h2>\(instructions)</section>
                <section class="sec" aria-labelledby="jalur"><h2 id="jalur">Jalur sampai akar</h2>\(path)</section>
                <section class="sec" aria-labelledby="naskah"><h2 id="naskah">Naskah catatan</h2>\
                <p class="small">Tepat seperti yang disimpan dan diberi sidik jari. Data diri hanya berupa komitmen.</p>\
                <pre class="raw">\(proven.stored.text)</pre></section>
                """)
    }

    private var sentence: HTML {
        guard let entry = proven.entry else { return "<p class=\"lead\">Naskah catatan ini rusak dan tidak dapat dibaca.</p>" }
        let sentence = JournalSentence(entry: entry, names: proven.names)
        let details = sentence.details
        return """
            <p class="lead">\(sentence.title)</p>\(details.isEmpty ? nil : "<p>\(details)</p>")\
            <p class="dim">\(sentence.actor), \(Moment(Timestamp(milliseconds: entry.time)).text)</p>
            """
    }

    private var verdict: HTML {
        guard proven.isIncluded else {
            return """
                <div class="note risk"><p><span class="st not">\(StateMark.unmet.mark)Tidak cocok</span> <strong>Catatan ini tidak sesuai dengan jurnal yang pernah dicatat.</strong> \
                Naskah, kolom, atau pohon sidik jarinya berubah di luar Zona. Beri tahu pengelola server.</p></div>
                """
        }
        guard let stated = proven.checkpoint?.checkpoint else {
            return """
                <div class="note"><p><span class="st risk">\(StateMark.thin.mark)Belum ditandatangani</span> Sidik jari, dihitung baru saja, cocok dengan rantai yang sekarang, \
                tetapi belum dicakup titik periksa bertanda tangan. Server menandatangani jurnal beberapa menit sekali; buka lagi halaman ini nanti.</p></div>
                """
        }
        guard proven.isSigned else {
            return """
                <div class="note risk"><p><span class="st not">\(StateMark.unmet.mark)Tanda tangan salah</span> Titik periksa terakhir tidak ditandatangani oleh kunci jurnal mana pun. \
                Beri tahu pengelola server.</p></div>
                """
        }
        return """
            <div class="note met"><p><span class="st met">\(StateMark.met.mark)Cocok</span> Sidik jari, dihitung baru saja, ada di dalam \(stated.size) catatan pertama yang ditandatangani \
            \(Moment(Timestamp(milliseconds: stated.time)).text) dengan kunci <span class="mono">\(stated.key.text)</span>.</p></div>
            """
    }

    private var facts: HTML {
        let fingerprint = Fingerprint.ofLeaf(Array(proven.stored.text.utf8))
        return """
            <dl class="kv small"><dt>Sidik jari</dt><dd class="full">\(JournalText.full(fingerprint))</dd>\
            <dt>Catatan sebelumnya</dt><dd class="full">\(proven.entry.map { JournalText.full($0.previous) } ?? "tidak terbaca")</dd>\
            <dt>Waktu</dt><dd>\(Moment(Timestamp(milliseconds: proven.stored.at)).text) (<span class="mono">\(String(proven.stored.at))</span> milidetik sejak 1970 UTC)</dd>\
            <dt>Rantai</dt><dd class="mono">\(proven.agency.id.text)</dd></dl>
            """
    }

    private var instructions: HTML {
        let fingerprint = Fingerprint.ofLeaf(Array(proven.stored.text.utf8)).hex
        let file = JournalFileName.proof(proven.stored.sequence)
        guard let stated = proven.checkpoint?.checkpoint, let keys = proven.keys else {
            return "<p>Berkas bukti tersedia setelah catatan ini ditandatangani.</p>"
        }
        // A key that came into use after the signature does not stand in the file.
        let key = keys.all.first { $0.id == stated.key } ?? keys.newest
        let address = SitePath.journalProof(proven.agency.id, Int64(proven.stored.sequence)).address
        return """
            <p><a href="\(address)">Unduh bukti catatan \(proven.stored.sequence)</a> (\(file)), lalu jalankan di komputer mana pun. \
            Bandingkan dahulu kunci di bawah dengan salinan yang Anda simpan atau peroleh dari pengelola lewat jalan lain.</p>
            <pre>zona journal verify \(file) --key \(key.hex)</pre>
            <p>Tanpa Zona, sidik jarinya dapat dihitung dengan perkakas biasa:</p>
            <pre>(printf '\\0'; grep '^{"isi"' \(file) | tr -d '\\n') | sha256sum
            \(fingerprint)  -</pre>
            """
    }

    private var path: HTML {
        """
        <p class="small">\(proven.path.count) sidik jari menghubungkan catatan ini dengan akar pohon \(proven.tree.size) catatan.</p>\
        <ol class="links">\(HTML.each(proven.path) { "<li class=\"full\">\(JournalText.full($0))</li>" })</ol>\
        <dl class="kv small"><dt>Akar</dt><dd class="full">\(JournalText.full(proven.tree.root))</dd></dl>
        """
    }
}
