import Foundation
import InstrumentFiles
import Rulebook
import Testing

/// A unit on its way through all stages, as `Tests/Situations/tahapan-*.json` tells it: each step with exactly what it needs.
struct StageSituation: Decodable, CustomTestStringConvertible, Sendable {
    struct Person: Decodable {
        let role: String
        let insider: Bool?
    }

    struct Step: Decodable {
        struct Result: Decodable {
            let score: String?
            let step: String?
            let passed: Bool?
            let respondents: Int?
            let team: String?
            let favourable: Bool?
            let ground: String?
            let until: String?
        }

        let move: String
        let by: String
        /// Somebody who took the step before and must not take this one, even with the role for it.
        let notBy: String?
        let day: String
        let to: String
        let checks: [String]?
        let documents: [String]?
        let reference: String?
        let reason: String?
        let result: Result?
    }

    struct Standing: Decodable {
        let awards: [String]
    }

    let about: String
    let programme: String
    let designation: String
    let affirmation: String?
    let people: [String: Person]
    let standing: Standing?
    let steps: [Step]

    var testDescription: String { "\(programme) \(designation): \(about)" }

    static let all: [StageSituation] = {
        let folder = Shipped.tests.appending(path: "Situations")
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return files.filter { $0.lastPathComponent.hasPrefix("tahapan-") }.sorted { $0.path < $1.path }.compactMap {
            do {
                return try JSONDecoder().decode(StageSituation.self, from: Data(contentsOf: $0))
            } catch {
                Issue.record("\($0.lastPathComponent): \(error)")
                return nil
            }
        }
    }()
}

extension StageSituation {
    func actor(_ name: String, as role: Role? = nil) throws -> MoveActor {
        let person = try #require(people[name])
        let own = try #require(Role(rawValue: person.role))
        return MoveActor(account: AccountID(name), roles: Set([own, role].compactMap { $0 }), units: person.insider == true ? [Bench.unit] : [])
    }

    func result(_ step: Step) throws -> MoveResult {
        guard let result = step.result else { return .none }
        if let id = result.step {
            let isPassed = result.passed ?? false
            return .step(ReviewStepID(id), isPassed: isPassed, respondents: result.respondents, team: try #require(result.team))
        }
        if let favourable = result.favourable { return .conclusion(isFavourable: favourable, score: result.score ?? "") }
        if let score = result.score { return .score(score) }
        if let ground = result.ground { return .ground(ground) }
        return .award(until: result.until.flatMap { Day($0) })
    }
}

@Suite("A unit goes through all stages")
struct StageSituationTests {
    @Test("There are situations for each regulation and designation")
    func enough() {
        for id in ProgrammeLibrary.shipped {
            for designation in Designation.allCases {
                #expect(StageSituation.all.contains { $0.programme == id.text && $0.designation == designation.rawValue })
            }
        }
    }

    @Test("Step by step, with exactly what each needs; every forbidden move is tried on the way", arguments: StageSituation.all)
    func walk(situation: StageSituation) throws {
        let designation = try #require(Designation(rawValue: situation.designation))
        var bench = try Bench(ProgrammeID(situation.programme), designation)
        bench.affirmation = situation.affirmation
        bench.standing = UnitStanding(awards: Set((situation.standing?.awards ?? []).compactMap(Designation.init(rawValue:))))
        for step in situation.steps {
            try forbidden(bench, step, situation)
            let request = try sound(step, situation)
            try bench.take(request, checks: checks(step))
            #expect(try bench.candidacy().state.kind.rawValue == step.to, "\(step.move) on \(step.day)")
        }
    }

    private func checks(_ step: StageSituation.Step, without lost: String? = nil) -> [Check: CheckResult] {
        let met = (step.checks ?? []).filter { $0 != lost }.compactMap(Check.init(rawValue:))
        return Dictionary(uniqueKeysWithValues: met.map { ($0, CheckResult(isMet: true, statement: "Ada.")) })
    }

    private func sound(
        _ step: StageSituation.Step, _ situation: StageSituation, by actor: MoveActor? = nil, without lost: String? = nil, on day: Day? = nil,
        reference: String? = nil, reason: String? = nil
    ) throws -> MoveRequest {
        let move = try #require(Move(rawValue: step.move))
        let own = try #require(Day(step.day))
        let documents = (step.documents ?? []).filter { $0 != lost }.map { (DocumentKind($0), DocumentID("d-\($0)")) }
        return MoveRequest(
            move, by: try actor ?? situation.actor(step.by), day: day ?? own, today: own, reason: reason ?? step.reason ?? "",
            reference: reference ?? step.reference ?? "", result: try situation.result(step), documents: Dictionary(uniqueKeysWithValues: documents))
    }

    /// Tries, from where the candidacy stands, every other step, and this step without each thing it needs.
    private func forbidden(_ bench: Bench, _ step: StageSituation.Step, _ situation: StageSituation) throws {
        let move = try #require(Move(rawValue: step.move))
        let open = try bench.candidacy().openMoves(under: bench.rules)
        for other in Move.allCases where !open.contains(other) {
            #expect(try bench.unmet(bench.request(other)) == [.order], "\(other) before \(step.move)")
        }
        let rule = try #require(bench.rules.rule(for: move, towards: bench.designation))
        for role in Role.allCases where !rule.roles.contains(role) {
            let wrong = MoveActor(account: "lain", roles: [role], units: [])
            #expect(try bench.unmet(sound(step, situation, by: wrong), checks: checks(step)) == [.role], "\(step.move) by \(role)")
        }
        for check in step.checks ?? [] {
            let subject = MoveRequirement.Subject.check(try #require(Check(rawValue: check)))
            #expect(try bench.unmet(sound(step, situation), checks: checks(step, without: check)) == [subject], "\(step.move) without \(check)")
        }
        for document in step.documents ?? [] {
            let unmet = try bench.unmet(sound(step, situation, without: document), checks: checks(step))
            #expect(unmet == [.document(DocumentKind(document))], "\(step.move) without \(document)")
        }
        if step.reference != nil { #expect(try bench.unmet(sound(step, situation, reference: ""), checks: checks(step)) == [.reference]) }
        if step.reason != nil { #expect(try bench.unmet(sound(step, situation, reason: ""), checks: checks(step)) == [.reason]) }
        if let other = step.notBy {
            let role = try #require(rule.roles.first)
            let unmet = try bench.unmet(sound(step, situation, by: situation.actor(other, as: role)), checks: checks(step))
            #expect(unmet.count == 1 && unmet.allSatisfy { if case .apart = $0 { true } else { false } }, "\(step.move) by \(other): \(unmet)")
        }
        if rule.isForOutsiders {
            let insider = MoveActor(account: "dalam", roles: Set(rule.roles), units: [Bench.unit])
            #expect(try bench.unmet(sound(step, situation, by: insider), checks: checks(step)) == [.outsider])
        }
        let tomorrow = try #require(Day(step.day)).adding(days: 1)
        #expect(try bench.unmet(sound(step, situation, on: tomorrow), checks: checks(step)) == [.day])
        if let last = bench.moves.last?.day {
            #expect(try bench.unmet(sound(step, situation, on: last.adding(days: -1)), checks: checks(step)).contains(.day))
        }
    }
}
