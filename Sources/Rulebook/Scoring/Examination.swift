public import ExactMath

/// Everything there is to say about a sheet for one designation: its three scores, the verdict and remarks.
public struct Examination: Sendable {
    /// Blanks count 0; the verdict stands on this one.
    public let floor: ScoredSheet
    /// Blanks left out, as the ministry's form shows it.
    public let spreadsheet: ScoredSheet
    /// Blanks answered at best.
    public let ceiling: ScoredSheet
    /// The conditions judged on ``floor``.
    public let verdict: Verdict
    /// Codes of questions that count as not answered, in the order of the sheet.
    public let unanswered: [ItemCode]
    /// Lines that decide nothing (see ``Remark``).
    public let remarks: [Finding]

    /// The answers examined; the same in all three readings.
    public var sheet: ScoringSheet { floor.sheet }
    /// The instrument the sheet answers.
    public var instrument: Instrument { floor.instrument }
    /// What the sheet was judged for.
    public var designation: Designation { verdict.designation }
    /// Whether every question is answered.
    public var isComplete: Bool { unanswered.isEmpty }
}

extension Scorer {
    /// Scores a sheet in all three readings and judges it.
    ///
    /// - Throws: `Overflow` when an exact sum does not fit.
    /// - Complexity: O(questions + nodes)
    public func examine(_ sheet: ScoringSheet, for designation: Designation) throws(Overflow) -> Examination {
        let floor = try score(sheet, reading: .floor)
        return Examination(
            floor: floor, spreadsheet: try score(sheet, reading: .spreadsheet),
            ceiling: try score(sheet, reading: .ceiling),
            verdict: try verdict(on: floor, for: designation), unanswered: sheet.unanswered,
            remarks: try remarks(on: sheet, for: designation))
    }

    private func remarks(on sheet: ScoringSheet, for designation: Designation) throws(Overflow) -> [Finding] {
        var lines: [Finding] = []
        for remark in instrument.parts.remarks where remark.designation == nil || remark.designation == designation {
            guard case .number(let number) = sheet.answer(at: remark.question),
                let text = try remark.line(for: number)
            else { continue }
            lines.append(Finding(.remark, .info, at: instrument.questions[remark.question].code.text, text))
        }
        return lines
    }
}

extension Remark {
    /// The line for a number, or `nil` when it has nothing to say about it.
    ///
    /// - Throws: `Overflow`
    func line(for number: Ratio) throws(Overflow) -> String? {
        var category = ""
        switch trigger {
        case .below(let limit):
            guard number < limit else { return nil }
        case .band(let factor, let bands):
            let scaled = try number * factor
            // Rounded before it is classified: bands are written with two decimals and leave gaps between.
            let rounded = (try? Ratio(decimal: scaled.rounded(places: 2))) ?? scaled
            guard let band = bands.last(where: { rounded >= $0.from }) else { return nil }
            category = band.name
        }
        let shown = number.finiteDecimal(mark: .comma) ?? number.rounded(places: 2, mark: .comma)
        return text.replacing("{nilai}", with: shown).replacing("{kategori}", with: category)
    }
}
