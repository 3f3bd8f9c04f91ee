import Documents
import Markup
import Rulebook

/// The form that sends a file to be imported.
struct ImportPage {
    let agency: AgencyStore.Kept
    let offered: [ImportKind]
    /// What was chosen before, when the file was refused.
    var chosen: ImportKind?
    var refusal: Refusal?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: "\(refusal == nil ? "" : "Salah: ")Impor ke \(agency.name)", current: .agencies, for: visitor,
            main: """
                \(FormPiece.summary(refusal, title: "Berkas belum dapat diperiksa"))
                \(Crumbs.render(Crumbs.agency(agency), here: "Impor"))
                <p class="eyebrow wrapany">\(agency.name)</p><h1>Impor dari berkas</h1>
                <p class="lead">Berkas diperiksa dahulu dan tidak mengubah apa pun. Sesudah pratinjau tampil, Anda memutuskan apakah dilaksanakan.</p>
                <section class="sec narrow" aria-labelledby="unggah"><h2 id="unggah">Unggah berkas</h2>\(form(visitor))</section>
                <section class="sec stack" aria-labelledby="susunan"><h2 id="susunan">Susunan berkas</h2>
                <p>Baris pertama berisi judul kolom; urutan kolom bebas. Berkas yang sama boleh diunggah lagi: yang sudah sama tidak diubah.</p>
                \(HTML.each(offered, columns))</section>
                """)
    }

    private func form(_ visitor: Visitor) -> HTML {
        let problem = refusal?.findings.first { $0.location == ImportForm.Field.file }?.message
        let error: HTML? = problem.map { "<p class=\"err\" id=\"berkas-e\">\($0)</p>" }
        return """
            <form action="\(SitePath.agencyAction(agency.id, .importing).address)" method="post" enctype="multipart/form-data">\(FormPiece.key(visitor))
            \(FormPiece.choice(
                .init(name: ImportForm.Field.kind, label: "Yang diimpor"), options: offered.map { ($0.rawValue, $0.name) },
                chosen: chosen?.rawValue ?? "", refusal: refusal))
            <div class="field\(problem == nil ? "" : " bad")"><label class="label" for="\(ImportForm.Field.file)">Berkas</label>
            <p class="hint" id="berkas-h">CSV (UTF-8) atau Excel .xlsx, paling besar \(TableFile.largestFile >> 20) MB dan \(TableFile.mostRows) baris. Jenisnya dikenali dari isinya.</p>\(error)
            <div class="drop"><input type="file" id="\(ImportForm.Field.file)" name="\(ImportForm.Field.file)" accept=".csv,.tsv,.txt,.xlsx" \
            aria-describedby="berkas-h\(problem == nil ? "" : " berkas-e")"\(Attribute("aria-invalid", problem == nil ? nil : "true")) required></div></div>
            <p class="field"><button class="btn" type="submit">Periksa berkas</button></p></form>
            """
    }

    private func columns(_ kind: ImportKind) -> HTML {
        let rows = HTML.each(kind.columns) { "<tr><th scope=\"row\" class=\"mono\">\($0.title)</th><td data-l=\"Isi\" class=\"text\">\($0.hint)</td></tr>" }
        return """
            <table class="fold"><caption>\(kind.name)</caption><thead><tr><th scope="col">Kolom</th><th scope="col">Isi</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }
}
