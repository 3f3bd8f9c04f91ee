import InstrumentFiles
import Rulebook
import Testing

/// A candidacy on the bench: moved step by step, with everything that a step needs unless a test takes it away.
struct Bench {
    static let unit: WorkUnitID = "dukcapil"
    static let law2021: ProgrammeID = "permenpanrb-90-2021"
    static let law2014: ProgrammeID = "permenpanrb-52-2014"

    /// One person for each role that takes steps, and a second national reviewer.
    static let head = MoveActor(account: "pimpinan", roles: [.agencyHead], units: [])
    static let administrator = MoveActor(account: "admin", roles: [.agencyAdministrator], units: [])
    static let unitHead = MoveActor(account: "kepala", roles: [.unitHead], units: [unit])
    static let lead = MoveActor(account: "ketua", roles: [.assessorLead], units: [])
    static let reviewer = MoveActor(account: "tpn-1", roles: [.nationalReviewer], units: [])
    static let secondReviewer = MoveActor(account: "tpn-2", roles: [.nationalReviewer], units: [])
    static let all = [head, administrator, unitHead, lead, reviewer, secondReviewer]

    let rules: ProgrammeRules
    let designation: Designation
    var affirmation: String?
    var needsAttention: String?
    var standing: UnitStanding
    private(set) var moves: [RecordedMove] = []

    init(_ programme: ProgrammeID, _ designation: Designation) throws {
        rules = try ProgrammeLibrary.rules(programme)
        self.designation = designation
        standing = UnitStanding(awards: designation == .wbbm ? [.wbk] : [])
    }

    func candidacy() throws -> Candidacy {
        try #require(
            Candidacy(unit: Self.unit, designation: designation, affirmation: affirmation, needsAttention: needsAttention, moves: moves))
    }

    /// Everything that a step needs, done by somebody who may.
    func request(_ move: Move, by actor: MoveActor? = nil, on day: Day? = nil) throws -> MoveRequest {
        let rule = rules.rule(for: move, towards: designation)
        let proposers = moves.last { $0.move == .proposeAward || $0.move == .recommendRevocation || $0.move == .openRevocation }?.actor
        let able = Self.all.filter { actor in rule?.roles.contains(where: actor.roles.contains) ?? false }
        let chosen = actor ?? able.first { $0.account != proposers } ?? able.first ?? Self.head
        let date = day ?? (moves.last?.day ?? Self.first).adding(days: 1)
        return MoveRequest(
            move, by: chosen, day: date, today: date, reason: "Ada alasannya.", reference: "SK 1",
            result: try result(of: move), documents: Dictionary(uniqueKeysWithValues: (rule?.documents ?? []).map { ($0, DocumentID("d-\($0)")) }))
    }

    private static let first = Day(year: 2_025, month: 1, day: 2) ?? .first

    private func result(of move: Move) throws -> MoveResult {
        switch move {
        case .recordReviewStep:
            let next = try candidacy().nextReviewStep(under: rules) ?? rules.reviewSteps(towards: designation)[0]
            return .step(next.id, isPassed: true, respondents: next.leastRespondents, team: "Tim TPN")
        case .concludeReview:
            guard case .reviewing(_, let isFavourable) = try candidacy().state else { return .conclusion(isFavourable: true, score: "86") }
            return .conclusion(isFavourable: isFavourable, score: "86,00")
        case .closeAssessment: return .score("87,25")
        case .award: return .award(until: nil)
        case .openRevocation: return .ground(rules.parts.revocationGrounds[0].id)
        default: return .none
        }
    }

    /// Every check is met.
    static let met = Dictionary(uniqueKeysWithValues: Check.allCases.map { ($0, CheckResult(isMet: true, statement: "Ada.")) })

    func unmet(_ request: MoveRequest, checks: [Check: CheckResult] = met) throws -> Set<MoveRequirement.Subject> {
        do throws(MoveRefusal) {
            _ = try candidacy(now: ()).decide(request, under: rules, knowing: checks, standing: standing)
            return []
        } catch {
            return Set(error.unmet.map(\.subject))
        }
    }

    private func candidacy(now: Void) throws(MoveRefusal) -> Candidacy {
        guard
            let made = Candidacy(unit: Self.unit, designation: designation, affirmation: affirmation, needsAttention: needsAttention, moves: moves)
        else { throw MoveRefusal([]) }
        return made
    }

    /// Takes a step, or throws what stands in its way.
    mutating func take(_ request: MoveRequest, checks: [Check: CheckResult] = met) throws {
        let candidacy = try candidacy()
        let decision = try candidacy.decide(request, under: rules, knowing: checks, standing: standing)
        moves.append(
            RecordedMove(
                sequence: moves.count + 1, move: request.move, from: candidacy.state.kind, to: decision.next.kind,
                actor: request.actor.account, role: decision.role, day: request.day, reason: request.reason,
                legalBasis: decision.legalBasis, reference: request.reference, documents: decision.documents, result: request.result,
                at: Timestamp(milliseconds: 0)))
    }

    /// Takes steps with everything they need.
    mutating func take(_ moves: [Move]) throws {
        for move in moves { try take(request(move)) }
    }

    /// The way to a state, as short as it can be.
    mutating func reach(_ kind: CandidacyState.Kind) throws {
        let road: [Move] = [.declare, .propose, .appoint, .openAssessment, .closeAssessment, .nominate, .startReview]
        let kinds: [CandidacyState.Kind] = [.preparing, .declared, .proposed, .developing, .assessing, .assessed, .nominated, .reviewing]
        if let place = kinds.firstIndex(of: kind) { return try take(Array(road.prefix(place))) }
        if kind == .withdrawn { return try take([.withdraw]) }
        try take(road)
        for _ in rules.reviewSteps(towards: designation) { try take(request(.recordReviewStep)) }
        let after: [(Move, CandidacyState.Kind)] = [
            (.concludeReview, .reviewed), (.proposeAward, .awardProposed), (.award, .awarded), (.openRevocation, .revocationOpened),
            (.clarify, .revocationClarified), (.recommendRevocation, .revocationRecommended), (.revoke, .revoked),
        ]
        for (move, state) in after where rules.rule(for: move, towards: designation) != nil {
            try take(request(move))
            if state == kind { return }
        }
    }
}
