import Markup
import Rulebook

/// One employee on the roll of a candidacy: pact, particulars, and what the head of the unit does about them.
struct EmployeePage {
    let overview: RollActions.Overview
    var typed: FormFields?
    var refusal: Refusal?

    private var place: CandidacyPlace { overview.place }
    private var employee: EmployeeStore.Kept { overview.listed.employee }

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let may = visitor.may(.keepPactRoll, on: place.target)
        return frame.render(
            title: refusal == nil ? employee.label : "Salah: \(employee.label)", current: .agencies, for: visitor,
            main: """
                \(FormPiece.summary(refusal, title: "Isian belum disimpan"))
                \(Crumbs.render(
                    place.crumbs(visitor) + [.init(name: "Pencanangan", path: .declaration(place.agency.id, place.candidacy.id))], here: employee.label))
                <h1 class="wrapany">\(employee.label)</h1>
                <dl class="kv sec"><dt>NIP</dt><dd class="mono">\(employee.nip ?? "–")</dd><dt>Bertugas</dt><dd>\(employee.period)</dd>\
                <dt>Akun</dt><dd>\(employee.account == nil ? "belum terhubung" : "terhubung")</dd>\
                <dt>Pakta integritas</dt><dd>\(RollSection.state(overview.listed, on: overview.day))</dd>\(scan)</dl>
                \(may ? signature(visitor) : nil)
                \(may && employee.name != nil ? changeForm(visitor) : nil)
                \(may && employee.name != nil && employee.employment.until.map { $0 < overview.day } ?? false ? erasing : nil)
                """)
    }

    private var scan: HTML? {
        guard case .onPaper(let document)? = overview.listed.signature?.manner else { return nil }
        return "<dt>Pindaian</dt><dd class=\"wrapany\">\(DocumentLink.render(document, among: overview.documents, of: place.agency.id))</dd>"
    }

    private func path(_ action: EmployeeAction) -> SitePath { .employeeAction(place.agency.id, place.candidacy.id, employee.id, action) }

    private func signature(_ visitor: Visitor) -> HTML? {
        switch overview.listed.signature?.manner {
        case .onScreen?: return nil
        case .onPaper?:
            return """
                <section class="sec narrow" aria-labelledby="batal"><h2 id="batal">Batalkan tanda tangan</h2>
                <p>Hanya bila tanda tangan ini tercatat karena keliru. Alasannya tersimpan di jurnal.</p>
                <p><a class="btn second" href="\(path(.remove).address)">Batalkan tanda tangan…</a></p></section>
                """
        case nil:
            return """
                <section class="sec narrow" aria-labelledby="kertas"><h2 id="kertas">Catat tanda tangan di kertas</h2>
                <form action="\(path(.paper).address)" method="post">\(FormPiece.key(visitor))
                \(FormPiece.render(
                    .init(name: PactForm.Field.day, label: "Hari penandatanganan", type: .date), value: typed?.text(PactForm.Field.day) ?? "",
                    refusal: refusal))
                \(FilingPiece.choice(
                    .init(name: PactForm.Field.scan, label: "Pindaian", isRequired: false), documents: overview.documents,
                    chosen: typed?.text(PactForm.Field.scan) ?? "", filing: .candidacyDocuments(place.agency.id, place.candidacy.id),
                    refusal: refusal))
                <p class="field"><button class="btn" type="submit">Catat tanda tangan</button></p></form></section>
                """
        }
    }

    private func changeForm(_ visitor: Visitor) -> HTML {
        """
        <section class="sec narrow" aria-labelledby="ubah"><h2 id="ubah">Ubah data pegawai</h2>
        <form action="\(path(.change).address)" method="post">\(FormPiece.key(visitor))
        \(EmployeeFields(employee: employee, accounts: overview.accounts, typed: typed, refusal: refusal).render())
        <p class="field"><button class="btn second" type="submit">Simpan perubahan</button></p></form></section>
        """
    }

    private var erasing: HTML {
        """
        <section class="sec narrow" aria-labelledby="hapus"><h2 id="hapus">Hapus nama dan NIP</h2>
        <p>Pegawai ini tidak lagi bertugas. Nama dan NIP-nya boleh dihapus; hitungan yang lalu tetap utuh.</p>
        <p><a class="btn second" href="\(path(.erase).address)">Hapus nama dan NIP…</a></p></section>
        """
    }
}
