import Markup
import Rulebook

/// The roll of employees with the state of their pacts, a page of it at a time, and the forms that add to it.
struct RollSection {
    let overview: DeclarationActions.Overview
    let typed: FormFields?
    let refusal: Refusal?

    private var place: CandidacyPlace { overview.place }

    func render(for visitor: Visitor) -> HTML? {
        guard let rows = overview.rows else { return nil }
        return """
            <section class="sec stack" aria-labelledby="pegawai"><h2 id="pegawai">Daftar pegawai</h2>
            \(filters)
            \(rows.isEmpty ? "<p class=\"note\">\(empty)</p>" : table(rows.prefix(DeclarationActions.pageLength)))
            \(Paging(page: overview.page, count: rows.count, length: DeclarationActions.pageLength).links(address(overview.filter)))
            <p><a href="\(SitePath.declarationAction(place.agency.id, place.candidacy.id, .print).address)">Daftar dan naskah untuk dicetak</a></p></section>
            \(visitor.may(.keepPactRoll, on: place.target) ? forms(visitor) : nil)
            """
    }

    /// The name of the filter in the address.
    static let filterName = "tampil"

    private func address(_ filter: PactStore.Filter) -> Address {
        let page = SitePath.declaration(place.agency.id, place.candidacy.id).address
        return filter == .all ? page : page.query(Self.filterName, filter.rawValue)
    }

    private var filters: HTML {
        let items = HTML.each(PactStore.Filter.allCases) { filter in
            filter == overview.filter
                ? "<li><span aria-current=\"true\">\(filter.name)</span></li>"
                : "<li><a href=\"\(address(filter))\">\(filter.name)</a></li>"
        }
        return "<nav aria-label=\"Saring daftar pegawai\"><ul class=\"switch\">\(items)</ul></nav>"
    }

    private var empty: String {
        switch overview.filter {
        case _ where overview.page > 0: "Tidak ada pegawai pada halaman ini."
        case .all: "Belum ada pegawai pada daftar."
        case .unsigned: "Semua pegawai yang bertugas hari ini sudah menandatangani."
        case .new: "Tidak ada pegawai baru yang belum menandatangani."
        }
    }

    private func table(_ rows: some Sequence<PactStore.Listed>) -> HTML {
        let body = HTML.each(rows) { row in
            """
            <tr><th scope="row" class="wrapany"><a href="\(SitePath.employee(place.agency.id, place.candidacy.id, row.employee.id).address)">\(row.employee.label)</a></th>\
            <td data-l="NIP"><span class="mono">\(row.employee.nip ?? "–")</span></td><td data-l="Bertugas" class="text">\(row.employee.period)</td>\
            <td data-l="Pakta" class="text">\(RollSection.state(row, on: overview.day))</td></tr>
            """
        }
        return """
            <table class="fold"><caption>Menurut nama; \(overview.filter.name.lowercased())</caption><thead><tr><th scope="col">Nama</th><th scope="col">NIP</th>\
            <th scope="col">Bertugas</th><th scope="col">Pakta</th></tr></thead><tbody>\(body)</tbody></table>
            """
    }

    /// Signed, not signed, or not counted, in words.
    static func state(_ row: PactStore.Listed, on day: Day) -> HTML {
        if let signature = row.signature {
            let manner: HTML = signature.manner == .onScreen ? "di layar" : "di kertas"
            return "<span class=\"st met\">\(StateMark.met.mark)Sudah</span> \(signature.day.journalText), \(manner)"
        }
        if !row.employee.employment.covers(day) { return "<span class=\"st\">Tidak dihitung</span> tidak bertugas hari ini" }
        return "<span class=\"st not\">\(StateMark.unmet.mark)Belum</span>"
    }

    private func forms(_ visitor: Visitor) -> HTML {
        """
        <section class="sec narrow" aria-labelledby="tambah"><h2 id="tambah">Tambah pegawai</h2>
        <p>Daftarkan semua yang bekerja di unit, termasuk yang tidak mempunyai akun. Orang yang NIP-nya sama dengan NIP sebuah akun langsung terhubung dengan akun itu.</p>
        <form action="\(SitePath.declarationAction(place.agency.id, place.candidacy.id, .employee).address)" method="post">\(FormPiece.key(visitor))
        \(EmployeeFields(employee: nil, typed: typed, refusal: refusal).render())
        <p class="field"><button class="btn second" type="submit">Tambahkan</button></p></form></section>
        <section class="sec narrow" aria-labelledby="tambah-banyak"><h2 id="tambah-banyak">Tambah banyak sekaligus</h2>
        <form action="\(SitePath.declarationAction(place.agency.id, place.candidacy.id, .employees).address)" method="post">\(FormPiece.key(visitor))
        \(NotePiece.render(
            .init(
                name: RollForm.Field.lines, label: "Satu pegawai setiap baris",
                hint: "Tulis nama, titik koma, lalu NIP; dua kolom yang disalin dari lembar kerja juga terbaca. NIP boleh kosong. Paling banyak \(RollLines.most) baris."),
            value: typed?.raw(RollForm.Field.lines) ?? "", lines: 8, refusal: refusal))
        \(FormPiece.render(
            .init(
                name: RollForm.Field.from, label: "Hari pertama bertugas", hint: "Untuk semua baris. Kosongkan bagi yang sudah lama bertugas.", type: .date,
                isRequired: false), value: typed?.text(RollForm.Field.from) ?? "", refusal: refusal))
        <p class="field"><button class="btn second" type="submit">Tambahkan semua</button></p></form></section>
        """
    }
}

extension PactStore.Filter {
    /// What people read.
    var name: String {
        switch self {
        case .all: "Semua"
        case .unsigned: "Belum menandatangani"
        case .new: "Pegawai baru yang belum"
        }
    }
}

extension EmployeeStore.Kept {
    /// The name, or that it is gone.
    var label: String { name ?? "Data pribadi dihapus" }

    /// The days in words.
    var period: String {
        switch (employment.from, employment.until) {
        case (nil, nil): "sejak sebelum daftar dibuat"
        case (let from?, nil): "sejak \(from.journalText)"
        case (nil, let until?): "sampai \(until.journalText)"
        case (let from?, let until?): "\(from.journalText) sampai \(until.journalText)"
        }
    }
}
