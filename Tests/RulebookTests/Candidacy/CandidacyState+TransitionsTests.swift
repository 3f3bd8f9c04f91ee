import Rulebook
import Testing

@Suite("Where each step of a candidacy leads")
struct TransitionsTests {
    private static let actor: AccountID = "a"
    private static let step = MoveResult.step("x", isPassed: true, respondents: nil, team: "Tim")

    /// Every state in one form at least, and from it every step that leads anywhere, with where it leads. What is not here leads nowhere.
    private static let table: [(from: CandidacyState, moves: [(Move, MoveResult, CandidacyState)])] = [
        (.preparing, [(.declare, .none, .declared), (.withdraw, .none, .withdrawn)]),
        (.declared, [(.propose, .none, .proposed), (.withdraw, .none, .withdrawn)]),
        (.proposed, [(.appoint, .none, .developing), (.withdraw, .none, .withdrawn)]),
        (.developing, [(.openAssessment, .none, .assessing), (.withdraw, .none, .withdrawn)]),
        (.assessing, [(.closeAssessment, .score("1"), .assessed), (.withdraw, .none, .withdrawn)]),
        (
            .assessed,
            [(.nominate, .none, .nominated), (.returnForDevelopment, .none, .developing), (.withdraw, .none, .withdrawn)]
        ),
        (
            .nominated,
            [
                (.startReview, .none, .reviewing(done: [], isFavourable: true)), (.returnForDevelopment, .none, .developing),
                (.withdraw, .none, .withdrawn),
            ]
        ),
        (
            .reviewing(done: ["a"], isFavourable: true),
            [
                (.recordReviewStep, step, .reviewing(done: ["a", "x"], isFavourable: true)),
                (
                    .recordReviewStep, .step("x", isPassed: false, respondents: 3, team: ""),
                    .reviewing(done: ["a", "x"], isFavourable: false)
                ),
                (.concludeReview, .conclusion(isFavourable: true, score: ""), .reviewed(isFavourable: true)),
                (.concludeReview, .conclusion(isFavourable: false, score: ""), .reviewed(isFavourable: false)),
                (.returnForDevelopment, .none, .developing), (.withdraw, .none, .withdrawn),
            ]
        ),
        (
            .reviewing(done: ["a"], isFavourable: false),
            [
                (.concludeReview, .conclusion(isFavourable: false, score: ""), .reviewed(isFavourable: false)),
                (.returnForDevelopment, .none, .developing), (.withdraw, .none, .withdrawn),
            ]
        ),
        (
            .reviewed(isFavourable: true),
            [(.proposeAward, .none, .awardProposed(by: actor)), (.returnForDevelopment, .none, .developing), (.withdraw, .none, .withdrawn)]
        ),
        (.reviewed(isFavourable: false), [(.returnForDevelopment, .none, .developing), (.withdraw, .none, .withdrawn)]),
        (
            .awardProposed(by: "b"),
            [(.award, .award(until: nil), .awarded), (.returnForDevelopment, .none, .developing), (.withdraw, .none, .withdrawn)]
        ),
        (.awardProposed(by: actor), [(.returnForDevelopment, .none, .developing), (.withdraw, .none, .withdrawn)]),
        (.awarded, [(.recordMonitoring, .none, .awarded), (.openRevocation, .ground("g"), .revocationOpened)]),
        (
            .revocationOpened,
            [
                (.clarify, .none, .revocationClarified), (.recommendRevocation, .none, .revocationRecommended), (.revoke, .none, .revoked),
                (.dismissRevocation, .none, .awarded),
            ]
        ),
        (
            .revocationClarified,
            [(.recommendRevocation, .none, .revocationRecommended), (.revoke, .none, .revoked), (.dismissRevocation, .none, .awarded)]
        ),
        (.revocationRecommended, [(.revoke, .none, .revoked), (.dismissRevocation, .none, .awarded)]),
        (.revoked, []), (.withdrawn, []),
    ]

    @Test("The table has every state")
    func complete() {
        #expect(Set(Self.table.map(\.from.kind)) == Set(CandidacyState.Kind.allCases))
    }

    @Test("Each step leads from each state where the table says, and nowhere else")
    func exhaustive() {
        let results: [MoveResult] = [
            .none, .score("1"), Self.step, .step("x", isPassed: false, respondents: 3, team: ""), .step("a", isPassed: true, respondents: nil, team: ""),
            .conclusion(isFavourable: true, score: ""), .conclusion(isFavourable: false, score: ""), .ground("g"), .award(until: nil),
        ]
        for (from, moves) in Self.table {
            for move in Move.allCases {
                for result in results {
                    let next = from.after(move, by: Self.actor, with: result)
                    let expected = moves.first { $0.0 == move && ($0.1 == result || !Self.isDecided(move, by: result)) }?.2
                    #expect(next == expected, "\(from) \(move) \(result)")
                }
            }
        }
    }

    /// Whether what the step brings along decides where it leads.
    private static func isDecided(_ move: Move, by result: MoveResult) -> Bool { move == .recordReviewStep || move == .concludeReview }

    @Test("A step of the review is not recorded twice")
    func twice() {
        let state = CandidacyState.reviewing(done: ["x"], isFavourable: true)
        #expect(state.after(.recordReviewStep, by: Self.actor, with: Self.step) == nil)
    }

    @Test("Nobody awards what they proposed, whatever a programme file says")
    func twoPeople() {
        let state = CandidacyState.awardProposed(by: "a")
        #expect(state.after(.award, by: "a", with: .award(until: nil)) == nil)
        #expect(state.after(.award, by: "b", with: .award(until: nil)) == .awarded)
    }

    @Test("The revocation passes over no step that the regulation asks for", arguments: [Bench.law2021, Bench.law2014])
    func revocation(programme: ProgrammeID) throws {
        let rules = try Bench(programme, .wbk).rules
        func open(_ state: CandidacyState) -> [Move] { Move.allCases.filter { state.allows($0, under: rules, towards: .wbk) } }
        let isNew = programme == Bench.law2021
        #expect(open(.revocationOpened) == (isNew ? [.clarify, .dismissRevocation] : [.revoke, .dismissRevocation]))
        if isNew {
            #expect(open(.revocationClarified) == [.recommendRevocation, .dismissRevocation])
            #expect(open(.revocationRecommended) == [.revoke, .dismissRevocation])
        }
    }
}
