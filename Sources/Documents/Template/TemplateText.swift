import ExactMath
import Rulebook

/// What the workbook says to the people who fill it in.
enum TemplateText {
    /// By column of the score sheet.
    static let headings = [
        "Kode", "Uraian", "Bobot", "Pilihan", "Jawaban", "Nilai", "Arti pilihan", "Panduan bukti",
    ]
    static let total = "Nilai total"
    static let countOption = "Jumlah"

    static let countsBlank = "Kosong"
    static let countsIncomplete = "Isian belum lengkap"
    static let countsWrong = "Isian salah"
    static let divisorZero = "Penyebut nol"
    static let countsComplete = "Lengkap"

    static let met = "Terpenuhi"
    static let unmet = "Belum"
    static let conditionHeadings = ["Syarat", "Minimum", "Nilai", "Selisih", "Status", "Dasar"]
    static func allMet(_ designation: Designation) -> String { "Semua syarat nilai \(designation.acronym) terpenuhi" }
    static func notAllMet(_ designation: Designation) -> String { "Syarat nilai \(designation.acronym) belum terpenuhi" }

    static func title(_ instrument: Instrument) -> String { "LKE Zona Integritas – \(instrument.regulation.number)" }

    /// What each letter means, one a line; for counts and numbers how the value comes about.
    static func meanings(of question: Question) -> String {
        switch question.kind {
        case .choice(let scale, let statements):
            return zip(scale.choices, statements).map { "\($0.letter): \($1)" }.joined(separator: "\n")
        case .number(let maximum, _):
            let most = shown(maximum)
            return "Isi angka 0 sampai \(most).\nNilai = angka ÷ \(most)."
        case .ratio(let rule):
            func names(_ positions: [Int]) -> String {
                positions.map { "[\(rule.inputs[$0].label)]" }.joined(separator: " + ")
            }
            let minus = rule.minus.map { " − [\(rule.inputs[$0].label)]" }.joined()
            let dividend = rule.plus.count + rule.minus.count > 1 ? "(\(names(rule.plus))\(minus))" : names(rule.plus)
            let divisor = rule.divisors.count > 1 ? "(\(names(rule.divisors)))" : names(rule.divisors)
            return "Nilai = \(dividend) ÷ \(divisor), paling rendah 0 dan paling tinggi 1.\n\(whenEmpty(rule))"
        }
    }

    private static func whenEmpty(_ rule: RatioRule) -> String {
        switch rule.emptyDivisor {
        case .unanswered: "Bila penyebut nol, pertanyaan dihitung belum dijawab."
        case .value(let whenZero, let otherwise):
            whenZero == otherwise
                ? "Bila penyebut nol, nilainya \(shown(whenZero))."
                : "Bila penyebut nol: \(shown(whenZero)) jika pembilang juga nol, selain itu \(shown(otherwise))."
        }
    }

    /// The largest count, with thousands marks because people have to read it, not copy it.
    static var largestCount: String {
        var digits = String(ScoringSheet.largestCount)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return ([digits] + groups).joined(separator: ".")
    }

    /// A figure of the instrument as people read it.
    static func shown(_ number: Ratio) -> String {
        (number.finiteDecimal(mark: .comma) ?? number.rounded(places: 2, mark: .comma)).replacing("-", with: "−")
    }

    /// A piece of the guide: a heading with its paragraphs.
    struct Section {
        let heading: String
        let paragraphs: [String]
    }

    /// The guide, from the top.
    static func guide(_ layout: TemplateLayout) -> [Section] {
        let instrument = layout.instrument
        let counts = instrument.questions.contains { !$0.inputs.isEmpty }
        let ways =
            ["Pilihan huruf (misalnya A, B, C atau Ya, Tidak): pilih dari daftar yang muncul di sel."]
            + (counts
                ? [
                    "Jumlah: isi bilangan bulat 0 sampai \(largestCount) pada setiap baris “\(countOption)”. Isi semua jumlah satu pertanyaan, atau kosongkan seluruhnya; “\(countsIncomplete)” berarti masih ada yang kosong dan nilainya 0."
                ] : [])
            + ["Angka hasil survei atau persentase: ketik dengan satu tanda desimal, tanpa titik ribuan."]
        return [
            Section(
                heading: "Cara mengisi",
                paragraphs: [
                    "1. Buka lembar \(TemplateLayout.scoreSheet). Isi hanya kolom E (\(headings[4])) pada sel berwarna kuning; sel lain terkunci tanpa kata sandi agar rumus tidak berubah.",
                    "2. Baca kolom G untuk arti setiap pilihan dan kolom H untuk bukti yang perlu disiapkan.",
                    "3. Lihat nilai yang terus dihitung pada kolom F, dan syarat yang sudah atau belum terpenuhi pada lembar \(TemplateLayout.verdictSheet).",
                    "4. Simpan sebagai .xlsx, lalu periksa dengan Zona. Jangan menambah, menghapus, atau memindahkan baris dan lembar.",
                ]),
            Section(heading: "Jenis jawaban", paragraphs: ways),
            Section(
                heading: "Cara membaca nilai",
                paragraphs: [
                    "Nilai pertanyaan antara 0 dan 1. Nilai indikator = rata-rata nilai pertanyaannya × bobot. Nilai area, komponen, dan total adalah jumlah dari yang di bawahnya.",
                    "Pertanyaan yang belum dijawab dihitung 0, sehingga nilai yang tampak adalah nilai paling rendah yang pasti dicapai.",
                    "Nilai tampil dengan \(instrument.policies.decimals) desimal, tetapi dibandingkan dengan minimum tanpa dibulatkan seperti yang tampil.",
                    "Lembar \(TemplateLayout.verdictSheet) hanya memeriksa syarat nilai. Syarat pengajuan bagi instansi dan unit kerja diperiksa tersendiri.",
                ]),
        ]
    }

    static let legendHeading = "Arti warna pada kolom E"
    static let legendBlank = "belum diisi"
    static let legendAnswered = "sudah diisi"
    static let legendWrong = "isian salah: perbaiki (diawali tanda seru)"
}
