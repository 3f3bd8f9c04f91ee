import Markup
import Rulebook

/// One candidacy: where it stands, what comes next and what that asks for, and what was done.
struct CandidacyPage {
    let view: CandidacyView
    var typed: FormFields?
    var refusal: Refusal?

    private var kept: CandidacyStore.Kept { view.found.kept }
    private var agency: AgencyID { view.found.agency.id }

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: "\(refusal == nil ? "" : "Salah: ")\(title)", current: .agencies, for: visitor,
            main: """
                \(FormPiece.summary(refusal, title: "Tindak lanjut belum disimpan"))
                \(Crumbs.render(Self.above(view.found, for: visitor), here: "Pencalonan \(kept.designation.acronym)"))
                <p class="eyebrow wrapany">\(view.found.unit.name)</p><h1>\(title)</h1>
                \(attention(visitor))
                \(particulars)
                \(StageLinks.render(kept, for: visitor))
                <p class="noprint"><a href="\(SitePath.candidacyDocuments(agency, kept.id).address)">Dokumen pencalonan ini</a></p>
                \(visitor.may(.seePlan, on: view.found.target) ? development : nil)
                \(visitor.may(.seeAssessment, on: view.found.target) ? assessment : nil)
                <section class="sec" aria-labelledby="tahap"><h2 id="tahap">Tahap</h2>\(StageTrack(view: view).render())</section>
                \(next)
                \(results)
                \(drafts)
                \(history)
                """)
    }

    // Development
    private var development: HTML {
        """
        <p class="noprint row"><a href="\(SitePath.development(agency, kept.id, .plan).address)">Rencana aksi</a><a href="\(SitePath.development(agency, kept.id, .reviews).address)">Monev</a></p>
        """
    }

    // The assessment by TPI
    private var assessment: HTML {
        "<p class=\"noprint\"><a href=\"\(SitePath.assessment(agency, kept.id).address)\">Penilaian TPI dan lembarnya</a></p>"
    }

    private var title: String { "Menuju \(kept.designation.acronym), pengusulan \(kept.year)" }

    /// The pages above those of a candidacy.
    static func above(_ found: CandidacyCase, for visitor: Visitor) -> [Crumbs.Step] {
        let list: [Crumbs.Step] =
            visitor.may(.listCandidacies, on: found.agency.id.target)
            ? [.init(name: "Pencalonan", path: .candidacies(found.agency.id, nil))] : []
        return Crumbs.agency(found.agency) + list + [.init(name: found.unit.name, path: .unit(found.agency.id, found.unit.id))]
    }

    private func attention(_ visitor: Visitor) -> HTML? {
        guard let reason = kept.needsAttention else { return nil }
        let form: HTML? =
            visitor.may(.settleCandidacy, on: view.found.target)
            ? """
            <form action="\(SitePath.candidacyAction(agency, kept.id, .settle).address)" method="post">\(FormPiece.key(visitor))
            \(MoveFields.area(.init(
                name: SettleForm.Field.outcome, label: "Apa yang diperiksa dan hasilnya", hint: "Jangan menulis nama orang."),
                value: typed?.text(SettleForm.Field.outcome) ?? "", refusal: refusal))
            <p class="field"><button class="btn second" type="submit">Nyatakan selesai ditindaklanjuti</button></p></form>
            """ : nil
        return """
            <section class="sec" aria-labelledby="perhatian"><h2 id="perhatian">Harus ditindaklanjuti</h2>
            <p class="note risk">\(reason) Pencalonan tidak dapat maju sebelum hal ini dinyatakan selesai.</p>\(form)</section>
            """
    }

    private var particulars: HTML {
        let rules = view.found.rules
        let affirmation: HTML? = kept.affirmation.map { id in
            "<dt>Afirmasi</dt><dd>\(rules.parts.affirmation?.kinds.first { $0.id == id }?.name ?? id)</dd>"
        }
        let term: HTML? = kept.awardedOn.map { day in
            """
            <dt>Ditetapkan</dt><dd>\(day.text)</dd><dt>Berlaku</dt><dd>\(kept.validUntil.map { "sampai \($0.text)" } ?? "sesuai keputusan penetapannya")</dd>
            """
        }
        let due: HTML? = monitoringDue.map { "<dt>Pemantauan berikutnya</dt><dd>paling lambat \($0.text)</dd>" }
        return """
            <dl class="kv sec"><dt>Keadaan</dt><dd>\(kept.state.name)</dd><dt>Unit</dt><dd class="wrapany"><a href="\(SitePath.unit(agency, kept.unit).address)">\(view.found.unit.name)</a></dd>\
            <dt>Peraturan</dt><dd><a href="\(SitePath.programme(rules.id).address)">\(rules.name)</a></dd>\(affirmation)\(term)\(due)</dl>
            """
    }

    private var monitoringDue: Day? {
        guard kept.isInForce(on: view.today), let awardedOn = kept.awardedOn else { return nil }
        let monitoring = view.found.rules.parts.monitoring
        let isProposed = monitoring.exemptWhenProposedFor.map { view.found.standing.onItsWay.contains($0) && kept.designation != $0 } ?? false
        return monitoring.due(after: view.found.candidacy.last(.recordMonitoring)?.day ?? awardedOn, isProposed: isProposed)
    }

    private var next: HTML? {
        guard !view.offers.isEmpty else { return nil }
        return """
            <section class="sec stack" aria-labelledby="berikut"><h2 id="berikut">Langkah berikutnya</h2>\(HTML.each(view.offers, offer))</section>
            """
    }

    private func offer(_ offer: CandidacyView.Offer) -> HTML {
        let rows = HTML.each(offer.requirements.filter { $0.subject != .attention || !$0.isMet }) { requirement in
            let mark = requirement.isMet ? StateMark.met : .unmet
            let way: HTML? = requirement.isMet || requirement.wayOut.isEmpty ? nil : "<br><strong>\(requirement.wayOut)</strong>"
            return """
                <tr><th scope="row" class="text wrapany">\(requirement.statement)\(way)</th><td class="flag">\(mark.label)</td>\
                <td data-l="Dasar" class="text">\(requirement.clause.isEmpty ? "Aturan Zona" : requirement.clause)</td></tr>
                """
        }
        let button: HTML =
            offer.isTheirs
            ? """
            <p><a class="btn\(offer.move.isDangerous || !offer.move.leadsOn ? " second" : "")" href="\(SitePath.candidacyMove(agency, kept.id, offer.move).address)">\(offer.move.name)…</a></p>
            """ : "<p class=\"dim\">Bukan langkah peran Anda.</p>"
        let count = offer.unmet.count
        return """
            <details\(Attribute.flag("open", if: offer.isTheirs && offer.move.leadsOn))><summary>\(offer.move.name) \
            <span class="st \(count == 0 ? "met" : "not")">\(count == 0 ? "syarat lengkap" : "\(count) syarat belum")</span></summary>
            <table class="fold"><caption class="vh">Yang harus ada untuk langkah \(offer.move.name)</caption><thead><tr><th scope="col">Yang harus ada</th><th scope="col">Keadaan</th><th scope="col">Dasar</th></tr></thead><tbody>\(rows)</tbody></table>
            \(button)</details>
            """
    }

    private var results: HTML? {
        let own: HTML? = view.internalScore.map { "<tr><th scope=\"row\">TPI instansi</th><td class=\"num\">\($0)</td><td>Hasil penilaian internal</td></tr>" }
        let national: HTML? = view.nationalResult.map { result in
            "<tr><th scope=\"row\">TPN</th><td class=\"num\">\(result.score)</td><td>\(result.isFavourable ? "Memenuhi" : "Belum memenuhi"); hasil ini yang dipakai</td></tr>"
        }
        guard own != nil || national != nil else { return nil }
        return """
            <section class="sec" aria-labelledby="hasil"><h2 id="hasil">Hasil penilaian</h2>
            <table class="fold"><caption>Kedua hasil tetap terlihat; bila berbeda, hasil TPN yang dipakai</caption><thead><tr><th scope="col">Penilai</th><th scope="col" class="num">Nilai</th><th scope="col">Keterangan</th></tr></thead><tbody>\(own)\(national)</tbody></table></section>
            """
    }

    private var drafts: HTML {
        func link(_ action: CandidacyAction, _ name: HTML) -> HTML {
            "<li><a href=\"\(SitePath.candidacyAction(agency, kept.id, action).address)\">\(name)</a></li>"
        }
        return """
            <section class="sec" aria-labelledby="draf"><h2 id="draf">Draf untuk dicetak</h2><ul class="list">\(link(.letter, "Surat pengusulan"))\(link(.statement, "SPTJM"))\(link(.list, "Daftar usulan instansi"))</ul></section>
            """
    }

    private var history: HTML {
        let rows = HTML.each(view.found.candidacy.moves.reversed()) { move in
            let reference: HTML? = move.reference.isEmpty ? nil : "<br>\(move.reference)"
            let reason: HTML? = move.reason.isEmpty ? nil : "<br>\(move.reason)"
            let result: HTML? = MoveWords.result(move.result, under: view.found.rules).map { "<br>\($0)" }
            let documents: HTML? =
                move.documents.isEmpty
                ? nil : "<br>Dokumen: \(move.documents.keys.sorted().map(view.found.rules.name(of:)).joined(separator: "; "))"
            return """
                <tr><th scope="row" class="text wrapany">\(move.move.name)\(result)\(reason)\(documents)</th><td data-l="Tanggal" class="text">\(move.day.text)</td>\
                <td data-l="Oleh" class="text">\(view.actor(move))</td><td data-l="Dasar" class="text wrapany">\(move.legalBasis)\(reference)</td></tr>
                """
        }
        let table: HTML = """
            <table class="fold"><caption>Yang terbaru di atas</caption><thead><tr><th scope="col">Langkah</th><th scope="col">Tanggal</th><th scope="col">Oleh</th><th scope="col">Dasar</th></tr></thead><tbody>\(rows)</tbody></table>
            """
        return """
            <section class="sec" aria-labelledby="riwayat"><h2 id="riwayat">Riwayat</h2>
            \(view.found.candidacy.moves.isEmpty ? "<p class=\"note\">Belum ada langkah yang diambil sejak pencalonan dimulai.</p>" : table)</section>
            """
    }
}
