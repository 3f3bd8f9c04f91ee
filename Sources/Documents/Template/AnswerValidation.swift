import ExactMath
import Rulebook

/// What a spreadsheet program accepts in an answer cell, and what it says about it.
struct AnswerValidation: Hashable {
    enum Kind: Hashable {
        case list([String])
        /// 0 to this count.
        case whole(Int)
        /// 0 to this number.
        case decimal(Ratio)
    }

    let kind: Kind
    /// At most 32 characters, a limit of the file format; messages have at most 255.
    let title: String
    let hint: String
    let errorTitle = "Jawaban tidak diterima"
    let error: String

    /// For the answer to a question; for a ratio question, each of its counts.
    init(_ question: Question) {
        switch question.kind {
        case .choice(let scale, _):
            let letters = scale.choices.map(\.letter)
            let allowed = letters.dropLast().joined(separator: ", ") + " atau " + (letters.last ?? "")
            kind = .list(letters)
            title = "Pilih satu"
            hint = "Pilih \(allowed). Artinya ada di kolom G."
            error = "Isi tepat satu: \(allowed)."
        case .number(let maximum, let unit):
            let most = TemplateText.shown(maximum)
            kind = .decimal(maximum)
            title = unit == .percent ? "Isi persentase" : "Isi angka indeks"
            hint = "Angka 0 sampai \(most), dengan satu tanda desimal."
            error = "Isi angka dari 0 sampai \(most). Periksa letak tanda desimal."
        case .ratio:
            kind = .whole(ScoringSheet.largestCount)
            let most = TemplateText.largestCount
            title = "Isi jumlah"
            hint = "Bilangan bulat 0 sampai \(most). Isi semua jumlah pertanyaan ini, atau kosongkan seluruhnya."
            error = "Isi bilangan bulat dari 0 sampai \(most)."
        }
    }

    /// Holds while a cell has something that is not accepted.
    func wrong(_ cell: String) -> String {
        let limit: String
        switch kind {
        case .list(let letters):
            let others = letters.map { "TRIM(\(cell))<>\"\(TemplateLayout.quoted($0))\"" }
            return "AND(\(Self.answered(cell)),\(others.joined(separator: ",")))"
        case .whole(let most): limit = "OR(\(cell)<0,\(cell)>\(most),\(cell)<>INT(\(cell)))"
        case .decimal(let most): limit = "OR(\(cell)<0,\(cell)>\(TemplateLayout.literal(most)))"
        }
        return "IF(\(Self.answered(cell)),IF(ISNUMBER(\(cell)),\(limit),TRUE),FALSE)"
    }

    /// Holds while a cell has anything but blanks.
    static func answered(_ cell: String) -> String { "LEN(TRIM(\(cell)))>0" }
}
