import Journaling
import Markup
import Rulebook

/// The journal of an agency, for people.
struct JournalPage: Sendable {
    let page: JournalActions.Page
    let form: JournalForm
    let mayExport: Bool

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(title: "Jurnal \(page.agency.name)", current: .agencies, for: visitor, main: main)
    }

    private var agency: AgencyID { page.agency.id }
    private var address: Address { SitePath.agencyAction(agency, .journal).address }

    private var main: HTML {
        """
        \(Crumbs.render(Crumbs.agency(page.agency), here: "Jurnal"))
        <p class="eyebrow wrapany">\(page.agency.name)</p><h1>Jurnal</h1>
        <p class="lead">Semua yang pernah diubah: siapa, kapan, apa. Catatan tidak dapat diubah atau dihapus tanpa ketahuan.</p>
        <section class="sec" aria-labelledby="utuh"><h2 id="utuh">Keutuhan catatan</h2>\(state)</section>
        <section class="sec" aria-labelledby="cat"><h2 id="cat">Catatan</h2>\(filter)\(entries)\(pages)</section>
        """
    }

    private var state: HTML {
        let state = page.state
        let isSound = state.isConsistent && (state.checkpoint == nil || state.isConfirmed)
        let mark: HTML =
            isSound
            ? "<span class=\"st met\">\(StateMark.met.mark)Cocok</span> <strong>\(Self.count(state.size)) catatan.</strong> Ujung rantai, pohon sidik jari, dan tanda tangan terakhir saling cocok."
            : "<span class=\"st not\">\(StateMark.unmet.mark)Tidak cocok</span> <strong>Isi jurnal tidak sesuai dengan yang pernah dicatat atau ditandatangani.</strong> Beri tahu pengelola server, unduh seluruh jurnal, lalu periksa dengan zona journal verify."
        return """
            <div class="note \(isSound ? "met" : "risk") stack"><p>\(mark)</p><dl class="kv small">\(signed)\
            <dt>Sidik jari catatan terakhir</dt><dd class="mono">\(state.head.map { JournalText.short($0) } ?? "-")</dd></dl>\(export)</div>
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

    private var export: HTML? {
        guard mayExport else { return nil }
        let address = SitePath.agencyAction(agency, .journalExport).address
        return """
            <p class="row"><a href="\(address)">Unduh seluruh jurnal</a>\
            <a href="\(address.query(JournalForm.Field.personal, "ya"))">Unduh beserta data diri yang belum dihapus</a></p>
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
            \(form.hasBadDate ? "<p class=\"small\" role=\"status\">Tanggal tidak dikenal dan tidak dipakai. Tulis seperti 2026-11-24.</p>" : nil)
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
            <nav class="page" aria-label="Halaman jurnal"><span class="dim">Catatan \(last.sequence) sampai \(page.entries[0].sequence) dari \(Self.count(page.state.size))</span>\
            \(newest)\(next)</nav>
            """
    }

    /// A count as people read it: `1.234`.
    private static func count(_ number: Int) -> String {
        let digits = String(number)
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { text.append(".") }
            text.append(digit)
        }
        return text
    }
}

/// How the journal writes times and fingerprints.
enum JournalText {
    /// The day of a moment in Western Indonesian time.
    static func day(_ time: Int64) -> Day { Day(of: Timestamp(milliseconds: time), in: .wib) }

    /// `16.40 WIB`.
    static func time(_ time: Int64) -> String {
        Moment(Timestamp(milliseconds: time)).text.split(separator: " ").suffix(2).joined(separator: " ")
    }

    /// `7ffa b4ec 792f`: enough to tell entries apart at a glance.
    static func short(_ fingerprint: Fingerprint) -> String { grouped(String(fingerprint.hex.prefix(12)), 4) }

    /// All 64 digits in groups of eight.
    static func full(_ fingerprint: Fingerprint) -> String { grouped(fingerprint.hex, 8) }

    private static func grouped(_ digits: String, _ width: Int) -> String {
        var groups: [Substring] = []
        var rest = digits[...]
        while !rest.isEmpty {
            groups.append(rest.prefix(width))
            rest = rest.dropFirst(width)
        }
        return groups.joined(separator: " ")
    }
}
