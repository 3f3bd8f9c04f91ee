import ExactMath
public import Rulebook

/// Writes the workbook that people fill in: it asks every question, calculates as Zona does, and says what to do.
public enum TemplateWorkbook {
    /// Writes the workbook of an instrument as an `.xlsx` file.
    ///
    /// - Parameters:
    ///   - instrument: whose questions are asked.
    ///   - answers: put in the answer cells; must be a sheet of the same instrument. All blank when `nil`.
    /// - Returns: the bytes of the file; see ``TemplateLayout`` for where everything stands in it.
    /// - Throws: `Refusal` with `incident` when no temporary file can be written, `beyondLimits` when a text does
    ///   not fit in a cell, `numbersTooFine` when the sheet cannot be scored exactly, `unknownInstrument` when
    ///   the answers belong to another instrument.
    /// - Complexity: O(questions + nodes)
    public static func write(_ instrument: Instrument, answers: ScoringSheet? = nil) throws(Refusal) -> [UInt8] {
        try write(instrument, answers: answers, trial: nil)
    }

    /// For tests: formulas are stored with wrong values, so that right ones prove that a spreadsheet program
    /// calculated them, and answer cells hold things that a sheet cannot.
    struct Trial {
        enum Typed {
            case text(String)
            case number(Double)
        }

        /// What answer cells hold, by ``TemplateLayout/Row/key``.
        var typed: [String: Typed] = [:]
    }

    static func write(_ instrument: Instrument, answers: ScoringSheet?, trial: Trial?) throws(Refusal) -> [UInt8] {
        let sheet = answers ?? ScoringSheet(instrument)
        guard sheet.instrument.id == instrument.id, sheet.instrument.questions.count == instrument.questions.count
        else {
            throw Refusal(
                .unknownInstrument, at: sheet.instrument.id.text,
                "Jawaban ini milik instrumen \(sheet.instrument.id), bukan \(instrument.id). Pilih instrumen yang sama.")
        }
        let content = try TemplateContent(instrument, sheet, trial: trial)
        return try WorkbookPen.writing(
            title: TemplateText.title(instrument), subject: instrument.regulation.title
        ) { pen in
            if let sheet = pen.addSheet(TemplateLayout.guideSheet) { content.writeGuide(sheet) }
            if let sheet = pen.addSheet(TemplateLayout.scoreSheet) { content.writeScores(sheet) }
            if let sheet = pen.addSheet(TemplateLayout.verdictSheet) { content.writeVerdicts(sheet) }
            if let sheet = pen.addSheet(TemplateLayout.stampSheet) { content.writeStamp(sheet) }
        }
    }
}

/// What goes into one workbook: the layout, the answers, and the exact results that formulas are stored with.
struct TemplateContent {
    let layout: TemplateLayout
    let scored: ScoredSheet
    let verdicts: [Designation: Verdict]
    /// By question.
    let isAnswered: [Bool]
    let trial: TemplateWorkbook.Trial?

    init(_ instrument: Instrument, _ sheet: ScoringSheet, trial: TemplateWorkbook.Trial?) throws(Refusal) {
        layout = TemplateLayout(instrument)
        self.trial = trial
        isAnswered = instrument.questions.indices.map { sheet.value(at: $0) != nil }
        let scorer = try Scorer(instrument)
        do throws(Overflow) {
            scored = try scorer.score(sheet, reading: .floor)
            var verdicts: [Designation: Verdict] = [:]
            for designation in Designation.allCases {
                verdicts[designation] = try scorer.verdict(on: scored, for: designation)
            }
            self.verdicts = verdicts
        } catch {
            throw Refusal(
                .numbersTooFine, at: "",
                "Jumlah dan angka pada lembar ini tidak dapat dijumlahkan secara tepat. Periksa jumlah yang sangat besar.")
        }
    }

    var instrument: Instrument { layout.instrument }
    var sheet: ScoringSheet { scored.sheet }

    func stored(_ number: Ratio) -> Double { trial == nil ? number.nearestDouble : 777 }
    func stored(_ count: Int) -> Double { trial == nil ? Double(count) : 777 }
    func stored(_ text: String) -> String { trial == nil ? text : "?" }

    /// How many of these questions are answered.
    func answered(in questions: Range<Int>) -> Int { isAnswered[questions].count { $0 } }

    /// Marks the workbook, so that a reader knows what it has before it.
    func writeStamp(_ pen: SheetPen) {
        let lines: [(String, String?)] = [
            (TemplateLayout.mark, nil), (TemplateLayout.instrumentLabel, instrument.id.text),
            (TemplateLayout.versionLabel, nil),
        ]
        for (offset, line) in lines.enumerated() {
            pen.text(line.0, offset + 1, 0, .free)
            if let value = line.1 { pen.text(value, offset + 1, 1, .free) }
        }
        pen.number(Double(TemplateLayout.version), 1, 1, .free)
        pen.number(Double(instrument.parts.version), 3, 1, .free)
        pen.widths([14, 32])
        pen.protect()
        pen.hide()
    }
}
