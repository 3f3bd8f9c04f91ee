import Rulebook

/// Why a document is withdrawn; `parse()` is the only way out.
struct WithdrawalForm: Sendable {
    enum Field {
        static let reason = "alasan"
    }

    /// Characters of the longest reason.
    static let longest = 500

    let fields: FormFields

    /// - Throws: `Refusal` of code `documentFieldMalformed`.
    func parse() throws(Refusal) -> String {
        let reason = fields.text(Field.reason).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let isPlain = reason.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .privateUse, .surrogate, .unassigned: false
            default: true
            }
        }
        guard isPlain, (5...Self.longest).contains(reason.unicodeScalars.count) else {
            throw Refusal(
                .documentFieldMalformed, at: Field.reason, "Tulis alasan penarikan dengan 5 sampai \(Self.longest) huruf, tanpa tanda yang tidak tampak.")
        }
        return reason
    }
}
