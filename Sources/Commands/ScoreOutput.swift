import Documents
import ExactMath
import Rulebook

/// The object that `zona score --format json` prints. Keys and shape are stable: people script it.
struct ScoreOutput: Encodable {
    /// A number, exactly and as people read it.
    struct Number: Encodable {
        let exact: String
        let rounded: String

        init(_ ratio: Ratio) {
            exact = ratio.exact
            rounded = ratio.rounded(places: 2)
        }
    }

    struct Score: Encodable {
        let total: Number
        let ceiling: Number
        let spreadsheet: Number
    }

    struct NodeOutput: Encodable {
        let code: String
        let name: String
        let kind: String
        let weight: String
        let score: Number
        let percent: String
    }

    struct VerdictOutput: Encodable {
        struct ConditionOutput: Encodable {
            let id: String
            let name: String
            let minimum: String
            /// `null` for what is not known.
            let measured: OrNull<String>
            let gap: OrNull<String>
            let met: Bool
            let clause: String
        }

        let met: Bool
        let conditions: [ConditionOutput]

        init(_ verdict: Verdict) {
            met = verdict.met
            conditions = verdict.outcomes.map {
                ConditionOutput(
                    id: $0.condition.id.text, name: $0.condition.name, minimum: $0.minimum.data,
                    measured: OrNull($0.measured?.exact), gap: OrNull($0.gap?.exact), met: $0.met, clause: $0.condition.clause)
            }
        }
    }

    struct FindingOutput: Encodable {
        let code: String
        let severity: String
        let location: String
        let message: String
        /// What mending it changes in the total, in points; `null` where that cannot be told, or nothing is to be mended.
        let effect: OrNull<Number>

        init(_ finding: Finding, effect: Ratio?) {
            self.effect = OrNull(effect.map(Number.init))
            code = finding.code.rawValue
            severity = finding.severity.rawValue
            location = finding.location
            message = finding.message
        }
    }

    let file: String?
    let instrument: String
    let designation: String
    let complete: Bool
    let unanswered: [String]
    let score: Score
    let nodes: [NodeOutput]
    let verdict: VerdictOutput
    let eligibility: VerdictOutput?
    let findings: [FindingOutput]
    let trace: [String]?

    /// - Throws: `Overflow` never in practice: every number here was computed before.
    init(_ scored: ScoredFile, file: String?, trace: Bool) throws(Overflow) {
        let examination = scored.examination
        self.file = file
        instrument = examination.instrument.id.text
        designation = examination.designation.rawValue
        complete = examination.isComplete
        unanswered = examination.unanswered.map(\.text)
        score = Score(
            total: Number(examination.floor.total), ceiling: Number(examination.ceiling.total),
            spreadsheet: Number(examination.spreadsheet.total))
        nodes = try Self.nodes(of: examination.floor)
        verdict = VerdictOutput(examination.verdict)
        eligibility = scored.eligibility.map(VerdictOutput.init)
        findings = scored.findings.map { FindingOutput($0, effect: scored.effect(of: $0)) }
        self.trace = trace ? TraceText(examination.floor).lines : nil
    }

    private static func nodes(of scored: ScoredSheet) throws(Overflow) -> [NodeOutput] {
        var nodes: [NodeOutput] = []
        for (position, node) in scored.instrument.nodes.enumerated() {
            let score = scored.nodeScores[position]
            nodes.append(try output(node.code, node.name, node.kind.rawValue, node.weight, score))
            guard node.kind == .indicator else { continue }
            for question in node.questions {
                let definition = scored.instrument.questions[question]
                nodes.append(
                    try output(
                        definition.code, definition.text, "question", scored.questionWeights[question],
                        scored.questionScore(at: question)))
            }
        }
        return nodes
    }

    private static func output(
        _ code: ItemCode, _ name: String, _ kind: String, _ weight: Ratio, _ score: Ratio
    ) throws(Overflow) -> NodeOutput {
        let percent = try (score * Ratio(100) / weight) ?? .zero
        return NodeOutput(
            code: code.text, name: name, kind: kind, weight: weight.data, score: Number(score),
            percent: percent.rounded(places: 2))
    }
}

/// What is printed for a file that was refused.
struct RefusalOutput: Encodable {
    let file: String?
    let findings: [ScoreOutput.FindingOutput]

    init(_ refusal: Refusal, file: String?) {
        self.file = file
        findings = refusal.findings.map { ScoreOutput.FindingOutput($0, effect: nil) }
    }
}

extension ScoredFile {
    /// Everything found in the file, and the remarks on the verdict.
    var findings: [Finding] { reading.allFindings + examination.remarks }

    /// What mending a damaged cell changes in the total; `nil` where that cannot be told, or the finding is of another kind.
    func effect(of finding: Finding) -> Ratio? {
        reading.diagnosis?.faults.first { $0.finding == finding }?.effect
    }
}
