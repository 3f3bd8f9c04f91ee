import Documents
import ExactMath
import Rulebook

/// Everything the verdict page shows.
struct CheckedSheet: Sendable {
    enum Source: Hashable, Sendable {
        case file(name: String)
        /// Answers that an earlier verdict page carried along.
        case answers(name: String)
        case sample
        /// A sheet that is kept with a candidacy, under this name.
        case kept(name: String)
    }

    let examination: Examination
    /// `nil` when it could not be worked out exactly.
    let advice: Advice?
    let reading: SheetReading
    let source: Source
    /// `nil` when the file said nothing about agency and unit.
    let prerequisites: Verdict?
    let moment: Moment

    var instrument: Instrument { examination.instrument }
    var designation: Designation { examination.designation }
    var outcomes: [Outcome] { examination.verdict.outcomes }
    var figures: Figures { Figures(places: instrument.policies.decimals) }

    var filled: Int { instrument.questions.count - examination.unanswered.count }

    /// The name of the file, for showing.
    var fileName: String {
        switch source {
        case .file(let name), .answers(let name), .kept(let name): name
        case .sample: ""
        }
    }

    /// Whether the sheet is kept, so that it is judged for what its candidacy aims at and nothing has to be carried along.
    var isKept: Bool {
        if case .kept = source { true } else { false }
    }

    /// The mark of an outcome.
    func mark(of outcome: Outcome) -> StateMark {
        guard outcome.met else { return .unmet }
        return outcome.isThin(margin: instrument.policies.thinMargin) ? .thin : .met
    }

    /// The outcome on the total, found by what it measures.
    var total: Outcome? {
        outcomes.first { Self.measuresTotal($0.condition, of: instrument) }
    }

    /// The minimum of the total for a designation.
    func totalMinimum(for designation: Designation) -> Ratio? {
        instrument.conditions(for: designation).first { Self.measuresTotal($0, of: instrument) }?.minimum
    }

    private static func measuresTotal(_ condition: Condition, of instrument: Instrument) -> Bool {
        let components = instrument.nodes.indices.filter { instrument.nodes[$0].parent == nil }
        return condition.measure == .nodes(components)
    }

    /// The answers as `kode,jawaban` rows; reading them gives the same sheet.
    var answers: String { SheetExport.csv(examination.sheet) }
}
