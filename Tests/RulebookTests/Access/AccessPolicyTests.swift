import Rulebook
import Testing

@Suite("Access decisions")
struct AccessPolicyTests {
    @Test("Who has no role may do nothing but look after their own account", arguments: Capability.allCases)
    func nobody(capability: Capability) {
        let caller = Caller("saya", grants: [], on: People.today)
        for target in [AccessTarget.nation, AccessTarget(People.a), AccessTarget(People.a1), .account("lain", belongsTo: [People.a])] {
            let decision = AccessPolicy.decide(capability, by: caller, on: target)
            #expect([.denied(.noRole), .denied(.wrongTarget), .denied(.othersAccount)].contains(decision), "\(target)")
        }
        let own = AccessPolicy.decide(capability, by: caller, on: .account("saya", belongsTo: [People.a]))
        #expect(own.isAllowed == (capability.group == .ownAccount))
    }

    @Test("A decision names the role it stands on")
    func grantNamed() throws {
        let caller = try People.caller("saya", (.unitMember, People.a1), (.auditor, People.b))
        #expect(AccessPolicy.decide(.seeUnit, by: caller, on: AccessTarget(People.b1)) == .allowed(by: try People.grant(.auditor, People.b)))
        #expect(AccessPolicy.decide(.seeUnit, by: caller, on: AccessTarget(People.a1)) == .allowed(by: try People.grant(.unitMember, People.a1)))
        #expect(AccessPolicy.decide(.seeUnit, by: caller, on: AccessTarget(People.a2)) == .denied(.outOfReach))
    }

    @Test("A denial tells the log why")
    func reasons() throws {
        let member = try People.caller("saya", (.unitMember, People.a1))
        let admin = try People.caller("saya", (.agencyAdministrator, People.a))
        #expect(AccessPolicy.decide(.createUnit, by: member, on: AccessTarget(People.a)) == .denied(.notInRole))
        #expect(AccessPolicy.decide(.createUnit, by: admin, on: AccessTarget(People.b)) == .denied(.outOfReach))
        #expect(AccessPolicy.decide(.createUnit, by: admin, on: AccessTarget(People.a1)) == .denied(.wrongTarget))
        #expect(AccessPolicy.decide(.closeAccount, by: admin, on: .account("saya", belongsTo: [People.a])) == .denied(.ownAccount))
        #expect(AccessPolicy.decide(.changeOwnAccount, by: admin, on: .account("lain", belongsTo: [People.a])) == .denied(.othersAccount))
    }

    @Test("People read the same sentence for every reason")
    func oneSentence() {
        let reasons: [AccessDenial] = [.wrongTarget, .noRole, .notInRole, .outOfReach, .ownAccount, .othersAccount]
        #expect(Set(reasons.map { $0.refusal(.readJournal) }).count == 1)
        #expect(reasons[0].refusal(.readJournal).findings.map(\.code) == [.accessDenied])
        #expect(reasons[0].refusal(.readJournal).findings[0].message.contains("membaca jurnal"))
    }

    @Test(
        "A role counts from its first to its last day",
        arguments: [(-1, false), (0, true), (1, true), (9, true), (10, true), (11, false)])
    func days(offset: Int, allowed: Bool) throws {
        let grant = try People.grant(.unitMember, People.a1, until: People.today.adding(days: 10))
        let caller = Caller("saya", grants: [grant], on: People.today.adding(days: offset))
        #expect(AccessPolicy.decide(.seeUnit, by: caller, on: AccessTarget(People.a1)).isAllowed == allowed)
        #expect(caller.grants.isEmpty == !allowed)
    }

    @Test("Power over an account needs every scope it belongs to, sight of it only one")
    func spanning() throws {
        let admin = try People.caller("saya", (.agencyAdministrator, People.a))
        let spanning = AccessTarget.account("lain", belongsTo: [People.a1, People.b])
        #expect(AccessPolicy.decide(.seeAccount, by: admin, on: spanning).isAllowed)
        for capability in Capability.allCases where capability.takesHold {
            #expect(AccessPolicy.decide(capability, by: admin, on: spanning) == .denied(.outOfReach), "\(capability)")
            #expect(AccessPolicy.decide(capability, by: admin, on: .account("lain", belongsTo: [People.a1, People.a])).isAllowed, "\(capability)")
        }
    }

    @Test("An account without any scope is the nation's", arguments: Capability.allCases.filter { $0.targetKinds == [.account] && $0.group == .accounts })
    func scopeless(capability: Capability) throws {
        let target = AccessTarget.account("lain", belongsTo: [])
        #expect(!AccessPolicy.decide(capability, by: try People.caller("saya", (.agencyAdministrator, People.a)), on: target).isAllowed)
        #expect(AccessPolicy.decide(capability, by: try People.caller("saya", (.nationalAdministrator, .nation)), on: target).isAllowed)
    }

    @Test("A unit of the same name in another agency is another unit")
    func sameName() throws {
        let head = try People.caller("saya", (.unitHead, .unit("1", in: "a")))
        #expect(AccessPolicy.decide(.seeUnit, by: head, on: .unit("1", of: "a")).isAllowed)
        #expect(!AccessPolicy.decide(.seeUnit, by: head, on: .unit("1", of: "b")).isAllowed)
    }

    @Test("Every capability has a name of its own and something to be done to")
    func names() {
        #expect(Set(Capability.allCases.map(\.name)).count == Capability.allCases.count)
        #expect(Capability.allCases.allSatisfy { !$0.targetKinds.isEmpty })
        #expect(Set(Role.allCases.map(\.name)).count == Role.allCases.count)
        #expect(Role.allCases.allSatisfy { !$0.scopeKinds.isEmpty && $0.rawValue.utf8.allSatisfy { $0 < 0x80 } })
    }
}
