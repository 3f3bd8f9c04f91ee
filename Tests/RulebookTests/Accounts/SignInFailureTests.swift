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
        "A wait is told to people in minutes and to programs in seconds, both rounded up",
        arguments: [
            (-1, 1, 1), (0, 1, 1), (1, 1, 1), (999, 1, 1), (1_000, 1, 1), (1_001, 1, 2), (59_999, 1, 60), (60_000, 1, 60), (60_001, 2, 61),
            (899_999, 15, 900), (900_000, 15, 900), (900_001, 16, 901),
        ] as [(Int64, Int, Int64)])
    func wait(milliseconds: Int64, minutes: Int, seconds: Int64) {
        let now = Timestamp(milliseconds: 1_000_000)
        let refusal = SignInFailure.throttled(until: Timestamp(milliseconds: 1_000_000 + milliseconds), at: now)
        #expect(refusal.findings.map(\.code) == [.signInThrottled])
        #expect(refusal.findings[0].message.hasSuffix("dalam \(minutes) menit."))
        #expect(refusal.retryAfter == seconds)
    }

    @Test("Even the longest wait is told")
    func longest() {
        let refusal = SignInFailure.throttled(until: Timestamp(milliseconds: .max), at: Timestamp(milliseconds: .min))
        #expect(refusal.findings[0].message.contains("menit"))
    }
}
