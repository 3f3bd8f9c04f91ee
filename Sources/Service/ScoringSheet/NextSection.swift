import Markup
import Rulebook

/// What can be done with the result, which is kept nowhere.
struct NextSection {
    private let result: CheckedSheet

    init(_ result: CheckedSheet) {
        self.result = result
    }

    func render() -> HTML {
        let workbook: HTML? =
            result.source == .sample
            ? nil
            : "<button class=\"btn\" type=\"submit\" form=\"\(VerdictHead.formID)\" formaction=\"\(SitePath.filledWorkbook.address)\">Unduh sebagai lembar Zona (xlsx)</button>"
        let isSecond = workbook != nil
        let missing: HTML? =
            isCarried
            ? """
            <p class="small dim">Halaman ini dihitung dari jawaban hasil sebelumnya. Temuan di dalam berkas hanya tampil pada hasil unggahan.</p>
            """
            : nil
        return """
            <section class="sec noprint" aria-labelledby="lanjut"><h2 id="lanjut">Langkah berikut</h2><p>Hasil ini tidak disimpan. Cetak atau simpan sendiri sebelum menutup halaman.</p>\(missing)<div class="row">\(workbook)<a class="btn\(isSecond ? " second" : "")" href="\(SitePath.check.address)">Periksa berkas \(result.source == .sample ? "sendiri" : "lain")</a></div></section>
            """
    }

    private var isCarried: Bool {
        if case .answers = result.source { true } else { false }
    }
}
