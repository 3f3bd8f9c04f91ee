import Markup
import Rulebook

/// The page with the form.
struct CheckPage {
    /// The sample sheet's result, for the drawing beside the form; left out when there is none.
    let sample: CheckedSheet?
    let instruments: PreparedInstruments

    /// The head of the page, the same where a file was refused.
    static let head: HTML = """
        <h1>Periksa LKE</h1><p class="lead">Ketahui sebelum diajukan: apakah lembar kerja evaluasi unit Anda sudah memenuhi syarat WBK atau WBBM, dan di sel mana angkanya keliru.</p>
        """

    func render(in frame: PageFrame) -> HTML {
        frame.render(
            title: "Periksa LKE", current: .check,
            main: """
                \(Self.head)
                <div class="cols sec"><section aria-labelledby="unggah" class="stack"><h2 id="unggah">Unggah lembar</h2>\(UploadForm(instruments: instruments, choices: .init(), error: nil).render())</section>
                <aside aria-labelledby="dapat" class="stack"><h2 id="dapat">Yang Anda dapat</h2>
                \(sample.map(drawing))
                <ul class="list">
                <li><strong>Putusan per syarat.</strong> Nilai total, komponen, area, dan survei, masing-masing dengan selisih dan dasarnya.</li>
                <li><strong>Yang keliru di dalam lembar.</strong> Rumus tertimpa, sel kosong, bobot berubah: di sel mana dan berapa pengaruhnya.</li>
                <li><strong>Jalan menuju syarat.</strong> Langkah dengan upaya paling kecil yang menutup semua kekurangan.</li>
                <li><strong>Hitungan terbuka.</strong> Setiap angka dapat ditelusuri dengan pensil.</li></ul>
                <p><a class="btn second" href="\(SitePath.sample(nil).address)">Lihat contoh hasil</a></p></aside></div>
                <section class="sec" aria-labelledby="tanya"><h2 id="tanya">Sebelum mengunggah</h2><div class="stack">
                <details><summary>Berkas apa yang dapat dibaca?</summary><ul class="list"><li>Formulir LKE Kementerian PANRB (.xlsx), susunan lembar tidak diubah.</li><li>Lembar jawaban PortalRB (.xlsx).</li><li>Lembar yang dibuat Zona (.xlsx).</li><li>CSV dengan kolom <span class="mono">kode</span> dan <span class="mono">jawaban</span>, atau JSON. Kode pertanyaan harus tetap\(example).</li></ul></details>
                <details><summary>Belum punya lembar?</summary><p>Unduh lembar kosong, isi kolom jawabannya, lalu unggah di sini.</p><ul class="list">\(HTML.each(instruments.all, template))</ul></details>
                <details><summary>Apakah hasil ini mengikat?</summary><p>Tidak. Hasil ini hitungan mandiri atas jawaban di dalam berkas. Yang dipakai dalam penetapan adalah hasil evaluasi tim penilai.</p></details>
                <details><summary>Bagaimana pertanyaan kosong dihitung?</summary><p>Pertanyaan kosong dihitung 0 pada nilai yang diputus. Di sampingnya selalu tampil nilai seperti di lembar Excel, yang melewati pertanyaan kosong, dan nilai paling tinggi bila semua yang kosong dijawab terbaik.</p></details>
                </div></section>
                """)
    }

    private var example: HTML? {
        guard let code = instruments.all.first?.instrument.questions.first?.code else { return nil }
        return ", misalnya <span class=\"mono\">\(code.text)</span>"
    }

    private func template(_ prepared: PreparedInstruments.Prepared) -> HTML {
        let instrument = prepared.instrument
        return
            "<li><a href=\"\(SitePath.template(instrument.id).address)\">Lembar kosong \(instrument.regulation.number) (xlsx)</a>, \(instrument.questions.count) pertanyaan</li>"
    }

    private func drawing(_ sample: CheckedSheet) -> HTML {
        """
        <figure class="stack">\(ScoreBar(sample, id: "mistar-contoh").render())<figcaption class="small dim">Contoh. Hitam: sudah pasti. Arsir: masih mungkin. Belah ketupat: angka yang tampak di lembar Excel.</figcaption></figure>
        """
    }
}
