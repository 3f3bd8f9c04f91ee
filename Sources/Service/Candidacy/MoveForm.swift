import Rulebook

/// What was typed for a step; `parse()` is the only way out. Whether the step may be taken is not asked here.
struct MoveForm: Sendable {
    enum Field {
        static let day = "tanggal"
        static let reason = "alasan"
        static let reference = "nomor"
        /// The score of a team, as its report has it.
        static let score = "nilai"
        static let step = "langkah-reviu"
        static let passed = "lulus"
        static let respondents = "responden"
        static let team = "pelaksana"
        static let favourable = "memenuhi"
        static let ground = "dasar-pencabutan"
        static let until = "berlaku-sampai"
        /// How far the candidacy had come when the page was made.
        static let length = "urutan"
        /// Sent by the page that asks once more before a step that cannot be taken back.
        static let sure = "yakin"

        /// Everything that the page that asks once more has to carry on.
        static let all = [day, reason, reference, score, step, passed, respondents, team, favourable, ground, until, length]
    }

    /// The typed input.
    struct Parsed: Sendable {
        let move: Move
        let day: Day
        let reason: String
        let reference: String
        let result: MoveResult
        let length: Int

        /// The step as the rules see it.
        func request(by actor: MoveActor, today: Day, documents: [DocumentKind: DocumentID]) -> MoveRequest {
            MoveRequest(
                move, by: actor, day: day, today: today, reason: reason, reference: reference, result: result, documents: documents)
        }
    }

    let move: Move
    let fields: FormFields

    /// - Throws: `Refusal` with every problem, each at its field.
    func parse() throws(Refusal) -> Parsed {
        var findings: [Finding] = []
        let day = Day(fields.text(Field.day))
        if day == nil {
            findings.append(.error(.moveDayInvalid, at: Field.day, "Tanggal belum terbaca. Pilih tanggalnya, atau tulis seperti 2026-05-31."))
        }
        let result = result(&findings)
        guard let length = Int(fields.text(Field.length)), findings.isEmpty, let day else {
            if findings.isEmpty { findings.append(.error(.moveIncomplete, at: "", "Kiriman tidak lengkap. Muat ulang halaman, lalu isi lagi.")) }
            throw Refusal(findings)
        }
        return Parsed(
            move: move, day: day, reason: fields.text(Field.reason), reference: fields.text(Field.reference), result: result, length: length)
    }

    private func result(_ findings: inout [Finding]) -> MoveResult {
        switch move {
        case .closeAssessment: return .score(score(&findings))
        case .recordReviewStep:
            let passed = truth(Field.passed, "Pilih apakah unit lulus langkah ini.", &findings)
            let respondents = fields.text(Field.respondents)
            let count = Int(respondents).flatMap { (0...1_000_000).contains($0) ? $0 : nil }
            if !respondents.isEmpty, count == nil {
                findings.append(.error(.moveIncomplete, at: Field.respondents, "Jumlah responden ditulis dengan angka saja, seperti 34."))
            }
            return .step(ReviewStepID(fields.text(Field.step)), isPassed: passed, respondents: count, team: fields.text(Field.team))
        case .concludeReview:
            let favourable = truth(Field.favourable, "Pilih apakah hasil reviu memenuhi.", &findings)
            return .conclusion(isFavourable: favourable, score: score(&findings))
        case .openRevocation: return .ground(fields.text(Field.ground))
        case .award:
            let text = fields.text(Field.until)
            let until = Day(text)
            if !text.isEmpty, until == nil {
                findings.append(
                    .error(.moveDayInvalid, at: Field.until, "Tanggal akhir belum terbaca. Pilih tanggalnya, atau kosongkan bila keputusan tidak menyebutnya."))
            }
            return .award(until: until)
        default: return .none
        }
    }

    /// A score from 0 to 100 with at most four decimals, as a report has it.
    private func score(_ findings: inout [Finding]) -> String {
        let text = fields.text(Field.score)
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        let isNumber = (1...2).contains(parts.count) && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
        let decimals = parts.count == 2 ? parts[1].utf8.count : 0
        let whole = parts.first.flatMap { Int($0) }
        let isWithin = whole.map { $0 < 100 || $0 == 100 && (parts.count == 1 || parts[1].allSatisfy { $0 == "0" }) } ?? false
        if !isNumber || decimals > 4 || !isWithin || text.utf8.count > 8 {
            findings.append(
                .error(.moveIncomplete, at: Field.score, "Nilai ditulis seperti pada laporan, dari 0 sampai 100 dengan koma, misalnya 86,40."))
        }
        return text
    }

    private func truth(_ field: String, _ message: String, _ findings: inout [Finding]) -> Bool {
        switch fields.text(field) {
        case "ya": return true
        case "tidak": return false
        default:
            findings.append(.error(.moveIncomplete, at: field, message))
            return false
        }
    }

    /// The field at which a requirement stands.
    static func place(_ subject: MoveRequirement.Subject) -> String {
        switch subject {
        case .day: Field.day
        case .reason: Field.reason
        case .reference: Field.reference
        default: ""
        }
    }
}
