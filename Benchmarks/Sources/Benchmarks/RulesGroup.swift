import Documents
import ExactMath
import InstrumentFiles
import Rulebook
import Samples

/// Scoring, judging and advising, in memory.
enum RulesGroup {
    /// - Parameter form: a filled ministry form, whose answers are scored besides random ones.
    static func run(form: [UInt8]?) async throws {
        let library = InstrumentLibrary()
        heading("Rules")
        var numbers = SeededNumbers(2021)
        let instrument = try library.instrument("permenpanrb-90-2021")
        let sheets = (0..<512).map { _ in RandomSheets.sheet(of: instrument, using: &numbers) }
        let scorer = try Scorer(instrument)
        addition(sheets).report("baseline: add \(instrument.questions.count) whole numbers", note: "one sheet's answers")
        for designation in Designation.allCases {
            try Measurement(runs: 500, batch: 512) { keep(try scorer.judge(sheets[$0 & 511], for: designation).met) }
                .report("score and judge a full 90/2021 sheet, \(designation.acronym)", note: "`Scorer.judge`")
        }
        if let form {
            let real = try SheetFile.read(form, from: library).sheet
            try Measurement(runs: 500, batch: 512) { _ in keep(try scorer.judge(real, for: .wbk).met) }
                .report("score and judge the given form's answers, WBK", note: "the same sheet each time")
        }
        let many = (0..<20_000).map { _ in RandomSheets.sheet(of: instrument, using: &numbers) }
        try Measurement(runs: 40) { _ in
            for sheet in many { keep(try scorer.judge(sheet, for: .wbk).met) }
        }.report("20,000 sheets, one core")
        try await parallel(scorer, many).report("20,000 sheets, two cores")
        try Measurement(runs: 500, batch: 16) { keep(try scorer.score(sheets[$0 & 511]).total) }
            .report("score every level", note: "`Scorer.score`")
        try Measurement(runs: 500) { keep(TraceText(try scorer.score(sheets[$0 & 511])).lines.count) }
            .report("score and write out the whole trace", note: "`TraceText`, every line as text")
        try Measurement(runs: 500, batch: 4) { keep(try scorer.examine(sheets[$0 & 511], for: .wbk).isComplete) }
            .report("examine", note: "three readings, verdict, remarks")
        try advice(library)
    }

    private static func addition(_ sheets: [ScoringSheet]) -> Measurement {
        let answers = sheets.map { sheet in
            sheet.instrument.questions.indices.map { position -> Int in
                if case .choice(let choice) = sheet.answer(at: position) { choice } else { position }
            }
        }
        return Measurement(runs: 500, batch: 512) { run in
            var sum = 0
            for answer in answers[run & 511] { sum &+= answer }
            keep(sum)
        }
    }

    private static func parallel(_ scorer: Scorer, _ sheets: [ScoringSheet]) async throws -> Measurement {
        var seconds: [Double] = []
        let clock = ContinuousClock()
        for _ in 0..<40 {
            let start = clock.now
            try await withThrowingTaskGroup(of: Int.self) { group in
                for half in [0..<sheets.count / 2, sheets.count / 2..<sheets.count] {
                    group.addTask {
                        var met = 0
                        for sheet in sheets[half] where try scorer.judge(sheet, for: .wbk).met { met += 1 }
                        return met
                    }
                }
                for try await met in group { keep(met) }
            }
            seconds.append((clock.now - start) / .seconds(1))
        }
        return Measurement(seconds: seconds)
    }

    private static func advice(_ library: InstrumentLibrary) throws {
        var numbers = SeededNumbers(500)
        let clock = ContinuousClock()
        for id in library.ids {
            let instrument = try library.instrument(id)
            let adviser = try Adviser(try Scorer(instrument))
            for designation in Designation.allCases {
                var seconds: [Double] = []
                for run in 0..<500 {
                    let sheet = RandomSheets.sheet(of: instrument, blanks: [0, 10, 50, 100][run % 4], using: &numbers)
                    let start = clock.now
                    keep(try adviser.advise(on: sheet, for: designation).effort)
                    seconds.append((clock.now - start) / .seconds(1))
                }
                Measurement(seconds: seconds).report("advise, \(id), \(designation.acronym)", note: "500 random sheets")
            }
        }
    }
}
