import Rulebook

/// What is sent about signatures; each `parse` is the only way out.
struct PactForm: Sendable {
    enum Field {
        static let affirmed = "setuju"
        static let day = "hari-tanda-tangan"
        static let scan = "pindaian"
        static let reason = "alasan"
    }

    let fields: FormFields

    /// Whether the person put their name under the text.
    ///
    /// - Throws: `Refusal` of code `pactNotAffirmed`.
    func parseAffirmation() throws(Refusal) {
        guard fields.text(Field.affirmed) == "ya" else { throw PactRefusal.notAffirmed.refusal(at: Field.affirmed) }
    }

    /// A signature on paper.
    ///
    /// - Throws: `Refusal` of code `pactDayInvalid`.
    func parsePaper() throws(Refusal) -> PactSignature {
        var findings: [Finding] = []
        let day = DayField.read(fields, Field.day, isRequired: true, .pactDayInvalid, into: &findings)
        guard findings.isEmpty, let day else { throw Refusal(findings) }
        let scan = fields.text(Field.scan)
        return PactSignature(day: day, manner: .onPaper(scan: scan.isEmpty ? nil : DocumentID(String(scan.prefix(60)))))
    }

    /// Why a signature is taken off again.
    ///
    /// - Throws: `Refusal` of code `declarationMalformed`.
    func parseReason() throws(Refusal) -> String {
        var findings: [Finding] = []
        let reason = NoteField.read(fields, Field.reason, shortest: 10, longest: 300, .declarationMalformed, into: &findings)
        guard let reason else { throw Refusal(findings) }
        return reason
    }
}
