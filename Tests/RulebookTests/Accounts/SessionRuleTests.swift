import Rulebook
import Testing

@Suite("Sessions")
struct SessionRuleTests {
    private let rule = SessionRule.standard
    private let start = Timestamp(milliseconds: 1_764_000_000_000)

    private func state(
        after seconds: Int64, lastUsed: Int64, plus milliseconds: Int64 = 0, revoked: Bool = false, pending: SessionRule.Pending? = nil
    ) -> SessionRule.State {
        let facts = SessionRule.Facts(
            startedAt: start, lastUsedAt: start.adding(seconds: lastUsed), revokedAt: revoked ? start : nil, pending: pending)
        return rule.state(of: facts, at: Timestamp(milliseconds: start.adding(seconds: seconds).milliseconds + milliseconds))
    }

    @Test(
        "Thirty minutes without use end it", arguments: [(-1, SessionRule.State.valid), (0, .idleExpired), (1, .idleExpired)] as [(Int64, SessionRule.State)])
    func idle(milliseconds: Int64, expected: SessionRule.State) {
        #expect(state(after: 1_800, lastUsed: 0, plus: milliseconds) == expected)
        #expect(state(after: 5_400, lastUsed: 3_600, plus: milliseconds) == expected)
    }

    @Test("Twelve hours end it, used or not", arguments: [(-1, SessionRule.State.valid), (0, .expired), (1, .expired)] as [(Int64, SessionRule.State)])
    func absolute(milliseconds: Int64, expected: SessionRule.State) {
        #expect(state(after: 43_200, lastUsed: 43_199, plus: milliseconds) == expected)
    }

    @Test("What is pending has to be done within ten minutes", arguments: SessionRule.Pending.allCases)
    func pending(pending: SessionRule.Pending) {
        #expect(state(after: 599, lastUsed: 599, plus: 999, pending: pending) == .pending(pending))
        #expect(state(after: 600, lastUsed: 599, pending: pending) == .expired)
        #expect(state(after: 600, lastUsed: 599, plus: 1, pending: pending) == .expired)
    }

    @Test("Ended by somebody counts before all else")
    func revoked() {
        #expect(state(after: 0, lastUsed: 0, revoked: true) == .revoked)
        #expect(state(after: 99_999, lastUsed: 0, revoked: true, pending: .enrolment) == .revoked)
    }

    @Test("A clock that is a little ahead is forgiven, no more", arguments: [(119_999, true), (120_000, true), (120_001, false)] as [(Int64, Bool)])
    func clocks(ahead: Int64, believed: Bool) {
        let now = Timestamp(milliseconds: start.milliseconds - ahead)
        #expect((rule.state(of: .init(startedAt: start, lastUsedAt: start), at: now) == .valid) == believed)
        #expect((rule.state(of: .init(startedAt: now, lastUsedAt: start), at: now) == .valid) == believed)
    }

    @Test("Other limits are followed")
    func limits() {
        let short = SessionRule(idleLimit: 10, absoluteLimit: 20, pendingLimit: 5)
        #expect(short.state(of: .init(startedAt: start, lastUsedAt: start), at: start.adding(seconds: 9)) == .valid)
        #expect(short.state(of: .init(startedAt: start, lastUsedAt: start), at: start.adding(seconds: 10)) == .idleExpired)
        #expect(short.state(of: .init(startedAt: start, lastUsedAt: start.adding(seconds: 15)), at: start.adding(seconds: 20)) == .expired)
    }

    @Test("Extreme times end in a state, not in a trap")
    func extremes() {
        let ends = [Timestamp(milliseconds: .min), Timestamp(milliseconds: 0), Timestamp(milliseconds: .max)]
        for begin in ends {
            for last in ends {
                #expect(rule.state(of: .init(startedAt: begin, lastUsedAt: last), at: Timestamp(milliseconds: .max)) == .expired)
            }
        }
    }

    @Test("Each state but a valid one says what to do")
    func sentences() {
        let codes: [(SessionRule.State, FindingCode)] = [
            (.pending(.secondFactor), .secondFactorPending), (.pending(.enrolment), .secondFactorRequired), (.pending(.passwordChange), .passwordChangePending),
            (.idleExpired, .sessionExpired), (.expired, .sessionExpired), (.revoked, .sessionRevoked),
        ]
        for (state, code) in codes { #expect(state.refusal?.findings.map(\.code) == [code]) }
        #expect(SessionRule.State.valid.refusal == nil)
    }
}
