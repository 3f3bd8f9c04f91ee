import ExactMath

/// What each refusal says to the person who typed the answer.
extension AnswerRefusal {
    /// The stable code.
    public var code: FindingCode {
        switch self {
        case .unknownQuestion: .unknownItem
        case .wrongKind, .offScale: .letterOffScale
        case .notANumber: .notANumber
        case .outOfRange: .numberOutOfRange
        case .notACount: .notACount
        case .countTooLarge: .countTooLarge
        case .countsMissing: .countMissing
        }
    }

    /// The rule and the way out, in Indonesian. `typed` is what was written, shortened if it is long.
    public func message(for question: Question?, typed: String) -> String {
        let shown = "“" + (typed.count > 40 ? String(typed.prefix(40)) + "…" : typed) + "”"
        switch self {
        case .unknownQuestion:
            return "Kode \(shown) tidak ada pada instrumen ini. Periksa ejaan kode atau pilih instrumen yang sesuai."
        case .wrongKind, .offScale:
            guard case .choice(let scale, _) = question?.kind else {
                return "Jawaban \(shown) tidak cocok dengan jenis pertanyaan ini."
            }
            let letters = scale.choices.map(\.letter)
            let allowed = letters.dropLast().joined(separator: ", ") + " atau " + (letters.last ?? "")
            return "Jawaban \(shown) di luar pilihan. Isi tepat satu: \(allowed)."
        case .notANumber:
            return "\(shown) bukan angka yang dapat dibaca. Tulis angka dengan satu koma desimal, tanpa titik ribuan, paling banyak 15 desimal."
        case .outOfRange:
            guard case .number(let maximum, _) = question?.kind else { return "Angka \(shown) di luar rentang." }
            return "Angka \(shown) di luar rentang 0 sampai \(maximum.rounded(places: 0)). Periksa letak koma."
        case .notACount:
            return "\(shown) bukan jumlah. Isi bilangan bulat 0 atau lebih."
        case .countTooLarge:
            return "Jumlah \(shown) terlalu besar. Paling banyak \(ScoringSheet.largestCount)."
        case .countsMissing(let inputs):
            return "Isian belum lengkap: \(inputs.map(\.text).joined(separator: ", ")) kosong. Isi semua jumlah, atau kosongkan seluruhnya."
        }
    }
}
