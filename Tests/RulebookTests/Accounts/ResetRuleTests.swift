import Rulebook
import Testing

@Suite("Resetting an account")
struct ResetRuleTests {
    private let now = Timestamp(milliseconds: 1_764_000_000_000)

    private func refusal(of request: ResetRule.Request, by approver: AccountID, after seconds: Int64 = 0) -> ResetRule.ResetRefusal? {
        do throws(ResetRule.ResetRefusal) {
            try ResetRule.checkApproval(of: request, by: approver, at: request.requestedAt.adding(seconds: seconds))
            return nil
        } catch { return error }
    }

    @Test("Whoever has a key role is reset by two people, others by one", arguments: People.standings)
    func two(standing: People.Standing) throws {
        let grants = [try People.grant(standing.role, standing.scope)]
        let outcome = try ResetRule.request(for: "dia", holding: grants, by: "saya", on: People.today)
        #expect(outcome == (standing.role.isKey ? .awaitApproval : .issue))
    }

    @Test("Key roles are the administrators and the head of an agency")
    func keys() {
        #expect(Role.allCases.filter(\.isKey) == [.agencyAdministrator, .agencyHead, .nationalAdministrator])
    }

    @Test("A key role counts until its last day, also one yet to begin", arguments: [(-1, true), (0, true), (1, false)])
    func dates(offset: Int, takesTwo: Bool) throws {
        let ending = try People.grant(.agencyAdministrator, People.a, from: People.today.adding(days: -9), until: People.today)
        #expect(ResetRule.takesTwo([ending], on: People.today.adding(days: offset)) == takesTwo)
        #expect(ResetRule.takesTwo([try People.grant(.agencyHead, People.a, from: People.today.adding(days: 9))], on: People.today))
        #expect(!ResetRule.takesTwo([], on: People.today))
    }

    @Test("Nobody resets their own account this way")
    func oneself() {
        #expect(throws: ResetRule.ResetRefusal.ownAccount) { try ResetRule.request(for: "saya", holding: [], by: "saya", on: People.today) }
        #expect(refusal(of: .init(subject: "saya", requestedBy: "saya", requestedAt: now), by: "lain") == .ownAccount)
    }

    @Test("The approver is a third person")
    func third() {
        let request = ResetRule.Request(subject: "dia", requestedBy: "saya", requestedAt: now)
        #expect(refusal(of: request, by: "saya") == .approvedByRequester)
        #expect(refusal(of: request, by: "dia") == .approvedBySubject)
        #expect(refusal(of: request, by: "lain") == nil)
    }

    @Test("A request waits a day", arguments: [(86_399, nil), (86_400, .tooOld), (86_401, .tooOld)] as [(Int64, ResetRule.ResetRefusal?)])
    func age(seconds: Int64, expected: ResetRule.ResetRefusal?) {
        #expect(refusal(of: .init(subject: "dia", requestedBy: "saya", requestedAt: now), by: "lain", after: seconds) == expected)
    }

    @Test("Each refusal has a sentence of its own")
    func sentences() {
        let all = ResetRule.ResetRefusal.allCases
        #expect(Set(all.map { $0.refusal.findings[0].message }).count == all.count)
        #expect(all.allSatisfy { $0.refusal.findings[0].code == .resetApprovalRefused })
        #expect(ResetRule.awaitingApproval.findings.map(\.code) == [.linkAwaitsApproval])
    }
}
