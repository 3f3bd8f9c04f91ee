import Rulebook

/// What was typed about an action; `parse` is the only way out.
struct PlanActionForm: Sendable {
    enum Field {
        static let area = "area"
        /// A box for each indicator and question.
        static let item = "butir"
        static let target = "target"
        static let person = "penanggung"
        static let start = "mulai"
        static let due = "tenggat"
        static let reason = "alasan"
        /// The version that the form was filled in for.
        static let version = "versi"
    }

    /// The typed input. Whether the person may be asked shows only when it is kept.
    struct Parsed: Sendable {
        let content: PlannedAction.Content
        /// Why it is changed; empty where nobody has to say.
        let reason: String
        let version: Int
    }

    let fields: FormFields

    /// - Parameters:
    ///   - instrument: the sheet of the candidacy.
    ///   - needsReason: whether it changes what was adopted.
    /// - Throws: `Refusal` with every problem, each at its field.
    func parse(for instrument: Instrument, needsReason: Bool = false) throws(Refusal) -> Parsed {
        var findings: [Finding] = []
        let code = FindingCode.planActionMalformed
        let area = PlanArea.all(of: instrument).first { String($0.number) == fields.text(Field.area) }
        if area == nil { findings.append(.error(code, at: Field.area, "Pilih area dari daftar.")) }
        let target = TypedText.text(
            fields.text(Field.target), 3...PlannedAction.Content.longestTarget, at: Field.target, code, "target", into: &findings)
        let person = fields.text(Field.person)
        if person.isEmpty { findings.append(.error(code, at: Field.person, "Pilih siapa yang bertanggung jawab.")) }
        let start = TypedText.day(fields.text(Field.start), at: Field.start, code, "hari mulai", into: &findings)
        let due = TypedText.day(fields.text(Field.due), at: Field.due, code, "tenggat", into: &findings)
        let reason = TypedText.text(
            fields.text(Field.reason), (needsReason ? 3 : 0)...500, at: Field.reason, code, "alasan perubahan", into: &findings)
        var items: [ItemCode] = []
        for item in fields.all(Field.item).map({ ItemCode($0) }) where !items.contains(item) { items.append(item) }
        guard let area, let start, let due else { throw Refusal(findings) }
        let content = PlannedAction.Content(
            items: items, area: area, target: target, person: AccountID(person), start: start, due: due)
        // What is wrong with the target was said already.
        findings += content.problems(in: instrument).filter { $0 != .targetLength }.map { $0.finding(at: Self.field(of: $0)) }
        guard findings.isEmpty else { throw Refusal(findings) }
        return Parsed(content: content, reason: reason, version: Int(fields.text(Field.version)) ?? 0)
    }

    /// Where a problem of the content stands.
    private static func field(of problem: PlanRefusal) -> String {
        switch problem {
        case .itemCount, .unknownItem, .itemOfAnotherArea: Field.item
        case .dueBeforeStart: Field.due
        default: ""
        }
    }
}

/// What was typed about how far an action is.
struct ProgressForm: Sendable {
    enum Field {
        static let percent = "kemajuan"
        static let note = "catatan"
        /// A box for each document.
        static let evidence = "bukti"
    }

    struct Parsed: Sendable {
        let percent: Int
        let note: String
        /// Whether they belong to the candidacy shows only when they are kept.
        let evidence: [DocumentID]
    }

    /// The most documents of one action.
    static let mostDocuments = 30

    let fields: FormFields

    /// - Throws: `Refusal` with every problem, each at its field.
    func parse() throws(Refusal) -> Parsed {
        var findings: [Finding] = []
        let typed = fields.text(Field.percent)
        let isPlain = (1...3).contains(typed.utf8.count) && typed.utf8.allSatisfy { (48...57).contains($0) }
        let percent = isPlain ? Int(typed) ?? 101 : 101
        if percent > 100 { findings.append(PlanRefusal.percentOutOfRange.finding(at: Field.percent)) }
        let note = TypedText.text(fields.text(Field.note), 0...1_000, at: Field.note, .progressMalformed, "catatan", into: &findings)
        let evidence = Set(fields.all(Field.evidence)).sorted().map { DocumentID($0) }
        if evidence.count > Self.mostDocuments {
            findings.append(.error(.progressMalformed, at: Field.evidence, "Pilih paling banyak \(Self.mostDocuments) dokumen."))
        }
        guard findings.isEmpty else { throw Refusal(findings) }
        return Parsed(percent: percent, note: note, evidence: evidence)
    }
}

/// Why something is given up or closed: one text.
struct ReasonForm: Sendable {
    static let field = "alasan"

    let fields: FormFields

    /// - Parameters:
    ///   - code: of what is refused.
    ///   - what: what is to be typed, in Indonesian.
    /// - Throws: `Refusal` at the field.
    func parse(_ code: FindingCode, _ what: String) throws(Refusal) -> String {
        var findings: [Finding] = []
        let text = TypedText.text(fields.text(Self.field), 3...1_000, at: Self.field, code, what, into: &findings)
        guard findings.isEmpty else { throw Refusal(findings) }
        return text
    }
}
