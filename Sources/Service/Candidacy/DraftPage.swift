import Markup
import Rulebook

/// A draft to be printed, completed and signed: the letter of nomination, the statement of full responsibility, the list of
/// candidates. What Zona knows is filled in; what it does not know is left as a line.
struct DraftPage {
    let view: CandidacyView
    let draft: CandidacyAction
    /// The candidacies of the agency that can be proposed together; for letter and list.
    let together: [CandidacyStore.Listed]

    private var kept: CandidacyStore.Kept { view.found.kept }
    private var blank: HTML { "………………………" }

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let title: String =
            switch draft {
            case .letter: "Draf surat pengusulan"
            case .statement: "Draf SPTJM"
            default: "Draf daftar usulan"
            }
        return frame.render(
            title: title, current: .agencies, for: visitor,
            main: """
                <div class="noprint">\(Crumbs.render(
                    CandidacyPage.above(view.found, for: visitor)
                        + [.init(name: "Pencalonan \(kept.designation.acronym)", path: .candidacy(view.found.agency.id, kept.id))], here: title))
                <p class="note">Draf. Lengkapi yang bertitik-titik, sesuaikan dengan tata naskah instansi, cetak, lalu tanda tangani. Pindaiannya diunggah sebagai dokumen pencalonan.</p></div>
                <article class="stack letter"><h1>\(heading)</h1>\(content)\(signature)</article>
                """)
    }

    private var heading: HTML {
        switch draft {
        case .letter: "Surat pengusulan"
        case .statement: "Surat pernyataan tanggung jawab mutlak"
        default: "Daftar unit kerja yang diusulkan"
        }
    }

    private var content: HTML {
        switch draft {
        case .letter: letter
        case .statement: statement
        default: table
        }
    }

    private var letter: HTML {
        let rules = view.found.rules
        let documents = rules.rule(for: .nominate, towards: kept.designation)?.documents ?? []
        return """
            <dl class="kv"><dt>Nomor</dt><dd>\(blank)</dd><dt>Lampiran</dt><dd>\(documents.count) jenis dokumen</dd><dt>Hal</dt><dd>Pengusulan unit kerja menuju WBK/WBBM tahun \(kept.year)</dd></dl>
            <p>Yth. Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi</p>
            <p>Berdasarkan \(rules.name) dan hasil penilaian Tim Penilai Internal, kami mengusulkan \(together.count) unit kerja \(view.found.agency.name) untuk dievaluasi sebagaimana daftar berikut.</p>
            \(table)
            <p>Bersama surat ini kami sampaikan:</p><ol>\(HTML.each(documents) { "<li>\(rules.name(of: $0))</li>" })</ol>
            """
    }

    private var statement: HTML {
        """
        <p>Yang bertanda tangan di bawah ini, pimpinan unit kerja \(view.found.unit.name) pada \(view.found.agency.name), menyatakan dengan sesungguhnya bahwa:</p>
        <ol><li>isi Lembar Kerja Evaluasi dan data dukung untuk pengusulan \(kept.designation.acronym) tahun \(kept.year) benar dan dapat dipertanggungjawabkan;</li>
        <li>tidak ada dokumen atau keterangan yang dipalsukan atau disembunyikan;</li>
        <li>kami bersedia menerima akibat menurut peraturan bila di kemudian hari pernyataan ini terbukti tidak benar.</li></ol>
        """
    }

    private var table: HTML {
        let rows = HTML.each(Array(together.enumerated())) { place, row in
            """
            <tr><td class="num">\(place + 1)</td><th scope="row" class="wrapany">\(row.unitName)</th><td>\(row.candidacy.designation.acronym)\(row.candidacy.affirmation == nil ? "" : ", afirmasi")</td></tr>
            """
        }
        return """
            <table><caption>Usulan tahun \(kept.year)</caption><thead><tr><th scope="col" class="num">No.</th><th scope="col">Unit kerja</th><th scope="col">Predikat</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    private var signature: HTML {
        "<p class=\"sign\">\(blank), \(blank)<br>\(draft == .statement ? "Pimpinan unit kerja" : "Pimpinan instansi")<br><br><br>\(blank)</p>"
    }
}
