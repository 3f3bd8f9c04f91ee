import Rulebook

/// What steps bring along, in words.
enum MoveWords {
    /// The result of a step; `nil` where there is none to tell.
    static func result(_ result: MoveResult, under rules: ProgrammeRules) -> String? {
        switch result {
        case .none, .award(until: nil): return nil
        case .score(let score): return "Nilai TPI \(score)"
        case .step(let id, let isPassed, let respondents, let team):
            let name = rules.parts.reviewSteps.first { $0.id == id }?.name ?? id.text
            let asked = respondents.map { ", \($0) responden" } ?? ""
            return "\(name): \(isPassed ? "lulus" : "tidak lulus")\(asked), oleh \(team)"
        case .conclusion(let isFavourable, let score): return "\(isFavourable ? "Memenuhi" : "Belum memenuhi"), nilai TPN \(score)"
        case .ground(let id): return rules.parts.revocationGrounds.first { $0.id == id }?.name ?? id
        case .award(let until?): return "Berlaku sampai \(until.text)"
        }
    }

    /// What will happen when a step is taken that cannot be taken back.
    static func consequences(_ move: Move, _ designation: Designation) -> [String] {
        switch move {
        case .nominate:
            [
                "Usulan tercatat sebagai diajukan kepada Menteri, dengan dokumen yang ada sekarang.",
                "Unit tidak lagi mengubah hal yang menjadi dasar usulan; TPN dapat memulai reviu.",
            ]
        case .award:
            [
                "Unit tercatat berpredikat \(designation.acronym) sejak tanggal yang diisi.",
                "Predikat hanya berakhir menurut keputusannya atau lewat proses pencabutan.",
            ]
        case .revoke:
            [
                "Predikat \(designation.acronym) unit ini berakhir, dan pencalonan ini selesai.",
                "Masa tunggu menurut peraturan mulai berjalan.", "Pencalonan lain yang bertumpu pada predikat ini ditandai.",
            ]
        case .withdraw: ["Pencalonan ini berakhir dan tidak dapat dilanjutkan.", "Unit dapat memulai pencalonan baru."]
        default: []
        }
    }
}
