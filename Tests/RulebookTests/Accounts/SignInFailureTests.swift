import Rulebook
import Testing

@Suite("What a failed sign-in says")
struct SignInFailureTests {
    @Test("One code, one sentence, one place, whatever the reason")
    func same() {
        let refusals = Set(SignInFailure.allCases.map(\.refusal))
        #expect(SignInFailure.allCases.count == 5 && refusals.count == 1)
        #expect(refusals.first?.findings.map(\.code) == [.signInFailed])
        #expect(refusals.first?.findings.map(\.location) == [""])
    }

    @Test(
        "A wait is told in minutes, rounded up", arguments: [(-1, 1), (0, 1), (1, 1), (60_000, 1), (60_001, 2), (899_999, 15), (900_000, 15)] as [(Int64, Int)])
    func minutes(milliseconds: Int64, minutes: Int) {
        let now = Timestamp(milliseconds: 1_000_000)
        let refusal = SignInFailure.throttled(until: Timestamp(milliseconds: 1_000_000 + milliseconds), at: now)
        #expect(refusal.findings.map(\.code) == [.signInThrottled])
        #expect(refusal.findings[0].message.hasSuffix("dalam \(minutes) menit."))
    }

    @Test("Even the longest wait is told")
    func longest() {
        let refusal = SignInFailure.throttled(until: Timestamp(milliseconds: .max), at: Timestamp(milliseconds: .min))
        #expect(refusal.findings[0].message.contains("menit"))
    }
}
