import Rulebook
import Testing

@Suite("Throttling of sign-in")
struct SignInThrottleTests {
    private let throttle = SignInThrottle.standard
    private let now = Timestamp(milliseconds: 1_764_000_000_000)

    private func ago(_ seconds: Int64) -> Timestamp { now.adding(seconds: -seconds) }

    @Test("Nothing failed, nothing to wait for")
    func fresh() {
        #expect(throttle.decide(.init(), at: now) == .proceed)
    }

    @Test(
        "The fifth failure costs a minute, each further one twice that, up to fifteen",
        arguments: [(0, 0), (4, 0), (5, 60), (6, 120), (7, 240), (8, 480), (9, 900), (10, 900), (36, 900), (70, 900), (Int.max, 900)] as [(Int, Int64)])
    func growing(failures: Int, delay: Int64) {
        #expect(throttle.delay(account: failures, today: min(failures, 19)) == delay)
    }

    @Test("From the twentieth failure of a day each costs fifteen minutes", arguments: [(19, 0), (20, 900), (21, 900)] as [(Int, Int64)])
    func day(failures: Int, delay: Int64) {
        #expect(throttle.delay(account: 1, today: failures) == delay)
    }

    @Test("A delay is over to the millisecond")
    func end() {
        let counters = SignInThrottle.Counters(account: 5, accountToday: 5, lastOfAccount: now)
        let end = now.adding(seconds: 60)
        #expect(throttle.decide(counters, at: Timestamp(milliseconds: end.milliseconds - 1)) == .wait(until: end))
        #expect(throttle.decide(counters, at: end) == .proceed)
        #expect(throttle.decide(counters, at: Timestamp(milliseconds: end.milliseconds + 1)) == .proceed)
    }

    @Test("An address waits from its fiftieth failure of an hour", arguments: [(49, false), (50, true), (51, true)])
    func address(failures: Int, waits: Bool) {
        let decision = throttle.decide(.init(address: failures, firstOfAddress: ago(600)), at: now)
        #expect(decision == (waits ? .wait(until: now.adding(seconds: 3_000)) : .proceed))
    }

    @Test("An address is free again an hour after its first failure that counts")
    func addressEnd() {
        let counters = SignInThrottle.Counters(address: 50, firstOfAddress: ago(3_600))
        #expect(throttle.decide(counters, at: Timestamp(milliseconds: now.milliseconds - 1)) == .wait(until: now))
        #expect(throttle.decide(counters, at: now) == .proceed)
    }

    @Test("Of two reasons to wait the longer counts")
    func both() {
        let account = SignInThrottle.Counters(account: 9, accountToday: 9, lastOfAccount: now, address: 50, firstOfAddress: ago(3_500))
        #expect(throttle.decide(account, at: now) == .wait(until: now.adding(seconds: 900)))
        let address = SignInThrottle.Counters(account: 5, accountToday: 5, lastOfAccount: now, address: 50, firstOfAddress: now)
        #expect(throttle.decide(address, at: now) == .wait(until: now.adding(seconds: 3_600)))
    }

    @Test("Nobody is locked out for good: however much failed, one attempt is looked at after an hour at most")
    func notForGood() {
        for ahead in [0, 60, 1_000_000] as [Int64] {
            let worst = SignInThrottle.Counters(
                account: .max, accountToday: .max, lastOfAccount: now.adding(seconds: ahead), address: .max, firstOfAddress: now.adding(seconds: ahead))
            guard case .wait(let until) = throttle.decide(worst, at: now) else {
                Issue.record("endless failures cost nothing")
                return
            }
            #expect(until.milliseconds(since: now) == 3_600_000)
            let accountOnly = SignInThrottle.Counters(account: .max, accountToday: .max, lastOfAccount: now.adding(seconds: ahead))
            #expect(throttle.decide(accountOnly, at: now) == .wait(until: now.adding(seconds: 900)))
        }
    }

    @Test("Other figures are followed")
    func figures() {
        let strict = SignInThrottle(accountLimit: 1, longLimit: 3, firstDelay: 10, longestDelay: 25, addressLimit: 2, addressWindow: 5)
        #expect([0, 1, 2, 3].map { strict.delay(account: $0, today: 0) } == [0, 10, 20, 25])
        #expect(SignInThrottle(firstDelay: .max).delay(account: 9, today: 9) == 900)
    }
}
