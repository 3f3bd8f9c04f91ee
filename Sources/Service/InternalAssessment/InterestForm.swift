import Rulebook

/// What a member says about their interests; `parse()` is the only way out.
struct InterestForm: Sendable {
    enum Field {
        static let interest = "kepentingan"
        static let others = "unit-lain"
    }

    /// The answers to the question about the unit that is assessed.
    enum Interest: String, CaseIterable, Sendable {
        case none = "tidak"
        case interested = "ya"

        var name: String {
            switch self {
            case .none: "Saya tidak mempunyai kepentingan pada unit ini dan bukan orang unit ini."
            case .interested: "Saya mempunyai kepentingan pada unit ini, jadi tidak menilainya."
            }
        }
    }

    /// The typed input.
    struct Parsed: Hashable, Sendable {
        let interest: Interest
        /// Codes of other units, in capitals; whether there are such units shows only when it is kept.
        let others: [String]
    }

    /// The most other units that may be named.
    static let mostUnits = 50

    let fields: FormFields

    /// - Throws: `Refusal` with every problem, each at its field.
    func parse() throws(Refusal) -> Parsed {
        var findings: [Finding] = []
        let interest = Interest(rawValue: fields.text(Field.interest))
        if interest == nil {
            findings.append(.error(.assessmentFormMalformed, at: Field.interest, "Pilih salah satu pernyataan tentang unit ini."))
        }
        let others = fields.text(Field.others).split { $0 == "," || $0.isWhitespace }.map { $0.uppercased() }
        if others.count > Self.mostUnits || others.contains(where: { $0.unicodeScalars.count > 40 }) {
            findings.append(
                .error(.assessmentFormMalformed, at: Field.others, "Sebut paling banyak \(Self.mostUnits) kode unit, dipisahkan koma."))
        }
        guard findings.isEmpty, let interest else { throw Refusal(findings) }
        return Parsed(interest: interest, others: others)
    }
}
