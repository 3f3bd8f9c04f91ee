import Rulebook

/// What was typed about a review of progress; `parse` is the only way out.
struct ReviewForm: Sendable {
    enum Field {
        static let period = "periode"
        static let held = "hari"
        static let summary = "ringkasan"
        static func finding(_ row: Int) -> String { "temuan-\(row)" }
        static func followUp(_ row: Int) -> String { "tindak-\(row)" }
        static func person(_ row: Int) -> String { "orang-\(row)" }
        static func due(_ row: Int) -> String { "tenggat-\(row)" }
    }

    /// Rows for findings; a row without any text is none.
    static let rows = 1...6

    /// A finding as it was typed.
    struct Found: Sendable {
        let text: String
        let followUp: String
        /// Whether the person may be asked shows only when it is kept.
        let person: AccountID
        let due: Day
        let row: Int
    }

    /// The typed input. Whether the period may be reviewed shows only when it is kept.
    struct Parsed: Sendable {
        let period: Int
        let held: Day
        let summary: String
        let findings: [Found]
    }

    let fields: FormFields

    /// - Parameters:
    ///   - appointed: no review is held before.
    ///   - today: nor later.
    /// - Throws: `Refusal` with every problem, each at its field.
    func parse(appointed: Day, today: Day) throws(Refusal) -> Parsed {
        var findings: [Finding] = []
        let code = FindingCode.reviewMalformed
        let period = Int(fields.text(Field.period))
        if period == nil { findings.append(.error(code, at: Field.period, "Pilih periode monev dari daftar.")) }
        let held = TypedText.day(fields.text(Field.held), at: Field.held, code, "hari pelaksanaan", into: &findings)
        if let held, held > today || held < appointed {
            findings.append(
                .error(code, at: Field.held, "Hari pelaksanaan tidak mendahului penetapan unit (\(appointed.text)) dan tidak sesudah hari ini."))
        }
        let summary = TypedText.text(fields.text(Field.summary), 10...4_000, at: Field.summary, code, "ringkasan hasil", into: &findings)
        let found = Self.rows.compactMap { row($0, held: held, &findings) }
        guard findings.isEmpty, let period, let held else { throw Refusal(findings) }
        return Parsed(period: period, held: held, summary: summary, findings: found)
    }

    /// One row; `nil` where nothing was typed, or with findings.
    private func row(_ number: Int, held: Day?, _ findings: inout [Finding]) -> Found? {
        let (text, followUp, due) = (fields.text(Field.finding(number)), fields.text(Field.followUp(number)), fields.text(Field.due(number)))
        let person = fields.text(Field.person(number))
        if text.isEmpty, followUp.isEmpty, due.isEmpty, person.isEmpty { return nil }
        let before = findings.count
        let code = FindingCode.reviewMalformed
        let finding = TypedText.text(text, 3...1_000, at: Field.finding(number), code, "temuan", into: &findings)
        let way = TypedText.text(followUp, 3...1_000, at: Field.followUp(number), code, "tindak lanjut", into: &findings)
        if person.isEmpty { findings.append(.error(code, at: Field.person(number), "Pilih siapa yang menindaklanjuti.")) }
        let day = TypedText.day(due, at: Field.due(number), code, "tenggat tindak lanjut", into: &findings)
        if let day, let held, day < held {
            findings.append(.error(code, at: Field.due(number), "Tenggat tindak lanjut tidak mendahului hari monev."))
        }
        guard findings.count == before, let day else { return nil }
        return Found(text: finding, followUp: way, person: AccountID(person), due: day, row: number)
    }
}

/// The rhythm of reviews that was chosen.
struct RhythmForm: Sendable {
    static let field = "bulan"

    let fields: FormFields

    /// - Throws: `Refusal` at the field.
    func parse() throws(Refusal) -> Int {
        if let months = Int(fields.text(Self.field)), ReviewRhythm.choices.contains(months) { return months }
        throw Refusal(.reviewMalformed, at: Self.field, "Pilih jarak monev dari daftar.")
    }
}
