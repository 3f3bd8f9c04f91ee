import Rulebook

/// What was written in the report to the head of the agency; `parse()` is the only way out.
struct ReportForm: Sendable {
    enum Field {
        static let summary = "ringkasan"
        static let recommendations = "rekomendasi"
    }

    /// The typed input.
    struct Parsed: Hashable, Sendable {
        let summary: String
        let recommendations: String
    }

    /// The longest text, in characters.
    static let longest = 8_000

    let fields: FormFields

    /// - Throws: `Refusal` with every problem, each at its field.
    func parse() throws(Refusal) -> Parsed {
        var findings: [Finding] = []
        func text(_ field: String, _ name: String) -> String {
            // Browsers send line ends as CR LF; kept as one sign, so that the digest is of what people see.
            let text = fields.text(field).replacing("\r\n", with: "\n")
            if text.isEmpty {
                findings.append(.error(.assessmentFormMalformed, at: field, "\(name) belum ditulis. Isi paling sedikit satu kalimat."))
            } else if text.unicodeScalars.count > Self.longest || !PlainText.isVisible(text, lines: true) {
                findings.append(
                    .error(.assessmentFormMalformed, at: field, "\(name) paling panjang \(Self.longest) huruf, tanpa tanda yang tidak tampak. Pendekkan."))
            }
            return text
        }
        let parsed = Parsed(summary: text(Field.summary, "Ringkasan"), recommendations: text(Field.recommendations, "Rekomendasi"))
        guard findings.isEmpty else { throw Refusal(findings) }
        return parsed
    }
}
