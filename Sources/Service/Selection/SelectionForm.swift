import Rulebook

/// What was typed about a candidate; `parse(by:on:)` is the only way out.
struct SelectionForm: Sendable {
    enum Field {
        static let met = "hari-rapat"
        static let minutes = "berita-acara"

        static func score(_ criterion: SelectionCriterion) -> String { "skor-\(criterion.id)" }
        static func reason(_ criterion: SelectionCriterion) -> String { "alasan-\(criterion.id)" }
    }

    let fields: FormFields

    /// - Throws: `Refusal` with every problem, each at its field. Whatever is left empty may follow later, but a score without its
    ///   reason, or a reason without a score, is none.
    func parse(by criteria: [SelectionCriterion], on scale: SelectionScale) throws(Refusal) -> (SelectionSheet, SelectionStore.Meeting?) {
        var findings: [Finding] = []
        var entries: [CriterionID: SelectionSheet.Entry] = [:]
        for criterion in criteria {
            let typed = fields.text(Field.score(criterion))
            let hasReason = !fields.text(Field.reason(criterion)).isEmpty
            if typed.isEmpty, !hasReason { continue }
            let score = typed.utf8.count <= 3 ? Int(typed).flatMap { scale.level($0) }?.score : nil
            if score == nil {
                findings.append(
                    .error(
                        .selectionScoreMalformed, at: Field.score(criterion),
                        "\(criterion.name): pilih skor \(scale.levels.first?.score ?? 0) sampai \(scale.levels.last?.score ?? 0)."))
            }
            var problems: [Finding] = []
            let reason = NoteField.read(
                fields, Field.reason(criterion), shortest: SelectionSheet.shortestReason, longest: SelectionSheet.longestReason,
                .selectionScoreMalformed, into: &problems)
            findings += problems.map { .error($0.code, at: $0.location, "\(criterion.name): alasan. \($0.message)") }
            if let score, let reason { entries[CriterionID(criterion.id)] = .init(score: score, reason: reason) }
        }
        let met = DayField.read(fields, Field.met, isRequired: false, .selectionScoreMalformed, into: &findings)
        let minutes = fields.text(Field.minutes)
        if met == nil, !minutes.isEmpty, !findings.contains(where: { $0.location == Field.met }) {
            findings.append(.error(.selectionScoreMalformed, at: Field.met, "Berita acara memerlukan hari rapat. Isi hari rapatnya."))
        }
        guard findings.isEmpty else { throw Refusal(findings) }
        let meeting = met.map { SelectionStore.Meeting(metOn: $0, minutes: minutes.isEmpty ? nil : DocumentID(String(minutes.prefix(60)))) }
        return (SelectionSheet(entries), meeting)
    }
}

/// What was typed about a working group; each `parse` is the only way out.
struct WorkingGroupForm: Sendable {
    enum Field {
        static let year = "tahun"
        static let decree = "nomor-keputusan"
        static let day = "hari-keputusan"
        static let name = "nama-anggota"
        static let nip = "nip-anggota"
        static let part = "kedudukan"
        static let member = "anggota"
    }

    let fields: FormFields

    /// The year the form is about; it is no field that people type into.
    ///
    /// - Throws: `Refusal` of code `workingGroupMalformed`.
    func parseYear() throws(Refusal) -> Int {
        guard let year = Self.year(fields.text(Field.year)) else {
            throw Refusal(.workingGroupMalformed, at: "", "Tahun tidak terbaca. Muat ulang halaman, lalu kirim lagi.")
        }
        return year
    }

    /// A year with four digits; `nil` for anything else.
    static func year(_ text: String) -> Int? {
        guard text.utf8.count == 4, let year = Int(text), (2_000...2_999).contains(year) else { return nil }
        return year
    }

    /// - Throws: `Refusal` with every problem, each at its field.
    func parseDecree() throws(Refusal) -> (decree: String, day: Day) {
        var findings: [Finding] = []
        let decree = NoteField.read(fields, Field.decree, longest: 100, .workingGroupMalformed, into: &findings)
        let day = DayField.read(fields, Field.day, isRequired: true, .workingGroupMalformed, into: &findings)
        guard findings.isEmpty, let decree, let day else { throw Refusal(findings) }
        return (decree, day)
    }

    /// - Throws: `Refusal` with every problem, each at its field.
    func parseMember() throws(Refusal) -> (name: String, nip: String?, part: WorkingGroup.Part) {
        var findings: [Finding] = []
        let name = RollFields.name(fields, Field.name, into: &findings)
        let nip = RollFields.nip(fields, Field.nip, into: &findings)
        let part = WorkingGroup.Part(rawValue: fields.text(Field.part))
        if part == nil { findings.append(.error(.workingGroupMalformed, at: Field.part, "Pilih kedudukan dari daftar.")) }
        guard findings.isEmpty, let name, let part else { throw Refusal(findings) }
        return (name, nip, part)
    }
}
