import ExactMath
import Foundation
import Rulebook
import Testing

/// A sheet of `Tests/Situations` with what it must score, reckoned by other means than this program.
struct Situation: Decodable, CustomTestStringConvertible, Sendable {
    struct Expected: Decodable {
        let total: String
        let met: Bool
        let unmet: [String]
        let nodes: [String: String]
    }

    let instrument: String
    let designation: String
    let about: String
    let answers: [String: String]
    let expected: Expected

    var testDescription: String { "\(instrument) \(designation): \(about)" }

    static let all: [Situation] = {
        let folder = Shipped.tests.appending(path: "Situations")
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return files.filter { $0.pathExtension == "json" && !$0.lastPathComponent.hasPrefix("tahapan-") }.sorted { $0.path < $1.path }.compactMap {
            do {
                return try JSONDecoder().decode(Situation.self, from: Data(contentsOf: $0))
            } catch {
                Issue.record("\($0.lastPathComponent): \(error)")
                return nil
            }
        }
    }()
}

@Suite("Situations")
struct SituationTests {
    @Test("There are at least six situations for each instrument", arguments: Shipped.ids)
    func enough(id: InstrumentID) {
        #expect(Situation.all.filter { $0.instrument == id.text }.count >= 6)
    }

    @Test("Every level scores exactly what was reckoned by other means", arguments: Situation.all)
    func scores(situation: Situation) throws {
        let scorer = try Shipped.scorer(InstrumentID(situation.instrument))
        let sheet = try ScoringSheet.reading(situation.answers, for: scorer.instrument)
        let scored = try scorer.score(sheet)
        #expect(scored.total == (try Ratio.exact(situation.expected.total)))
        #expect(situation.expected.nodes.count == scorer.instrument.nodes.count)
        for (node, score) in zip(scorer.instrument.nodes, scored.nodeScores) {
            #expect(score.exact == situation.expected.nodes[node.code.text], "\(node.code)")
        }
    }

    @Test("Every verdict comes out as reckoned by other means", arguments: Situation.all)
    func verdicts(situation: Situation) throws {
        let scorer = try Shipped.scorer(InstrumentID(situation.instrument))
        let designation = try #require(Designation(rawValue: situation.designation))
        let sheet = try ScoringSheet.reading(situation.answers, for: scorer.instrument)
        for verdict in [try scorer.judge(sheet, for: designation), try scorer.verdict(on: scorer.score(sheet), for: designation)] {
            #expect(verdict.met == situation.expected.met)
            #expect(verdict.unmet.map(\.condition.id.text) == situation.expected.unmet)
        }
    }
}
