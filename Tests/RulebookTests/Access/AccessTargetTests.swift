import Rulebook
import Testing

@Suite("What somebody acts upon")
struct AccessTargetTests {
    @Test("A scope and its target are of the same sort")
    func kinds() {
        #expect(AccessTarget(.nation) == .nation && AccessTarget(.nation).kind == .nation)
        #expect(AccessTarget(People.a) == .agency(People.agencyA) && AccessTarget(People.a).kind == .agency)
        #expect(AccessTarget(People.a1) == .unit("a-1", of: People.agencyA) && AccessTarget(People.a1).kind == .unit)
    }

    @Test("An account belongs to its home and to each scope of a role that has not ended")
    func account() throws {
        let yesterday = People.today.adding(days: -1)
        let grants = [
            try People.grant(.unitMember, People.a1), try People.grant(.unitHead, People.a1),
            try People.grant(.auditor, People.b, from: yesterday, until: yesterday),
            try People.grant(.unitMember, People.a2, from: yesterday, until: People.today),
            try People.grant(.unitMember, People.b1, from: People.today.adding(days: 30)),
        ]
        #expect(
            AccessTarget.account("x", home: People.a, grants: grants, on: People.today)
                == .account("x", belongsTo: [People.a, People.a1, People.a2, People.b1]))
        #expect(AccessTarget.account("x", home: .nation, grants: [], on: People.today) == .account("x", belongsTo: [.nation]))
    }

    @Test("A caller is an administrator while such a role counts")
    func administrator() throws {
        let grant = try People.grant(.agencyAdministrator, People.a, until: People.today)
        #expect(Caller("x", grants: [grant], on: People.today).isAdministrator)
        #expect(!Caller("x", grants: [grant], on: People.today.adding(days: 1)).isAdministrator)
        #expect(!(try People.caller("x", (.agencyHead, People.a)).isAdministrator))
    }
}
