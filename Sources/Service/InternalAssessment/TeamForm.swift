import Rulebook

/// What was typed about a team; `parse()` is the only way out.
struct TeamForm: Sendable {
    enum Field {
        static let number = "nomor-sk"
        static let day = "tanggal-sk"
        /// Followed by the account.
        static let seat = "kursi-"

        static func seat(of account: AccountID) -> String { seat + account.text }
    }

    /// The longest number of a decree.
    static let longestNumber = 100

    let fields: FormFields
    /// The accounts that the form offered.
    let offered: [AccountID]

    /// - Throws: `Refusal` with every problem, each at its field.
    func parse() throws(Refusal) -> AssessmentStore.Team {
        var findings: [Finding] = []
        let number = fields.text(Field.number)
        let typedDay = fields.text(Field.day)
        let day = Day(typedDay)
        if !typedDay.isEmpty, day == nil {
            findings.append(.error(.assessmentFormMalformed, at: Field.day, "Tanggal surat keputusan tidak ada di kalender. Pilih tanggal yang benar."))
        }
        if number.isEmpty != typedDay.isEmpty {
            let field = number.isEmpty ? Field.number : Field.day
            findings.append(
                .error(.assessmentFormMalformed, at: field, "Surat keputusan dicatat dengan nomor dan tanggalnya. Isi keduanya, atau kosongkan keduanya."))
        }
        if number.unicodeScalars.count > Self.longestNumber || !PlainText.isVisible(number) {
            findings.append(
                .error(.assessmentFormMalformed, at: Field.number, "Isi nomor surat keputusan dengan paling banyak \(Self.longestNumber) huruf yang tampak."))
        }
        var seats: [AccountID: TeamSeat] = [:]
        for account in offered {
            let typed = fields.text(Field.seat(of: account))
            if typed.isEmpty { continue }
            guard let seat = TeamSeat(rawValue: typed) else {
                findings.append(.error(.assessmentFormMalformed, at: Field.seat(of: account), "Kursi ini tidak ada. Pilih dari daftar."))
                continue
            }
            seats[account] = seat
        }
        guard findings.isEmpty else { throw Refusal(findings) }
        return AssessmentStore.Team(decree: day.map { .init(number: number, day: $0) }, seats: seats)
    }
}

/// Text that people read again.
enum PlainText {
    /// Whether every character can be seen: no control and no direction marks, which could make a text look like another.
    static func isVisible(_ text: String, lines: Bool = false) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            if lines, scalar == "\n" || scalar == "\r" || scalar == "\t" { return true }
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: return false
            default: return true
            }
        }
    }
}
