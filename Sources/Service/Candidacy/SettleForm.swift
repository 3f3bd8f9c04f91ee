import Rulebook

/// What came of looking at what had to be looked at; `parse()` is the only way out.
struct SettleForm: Sendable {
    enum Field {
        static let outcome = "tindak-lanjut"
    }

    /// The typed input.
    struct Parsed: Sendable {
        let outcome: String
    }

    let fields: FormFields

    /// - Throws: `Refusal` of code `moveIncomplete`.
    func parse() throws(Refusal) -> Parsed {
        let outcome = fields.text(Field.outcome)
        guard !outcome.isEmpty, outcome.unicodeScalars.count <= MoveRequest.longestText else {
            throw Refusal(
                .moveIncomplete, at: Field.outcome, "Tulis apa yang diperiksa dan hasilnya, paling panjang \(MoveRequest.longestText) huruf.")
        }
        return Parsed(outcome: outcome)
    }
}
