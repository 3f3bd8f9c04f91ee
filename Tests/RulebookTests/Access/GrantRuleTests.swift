import Rulebook
import Testing

@Suite("Giving and taking roles")
struct GrantRuleTests {
    private func giving(
        _ role: Role, _ scope: Scope, to subject: AccountID = "dia", from: Day = People.today, holding held: [Grant] = [], by caller: Caller,
        with second: Caller? = nil
    ) throws -> GrantRefusal? {
        let grant = try People.grant(role, scope, from: from)
        do throws(GrantRefusal) {
            try GrantRule.checkGranting(grant, to: subject, holding: held, by: caller, approvedBy: second)
            return nil
        } catch { return error }
    }

    private func taking(
        _ grant: Grant, from subject: AccountID = "dia", others: Int = 1, by caller: Caller, with second: Caller? = nil
    ) -> GrantRefusal? {
        do throws(GrantRefusal) {
            try GrantRule.checkRevoking(grant, from: subject, otherAdministrators: others, by: caller, approvedBy: second)
            return nil
        } catch { return error }
    }

    private func admin(_ account: AccountID = "admin", _ scope: Scope = People.a) throws -> Caller {
        try People.caller(account, (.agencyAdministrator, scope))
    }

    private func national(_ account: AccountID = "nasional") throws -> Caller { try People.caller(account, (.nationalAdministrator, .nation)) }

    @Test("An agency's administrator gives ordinary roles alone, within the agency", arguments: [Role.unitMember, .unitHead, .assessorLead, .auditor])
    func alone(role: Role) throws {
        let (own, foreign) = role.scopeKinds.contains(.agency) ? (People.a, People.b) : (People.a1, People.b1)
        #expect(try giving(role, own, by: admin()) == nil)
        #expect(try giving(role, foreign, by: admin()) == .notYours(role))
        #expect(try giving(role, own, by: national()) == .notYours(role))
    }

    @Test("Key roles of an agency take two of its administrators, or the nation", arguments: [Role.agencyAdministrator, .agencyHead])
    func keyRoles(role: Role) throws {
        #expect(try giving(role, People.a, by: admin()) == .needsSecondPerson(role))
        #expect(try giving(role, People.a, by: admin(), with: admin("admin-2")) == nil)
        #expect(try giving(role, People.a, by: admin(), with: national()) == nil)
        #expect(try giving(role, People.a, by: admin(), with: admin("admin-b", People.b)) == .secondPersonNotEligible)
        #expect(try giving(role, People.a, by: national()) == nil)
        #expect(try giving(role, People.b, by: admin(), with: admin("admin-2")) == .notYours(role))
    }

    @Test("A national administrator takes two national administrators")
    func nationalPeers() throws {
        #expect(try giving(.nationalAdministrator, .nation, by: national()) == .needsSecondPerson(.nationalAdministrator))
        #expect(try giving(.nationalAdministrator, .nation, by: national(), with: national("nasional-2")) == nil)
        #expect(try giving(.nationalAdministrator, .nation, by: national(), with: admin()) == .secondPersonNotEligible)
        #expect(try giving(.nationalAdministrator, .nation, by: admin(), with: national()) == .notYours(.nationalAdministrator))
    }

    @Test("The second person is neither the first nor the one concerned, and has the role today")
    func second() throws {
        let role = Role.agencyAdministrator
        #expect(try giving(role, People.a, by: admin(), with: admin()) == .secondPersonNotEligible)
        #expect(try giving(role, People.a, to: "dia", by: admin(), with: admin("dia")) == .secondPersonNotEligible)
        let former = Caller("admin-2", grants: [try People.grant(role, People.a, until: People.today)], on: People.today.adding(days: 1))
        #expect(try giving(role, People.a, by: admin(), with: former) == .secondPersonNotEligible)
        #expect(try giving(role, People.a, by: admin(), with: People.caller("auditor", (.auditor, People.a))) == .secondPersonNotEligible)
    }

    @Test("Nobody gives themselves a role", arguments: Role.allCases)
    func oneself(role: Role) throws {
        let scope = ScopeTests.all.first { role.scopeKinds.contains($0.kind) } ?? .nation
        let caller = try People.caller("saya", (.agencyAdministrator, People.a), (.nationalAdministrator, .nation))
        #expect(try giving(role, scope, to: "saya", by: caller, with: national()) == .toSelf)
    }

    @Test("Nobody but administrators gives any role", arguments: People.standings.filter { !$0.role.isAdministrator })
    func others(standing: People.Standing) throws {
        for given in People.standings {
            #expect(try giving(given.role, given.scope, by: standing.caller(), with: national()) == .notYours(given.role))
        }
    }

    @Test("A role begins today or later", arguments: [(-1, GrantRefusal.beginsInThePast), (0, nil), (1, nil)] as [(Int, GrantRefusal?)])
    func start(offset: Int, refusal: GrantRefusal?) throws {
        #expect(try giving(.unitMember, People.a1, from: People.today.adding(days: offset), by: admin()) == refusal)
    }

    @Test("The same role is not given twice for the same days")
    func duplicate() throws {
        let held = try People.grant(.unitMember, People.a1, until: People.today.adding(days: 5))
        #expect(try giving(.unitMember, People.a1, from: People.today.adding(days: 5), holding: [held], by: admin()) == .alreadyHeld(.unitMember))
        #expect(try giving(.unitMember, People.a1, from: People.today.adding(days: 6), holding: [held], by: admin()) == nil)
        #expect(try giving(.unitMember, People.a2, holding: [held], by: admin()) == nil)
        #expect(try giving(.unitHead, People.a1, holding: [held], by: admin()) == nil)
    }

