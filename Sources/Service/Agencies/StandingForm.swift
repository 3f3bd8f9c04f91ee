import Rulebook

/// What was typed about how an agency or a unit stands; `parse(…)` is the only way out.
struct StandingForm: Sendable {
    typealias Field = StandingRule.Field

    /// The typed input.
    struct Parsed: Sendable {
        let fact: Fact
        let text: String
        let year: Int?
        let statedOn: Day
        let source: String
    }

    let fields: FormFields

    /// - Throws: `Refusal` with every problem, each at its field.
    func parse(_ catalogue: StandingCatalogue, about holder: Fact.Holder, today: Day) throws(Refusal) -> Parsed {
        guard let fact = catalogue.fact(FactID(fields.text(Field.fact)), about: holder) else {
            throw Refusal(.unknownFact, at: Field.fact, "Pilih keadaan yang hendak dicatat dari daftar.")
        }
        let typedYear = fields.text(Field.year)
        let year = typedYear.isEmpty ? nil : Self.year(typedYear)
        let statedOn = Day(fields.text(Field.day))
        let source = fields.text(Field.source).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let text = fields.text(Field.value)
        var problems = StandingRule.problems(of: fact, text: text, year: year, statedOn: statedOn, source: source, today: today)
        if text.unicodeScalars.count > Self.longestValue, !problems.contains(where: { $0.location == Field.value }) {
            problems.append(.error(.notAFact, at: Field.value, "\(fact.name): isi paling panjang \(Self.longestValue) huruf."))
        }
        guard problems.isEmpty, let statedOn else { throw Refusal(problems) }
        return Parsed(fact: fact, text: text, year: year, statedOn: statedOn, source: source)
    }

    /// As long as the database keeps.
    private static let longestValue = 60

    /// Four digits; a year of anything else is one that no rule takes.
    private static func year(_ text: String) -> Int {
        text.utf8.count == 4 && text.utf8.allSatisfy({ (48...57).contains($0) }) ? Int(text) ?? 0 : 0
    }
}

/// What was typed to revoke a statement; `parse(…)` is the only way out.
struct StandingRevocationForm: Sendable {
    typealias Field = StandingRule.Field

    /// The typed input.
    struct Parsed: Sendable {
        let day: Day
        let reason: String
    }

    let fields: FormFields

    /// - Throws: `Refusal` with every problem, each at its field.
    func parse(_ standing: Standing, today: Day) throws(Refusal) -> Parsed {
        let day = Day(fields.text(Field.revokedOn))
        let reason = fields.text(Field.reason).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let problems = StandingRule.revocationProblems(of: standing, on: day, reason: reason, today: today)
        guard problems.isEmpty, let day else { throw Refusal(problems) }
        return Parsed(day: day, reason: reason)
    }
}
