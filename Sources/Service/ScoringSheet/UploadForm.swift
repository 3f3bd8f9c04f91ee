import Documents
import Markup
import Rulebook

/// The form that sends a file, on the first page and again where a file was refused.
struct UploadForm {
    let instruments: PreparedInstruments
    let choices: CheckForm.Choices
    /// What is wrong with the file, beside its field.
    let error: String?

    func render() -> HTML {
        """
        <form action="\(SitePath.check.address)" method="post" enctype="multipart/form-data" class="stack">
        <div class="field\(error == nil ? "" : " bad")"><label class="label" for="berkas">Berkas LKE</label>
        <p class="hint" id="berkas-h">Excel (.xlsx), CSV, atau JSON, paling besar \(SheetFile.largestFile >> 20) MB. Jenisnya dikenali dari isinya.</p>\(message)
        <div class="drop"><input type="file" id="berkas" name="\(CheckForm.Field.file)" accept=".xlsx,.csv,.json" aria-describedby="berkas-h\(error == nil ? "" : " berkas-e")"\(Attribute("aria-invalid", error == nil ? nil : "true")) required></div>
        <p class="small dim">Pilih berkas, atau tarik dan lepaskan di dalam kotak.</p></div>
        <div class="field"><label class="label" for="instrumen">Instrumen</label><select id="instrumen" name="\(CheckForm.Field.instrument)"><option value="">Kenali sendiri dari berkas</option>\(HTML.each(instruments.all, option))</select></div>
        <fieldset class="field"><legend class="label">Predikat yang dituju</legend><div class="row">\(HTML.each(Designation.allCases, radio))</div></fieldset>
        <p class="note"><strong>Tidak ada yang disimpan.</strong> Berkas dibaca di memori, dihitung, lalu dibuang begitu hasil tampil. Tanpa akun dan tanpa kuki.</p>
        <button class="btn" type="submit">Periksa lembar</button>
        </form>
        """
    }

    private var message: HTML? {
        error.map { "<p class=\"err\" id=\"berkas-e\">\($0)</p>" }
    }

    private func option(_ prepared: PreparedInstruments.Prepared) -> HTML {
        let instrument = prepared.instrument
        return
            "<option value=\"\(instrument.id.text)\"\(Attribute.flag("selected", if: choices.instrument == instrument.id))>\(instrument.regulation.number)</option>"
    }

    private func radio(_ designation: Designation) -> HTML {
        "<label class=\"tick\"><input type=\"radio\" name=\"\(CheckForm.Field.designation)\" value=\"\(designation.rawValue)\"\(Attribute.flag("checked", if: choices.designation == designation))>\(designation.acronym)</label>"
    }
}