    @Test("An assessor is not of the unit assessed", arguments: [Role.assessorMember, .assessorController, .assessorLead])
    func assessors(role: Role) throws {
        for own in [Role.unitMember, .unitHead] {
            let held = try People.grant(own, People.a1)
            #expect(try giving(role, People.a1, holding: [held], by: admin()) == .conflict(role, with: own))
            #expect(try giving(role, People.a, holding: [held], by: admin()) == .conflict(role, with: own))
            #expect(try giving(role, People.a2, holding: [held], by: admin()) == nil)
            #expect(try giving(own, People.a1, holding: [try People.grant(role, People.a)], by: admin()) == .conflict(own, with: role))
            let past = try People.grant(own, People.a1, from: People.today.adding(days: -9), until: People.today.adding(days: -1))
            #expect(try giving(role, People.a1, holding: [past], by: admin()) == nil)
        }
    }

    @Test("An auditor has no other role in the agency", arguments: People.standings.filter { $0.role != .auditor })
    func auditors(standing: People.Standing) throws {
        let auditor = try People.grant(.auditor, People.a)
        let other = try People.grant(standing.role, standing.scope)
        #expect(GrantRule.conflict(auditor, other) && GrantRule.conflict(other, auditor))
        let foreign = try People.grant(.auditor, People.b)
        #expect(GrantRule.conflict(foreign, other) == (standing.kind == .nation))
    }

    @Test("Roles that follow one another do not conflict", arguments: [(4, true), (5, true), (6, false)])
    func succession(start: Int, conflict: Bool) throws {
        let auditor = try People.grant(.auditor, People.a, until: People.today.adding(days: 5))
        let head = try People.grant(.unitHead, People.a1, from: People.today.adding(days: start))
        #expect(GrantRule.conflict(auditor, head) == conflict && GrantRule.conflict(head, auditor) == conflict)
    }

    @Test("A national reviewer has no role in any agency", arguments: People.standings)
    func reviewers(standing: People.Standing) throws {
        let reviewer = try People.grant(.nationalReviewer, .nation)
        let other = try People.grant(standing.role, standing.scope)
        #expect(GrantRule.conflict(reviewer, other) == (standing.kind != .nation))
        #expect(GrantRule.conflict(other, reviewer) == (standing.kind != .nation))
    }

    @Test("The last administrator keeps the role", arguments: [(0, true), (1, false), (2, false)])
    func last(others: Int, refused: Bool) throws {
        let grant = try People.grant(.agencyAdministrator, People.a)
        #expect(try taking(grant, others: others, by: national()) == (refused ? .lastAdministrator(.agencyAdministrator) : nil))
        let national = try People.grant(.nationalAdministrator, .nation)
        let verdict = taking(national, others: others, by: try self.national(), with: try self.national("nasional-2"))
        #expect(verdict == (refused ? .lastAdministrator(.nationalAdministrator) : nil))
        #expect(try taking(People.grant(.agencyHead, People.a), others: others, by: self.national()) == nil)
        let future = try People.grant(.agencyAdministrator, People.a, from: People.today.adding(days: 1))
        #expect(try taking(future, others: others, by: self.national()) == nil)
    }

    @Test("An administrator's role is taken by two, also by who has it")
    func taken() throws {
        let grant = try People.grant(.agencyAdministrator, People.a)
        #expect(try taking(grant, by: admin()) == .needsSecondPerson(.agencyAdministrator))
        #expect(try taking(grant, by: admin(), with: admin("dia")) == .secondPersonNotEligible)
        #expect(try taking(grant, by: admin(), with: admin("admin-3")) == nil)
        #expect(try taking(grant, from: "admin", by: admin()) == .needsSecondPerson(.agencyAdministrator))
        #expect(try taking(grant, from: "admin", by: admin(), with: admin("admin-2")) == nil)
        #expect(try taking(People.grant(.unitHead, People.a1), by: admin()) == nil)
        #expect(try taking(People.grant(.unitHead, People.b1), by: admin()) == .notYours(.unitHead))
    }

    @Test("A role that has ended is not taken")
    func ended() throws {
        let grant = try People.grant(.unitMember, People.a1, from: People.today.adding(days: -9), until: People.today.adding(days: -1))
        #expect(try taking(grant, by: admin()) == .alreadyEnded)
        let lastDay = try People.grant(.unitMember, People.a1, from: People.today.adding(days: -9), until: People.today)
        #expect(try taking(lastDay, by: admin()) == nil)
    }

    @Test("Each refusal has a code and a sentence of its own")
    func sentences() {
        let all: [GrantRefusal] = [
            .scopeDoesNotFit(.assessorLead), .endsBeforeItBegins, .beginsInThePast, .toSelf, .notYours(.auditor), .alreadyHeld(.auditor),
            .conflict(.auditor, with: .unitHead), .needsSecondPerson(.agencyHead), .secondPersonNotEligible, .lastAdministrator(.agencyAdministrator),
            .alreadyEnded,
        ]
        #expect(Set(all.map { $0.refusal.findings[0].message }).count == all.count)
        for refusal in all {
            let finding = refusal.refusal.findings[0]
            #expect(finding.code.rawValue.hasPrefix("ZI-18") && finding.message.hasSuffix("."))
        }
        #expect(all[0].refusal.findings[0].message.contains("instansi atau unit kerja"))
    }
}
