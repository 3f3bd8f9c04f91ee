import Rulebook
import Testing

@Suite("Links for one use")
struct OneTimeLinkTests {
    private let issued = Timestamp(milliseconds: 1_764_000_000_000)

    @Test(
        "A link is good for its time and no longer",
        arguments: [
            (OneTimeLink.Kind.invitation, 604_800), (.setUp, 86_400), (.passwordReset, 3_600), (.secondFactorReset, 3_600),
        ] as [(OneTimeLink.Kind, Int64)])
    func lifetime(kind: OneTimeLink.Kind, seconds: Int64) {
        let link = OneTimeLink(kind: kind, issuedAt: issued)
        let end = issued.adding(seconds: seconds)
        #expect(link.expiresAt == end && link.state(at: issued) == .unused)
        #expect(link.state(at: Timestamp(milliseconds: end.milliseconds - 1)) == .unused)
        #expect(link.state(at: end) == .expired)
        #expect(link.state(at: Timestamp(milliseconds: end.milliseconds + 1)) == .expired)
    }

    @Test("Used stays used, withdrawn stays withdrawn, whatever the time", arguments: [0, 3_599, 3_600, 9_999_999] as [Int64])
    func done(seconds: Int64) {
        let now = issued.adding(seconds: seconds)
        #expect(OneTimeLink(kind: .passwordReset, issuedAt: issued, usedAt: issued).state(at: now) == .used)
        #expect(OneTimeLink(kind: .passwordReset, issuedAt: issued, withdrawnAt: issued).state(at: now) == .withdrawn)
        #expect(OneTimeLink(kind: .passwordReset, issuedAt: issued, usedAt: issued, withdrawnAt: issued).state(at: now) == .used)
    }

    @Test("At the end of time a link ends instead of wrapping round")
    func extreme() {
        let link = OneTimeLink(kind: .invitation, issuedAt: Timestamp(milliseconds: .max))
        #expect(link.state(at: Timestamp(milliseconds: .max)) == .expired)
    }

    @Test("One sentence serves every link that does not work")
    func sentence() {
        #expect(OneTimeLink.refusal.findings.map(\.code) == [.linkInvalid])
    }
}
