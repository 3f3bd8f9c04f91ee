import Rulebook
import Testing

@Suite("Closing and erasing an account")
struct AccountClosingTests {
    private func refusal(
        holding grants: [Grant] = [], closed: Bool = false, others: Int = 1, by caller: AccountID = "admin", with second: AccountID? = nil
    ) -> AccountClosing.ClosingRefusal? {
        do throws(AccountClosing.ClosingRefusal) {
            try AccountClosing.check(
                closing: "dia", holding: grants, isClosed: closed, otherAdministrators: { _ in others }, by: caller, approvedBy: second, on: People.today)
            return nil
        } catch { return error }
    }

    @Test("An ordinary account is closed by one, also by its owner", arguments: People.standings.filter { !$0.role.isKey })
    func ordinary(standing: People.Standing) throws {
        let grants = [try People.grant(standing.role, standing.scope)]
        #expect(refusal(holding: grants) == nil && refusal(holding: grants, others: 0, by: "dia") == nil)
    }

    @Test("An account with a key role is closed by two, the owner never the second", arguments: People.standings.filter(\.role.isKey))
    func key(standing: People.Standing) throws {
        let grants = [try People.grant(standing.role, standing.scope)]
        #expect(refusal(holding: grants) == .needsSecondPerson)
        #expect(refusal(holding: grants, by: "dia") == .needsSecondPerson)
        #expect(refusal(holding: grants, with: "admin") == .secondPersonNotEligible)
        #expect(refusal(holding: grants, with: "dia") == .secondPersonNotEligible)
        #expect(refusal(holding: grants, by: "dia", with: "dia") == .secondPersonNotEligible)
        #expect(refusal(holding: grants, with: "admin-2") == nil)
        #expect(refusal(holding: grants, by: "dia", with: "admin-2") == nil)
    }

    @Test("The last administrator's account stays open", arguments: [(0, true), (1, false), (2, false)])
    func last(others: Int, refused: Bool) throws {
        for (role, scope) in [(Role.agencyAdministrator, People.a), (.nationalAdministrator, Scope.nation)] {
            let grants = [try People.grant(role, scope)]
            #expect(refusal(holding: grants, others: others, with: "admin-2") == (refused ? .lastAdministrator(role) : nil))
        }
        let head = [try People.grant(.agencyHead, People.a)]
        #expect(refusal(holding: head, others: others, with: "admin-2") == nil)
    }

    @Test("Each administrator's role is counted by itself")
    func counted() throws {
        let grants = [try People.grant(.agencyAdministrator, People.a), try People.grant(.agencyAdministrator, People.b)]
        #expect(throws: AccountClosing.ClosingRefusal.lastAdministrator(.agencyAdministrator)) {
            try AccountClosing.check(
                closing: "dia", holding: grants, isClosed: false, otherAdministrators: { $0.scope == People.a ? 1 : 0 }, by: "admin", approvedBy: "admin-2",
                on: People.today)
        }
    }

    @Test("A role that has ended or is yet to begin does not make the last administrator")
    func dates() throws {
        let past = try People.grant(.agencyAdministrator, People.a, from: People.today.adding(days: -2), until: People.today.adding(days: -1))
        #expect(refusal(holding: [past], others: 0) == nil)
        let lastDay = try People.grant(.agencyAdministrator, People.a, from: People.today.adding(days: -2), until: People.today)
        #expect(refusal(holding: [lastDay], others: 0, with: "admin-2") == .lastAdministrator(.agencyAdministrator))
        let future = try People.grant(.agencyAdministrator, People.a, from: People.today.adding(days: 1))
        #expect(refusal(holding: [future], others: 0, with: "admin-2") == nil)
    }

    @Test("Closed is closed, and only then it is erased")
    func order() throws {
        #expect(refusal(closed: true) == .alreadyClosed)
        #expect(throws: AccountClosing.ClosingRefusal.notClosed) { try AccountClosing.checkErasing(isClosed: false) }
        try AccountClosing.checkErasing(isClosed: true)
    }

    @Test("What could sign in goes at once, what tells the person at the erasure, the journal's chain stays")
    func fates() {
        let expected: [AccountClosing.Datum: AccountClosing.Fate] = [
            .accountID: .stays, .grants: .stays, .journalFacts: .stays, .personName: .removedAtErasure, .signInName: .removedAtErasure,
            .failedSignIns: .removedAtErasure, .journalOpenings: .removedAtErasure, .searchWords: .removedAtErasure, .password: .removedAtClosing,
            .secondFactorKey: .removedAtClosing,
            .recoveryCodes: .removedAtClosing, .sessions: .removedAtClosing, .oneTimeLinks: .removedAtClosing,
            .rollNames: .removedAtErasure, .pactSignatures: .stays,
        ]
        for datum in AccountClosing.Datum.allCases { #expect(AccountClosing.fate(of: datum) == expected[datum], "\(datum)") }
    }

    @Test("Each refusal has its code")
    func codes() {
        let codes: [(AccountClosing.ClosingRefusal, FindingCode)] = [
            (.alreadyClosed, .accountClosed), (.lastAdministrator(.nationalAdministrator), .lastAdministrator), (.needsSecondPerson, .closingNeedsSecondPerson),
            (.secondPersonNotEligible, .secondPersonNotEligible), (.notClosed, .accountNotClosed),
        ]
        for (refusal, code) in codes { #expect(refusal.refusal.findings.map(\.code) == [code]) }
    }
}
