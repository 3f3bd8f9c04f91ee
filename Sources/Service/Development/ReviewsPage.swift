import Markup
import Rulebook

/// The reviews of progress (monev): what is due, what was found, and what became of it.
struct ReviewsPage {
    let view: DevelopmentView
    var typed: FormFields?
    var refusal: Refusal?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let mayReview = visitor.may(.reviewProgress, on: view.target)
        return frame.render(
            title: "\(refusal == nil ? "" : "Salah: ")Monev \(view.unit.name)", current: .agencies, for: visitor,
            main: """
                \(FormPiece.summary(refusal, title: "Perubahan belum disimpan"))
                \(DevelopmentHead(view: view, current: .reviews).render("Monev"))
                \(schedule(mayReview, visitor))
                \(open(mayReview))
                \(held)
                """)
    }

    private func schedule(_ mayReview: Bool, _ visitor: Visitor) -> HTML {
        let may = mayReview && view.isOpen
        guard let rhythm = view.rhythm else {
            return """
                <section class="sec" aria-labelledby="jadwal"><h2 id="jadwal">Jadwal</h2><p>Monev dihitung sejak unit ditetapkan. Unit ini belum ditetapkan.</p>\
                <p>Jarak monev: tiap \(view.months) bulan.</p></section>
                """
        }
        let reviewed = Set(view.reviews.map(\.period))
        let overdue = rhythm.overdue(on: view.today, reviewed: reviewed)
        let next = rhythm.next(after: reviewed)
        let missed: HTML? =
            overdue.isEmpty
            ? nil
            : """
            <ul class="list">\(HTML.each(overdue.prefix(12)) { period in
                "<li>Periode \(period), seharusnya paling lambat \(rhythm.due(period).text) \(TimingMark.label(Timing(due: rhythm.due(period), on: view.today)))</li>"
            })</ul>
            """
        let upcoming: HTML? =
            overdue.contains(next) || !view.isOpen
            ? nil
            : "<p>Berikutnya: periode \(next), paling lambat \(rhythm.due(next).text) \(TimingMark.label(Timing(due: rhythm.due(next), on: view.today)))</p>"
        let own = view.months == view.ground.reviewMonths ? "menurut aturan program" : "ditetapkan untuk pencalonan ini"
        return """
            <section class="sec" aria-labelledby="jadwal"><h2 id="jadwal">Jadwal</h2><div class="stack">
            <p>Monev tiap \(view.months) bulan sejak \(rhythm.start.text), \(own). <span class="small dim">\(view.ground.clause)</span></p>
            \(missed)\(upcoming)\(may ? "<p class=\"noprint\"><a class=\"btn\" href=\"\(view.path(.newReview).address)\">Catat monev</a></p>" : nil)
            \(may && view.reviews.isEmpty ? rhythmForm(visitor) : nil)</div></section>
            """
    }

    private func rhythmForm(_ visitor: Visitor) -> HTML {
        """
        <details class="noprint"\(Attribute.flag("open", if: refusal != nil))><summary>Ubah jarak monev</summary>
        <form class="narrow" action="\(view.path(.rhythm).address)" method="post">\(FormPiece.key(visitor))
        \(FormPiece.choice(
            .init(name: RhythmForm.field, label: "Jarak monev", hint: "Ditentukan sebelum monev pertama dicatat."),
            options: ReviewRhythm.choices.map { (String($0), "Tiap \($0) bulan") }, chosen: typed?.text(RhythmForm.field) ?? String(view.months),
            refusal: refusal))
        <p class="field"><button class="btn second" type="submit">Simpan jarak</button></p></form></details>
        """
    }

    private func open(_ mayReview: Bool) -> HTML {
        let findings = view.reviews.flatMap(\.findings).filter { $0.closing == nil }.sorted { ($0.due, $0.id) < ($1.due, $1.id) }
        let rows = HTML.each(findings) { finding in
            let path = SitePath.reviewFinding(view.agency.id, view.candidacy.id, finding.id)
            let way: HTML = mayReview ? "<a href=\"\(path.address)\">Tutup…<span class=\"vh\"> \(finding.text)</span></a>" : "–"
            return """
                <tr><th scope="row" class="wrapany">\(finding.text)</th><td data-l="Tindak lanjut" class="text wrapany">\(finding.followUp)</td>\
                <td data-l="Oleh" class="text">\(view.name(finding.person))</td><td data-l="Tenggat">\(finding.due.text)</td>\
                <td class="flag">\(TimingMark.label(finding.timing(on: view.today)))</td><td data-l="Langkah" class="noprint">\(way)</td></tr>
                """
        }
        let table: HTML =
            findings.isEmpty
            ? "<p>Tidak ada temuan yang terbuka.</p>"
            : """
            <table class="fold"><caption>Menurut tenggat</caption><thead><tr><th scope="col">Temuan</th><th scope="col">Tindak lanjut</th><th scope="col">Oleh</th>\
            <th scope="col">Tenggat</th><th scope="col">Keadaan</th><th scope="col" class="noprint">Langkah</th></tr></thead><tbody>\(rows)</tbody></table>
            """
        return "<section class=\"sec\" aria-labelledby=\"terbuka\"><h2 id=\"terbuka\">Temuan terbuka</h2>\(table)</section>"
    }

    private var held: HTML {
        let items = HTML.each(view.reviews) { review in
            let late: HTML? =
                view.rhythm.flatMap { review.held > $0.due(review.period) ? review.held.number - $0.due(review.period).number : nil }
                .map { " <span class=\"st risk\">\(StateMark.thin.mark)Terlambat \($0) hari</span>" }
            return """
                <section class="sec" aria-labelledby="p-\(review.period)"><h3 id="p-\(review.period)">Periode \(review.period), \(review.held.text)\(late)</h3>
                <p class="small dim">Dicatat \(view.name(review.by))</p>\(HTML.each(review.summary.split(separator: "\n")) { "<p class=\"wrapany\">\($0)</p>" })\(closed(review))</section>
                """
        }
        return """
            <section class="sec" aria-labelledby="dicatat"><h2 id="dicatat">Monev yang dicatat</h2>\(view.reviews.isEmpty ? "<p>Belum ada.</p>" : items)</section>
            """
    }

    private func closed(_ review: ProgressReview) -> HTML? {
        guard !review.findings.isEmpty else { return "<p>Tanpa temuan.</p>" }
        let items = HTML.each(review.findings) { finding in
            let end: HTML =
                finding.closing.map { "Ditutup \(view.name($0.by)) pada \($0.on.text): \($0.note)" } ?? "Terbuka, tenggat \(finding.due.text)"
            return "<li class=\"wrapany\">\(finding.text) → \(finding.followUp). <span class=\"dim\">\(end)</span></li>"
        }
        return "<ul class=\"list\">\(items)</ul>"
    }
}
