import Journaling
import Markup
import Rulebook

/// The journal of an agency, for people.
struct JournalPage: Sendable {
    let page: JournalActions.Page
    let form: JournalForm
    let mayExport: Bool

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(title: "Jurnal \(page.agency.name)", current: .agencies, for: visitor, main: main(visitor))
    }

    private var agency: AgencyID { page.agency.id }
    private var address: Address { SitePath.agencyAction(agency, .journal).address }

    private func main(_ visitor: Visitor) -> HTML {
        """
        \(Crumbs.render(Crumbs.agency(page.agency), here: "Jurnal"))
        <p class="eyebrow wrapany">\(page.agency.name)</p><h1>Jurnal</h1>
        <p class="lead">Semua yang pernah diubah: siapa, kapan, apa. Catatan tidak dapat diubah atau dihapus tanpa ketahuan.</p>
        <section class="sec" aria-labelledby="utuh"><h2 id="utuh">Keutuhan catatan</h2>\(state(visitor))</section>
        <section class="sec" aria-labelledby="cat"><h2 id="cat">Catatan</h2>\(filter)\(entries)\(pages)</section>
        """
    }

    private func state(_ visitor: Visitor) -> HTML {
        let state = page.state
        // Making an agency is on its record: a journal without entries has lost them.
        let isSound = state.size > 0 && state.isConsistent && (state.checkpoint == nil || state.isConfirmed)
        let mark: HTML =
            isSound
            ? "<span class=\"st met\">\(StateMark.met.mark)Cocok</span> <strong>\(JournalText.count(state.size)) catatan.</strong> Ujung rantai, pohon sidik jari, dan tanda tangan terakhir saling cocok."
            : "<span class=\"st not\">\(StateMark.unmet.mark)Tidak cocok</span> <strong>Isi jurnal tidak sesuai dengan yang pernah dicatat atau ditandatangani.</strong> Beri tahu pengelola server, unduh seluruh jurnal, lalu periksa dengan zona journal verify."
        return """
            <div class="note \(isSound ? "met" : "risk") stack"><p>\(mark)</p><dl class="kv small">\(signed)\
            <dt>Sidik jari catatan terakhir</dt><dd class="mono">\(state.head.map { JournalText.short($0) } ?? "-")</dd></dl>\(takeAway(visitor))</div>
            """
    }

    private var signed: HTML {
        guard let stated = page.state.checkpoint?.checkpoint else {
            return "<dt>Ditandatangani</dt><dd>Belum pernah. Server menandatangani jurnal beberapa menit sekali.</dd>"
        }
        return """
            <dt>Ditandatangani</dt><dd>Sampai catatan \(stated.size), \(Moment(Timestamp(milliseconds: stated.time)).text)</dd>\
            <dt>Kunci</dt><dd class="mono">\(stated.key.text)</dd>
            """
    }

    /// What can be kept elsewhere. The whole journal comes by a form, as taking it is put on record.
    private func takeAway(_ visitor: Visitor) -> HTML {
        let newest: HTML? = page.state.checkpoint.map { signed in
            page.state.isConfirmed
                ? "<a href=\"\(SitePath.journalCheckpoint(agency, Int64(signed.checkpoint.size)).address)\">Unduh titik periksa terakhir</a>" : ""
        }
        let links: HTML = """
            <p class="row">\(newest)<a href="\(SitePath.agencyAction(agency, .checkpoints).address)">Semua titik periksa dan bukti lanjutan</a></p>
            """
        guard mayExport else { return links }
        return """
            \(links)<form class="row" method="post" action="\(SitePath.agencyAction(agency, .journalExport).address)">\(FormPiece.key(visitor))\
            <button class="btn second" type="submit">Unduh seluruh jurnal</button>\
            <button class="btn second" type="submit" name="\(JournalForm.Field.personal)" value="ya">Unduh beserta data diri yang belum dihapus</button></form>\
            <p class="small">Pengunduhan seluruh jurnal tercatat di jurnal ini.</p>
            """
    }

    private var filter: HTML {
        let people = page.people.map { ($0, page.names.actor($0)) }
        return """
            <form class="bar-form" method="get" action="\(address)" role="search" aria-label="Saring jurnal">\
            \(select(JournalForm.Field.person, "Orang", "Semua orang", people, chosen: form.person))\
            \(select(JournalForm.Field.kind, "Kejadian", "Semua kejadian", FactKind.allCases.map { ($0.rawValue, $0.title) }, chosen: form.kind))\
            \(date(JournalForm.Field.from, "Dari", form.from))\(date(JournalForm.Field.until, "Sampai", form.until))\
            <button class="btn" type="submit">Terapkan</button></form>\
            \(form.hasBadDate ? "<p class=\"small\" role=\"status\">Tanggal tidak dikenal dan tidak dipakai. Tulis seperti 2026-11-24.</p>" : nil)\
            \(form.isFiltered && !page.entries.isEmpty ? "<p><a href=\"\(address)\">Tampilkan semua catatan</a></p>" : nil)
            """
    }

    private func select(
        _ name: String, _ label: HTML, _ all: HTML, _ options: [(value: String, name: String)], chosen: String
    ) -> HTML {
        """
        <div><label class="label" for="\(name)">\(label)</label><select id="\(name)" name="\(name)"><option value="">\(all)</option>\
        \(HTML.each(options) { "<option value=\"\($0.value)\"\(Attribute.flag("selected", if: $0.value == chosen))>\($0.name)</option>" })</select></div>
        """
    }

    private func date(_ name: String, _ label: HTML, _ value: String) -> HTML {
        "<div><label class=\"label\" for=\"\(name)\">\(label)</label><input type=\"date\" id=\"\(name)\" name=\"\(name)\" value=\"\(value)\"></div>"
    }

    /// Grouped by day.
    private var entries: HTML {
        if page.entries.isEmpty {
            return form.isFiltered
                ? "<p>Tidak ada catatan yang cocok. <a href=\"\(address)\">Tampilkan semua catatan</a></p>" : "<p>Belum ada catatan.</p>"
        }
        var html = HTML()
        var rest = page.entries[...]
        while let first = rest.first {
            let day = JournalText.day(first.at)
            let group = rest.prefix { JournalText.day($0.at) == day }
            rest = rest.dropFirst(group.count)
            html += "<h3 class=\"group\">\(day.journalText)</h3><ol class=\"chain\">\(HTML.each(group, item))</ol>"
        }
        return html
    }

    private func item(_ stored: JournalStore.Stored) -> HTML {
        let link = SitePath.journalEntry(agency, Int64(stored.sequence)).address
        let number: HTML = "<strong>No. \(stored.sequence)</strong><br><span class=\"small dim\">\(JournalText.time(stored.at))</span>"
        guard let entry = stored.entry, stored.isWhole(entry) else {
            return """
                <li><div>\(number)</div><div><span class="st not">\(StateMark.unmet.mark)Tidak cocok</span> Isi catatan ini tidak sesuai dengan sidik jarinya.</div>\
                <div class="hash"><a href="\(link)">Periksa bukti<span class="vh"> catatan \(stored.sequence)</span></a></div></li>
                """
        }
        let sentence = JournalSentence(entry: entry, names: page.names)
        let details = sentence.details
        return """
            <li><div>\(number)</div><div><strong>\(sentence.title)</strong>\(details.isEmpty ? nil : "<p class=\"small\">\(details)</p>")\
            <p class="small dim">\(sentence.actor)</p></div><div class="hash"><code>\(JournalText.short(entry.fingerprint))</code><br>\
            <a href="\(link)">Periksa bukti<span class="vh"> catatan \(stored.sequence)</span></a></div></li>
            """
    }

    private var pages: HTML? {
        guard let last = page.entries.last, page.hasOlder || form.filter.before != nil else { return nil }
        var older = address
        let kept = [
            (JournalForm.Field.person, form.person), (JournalForm.Field.kind, form.kind), (JournalForm.Field.from, form.from),
            (JournalForm.Field.until, form.until),
        ]
        for (name, value) in kept where !value.isEmpty { older = older.query(name, value) }
        let newest: HTML? = form.filter.before == nil ? nil : "<a href=\"\(older)\">Terbaru</a>"
        let next: HTML? =
            page.hasOlder ? "<a href=\"\(older.query(JournalForm.Field.before, String(last.sequence)))\" rel=\"next\">Lebih lama</a>" : nil
        return """
            <nav class="page" aria-label="Halaman jurnal"><span class="dim">Catatan \(last.sequence) sampai \(page.entries[0].sequence) dari \(JournalText.count(page.state.size))</span>\
            \(newest)\(next)</nav>
            """
    }
}
