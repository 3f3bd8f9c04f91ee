import Rulebook
import Testing

@Suite("Roles given")
struct GrantTests {
    @Test("A role fits its kinds of scope only", arguments: Role.allCases)
    func scopes(role: Role) throws {
        for scope in ScopeTests.all {
            if role.scopeKinds.contains(scope.kind) {
                #expect(try People.grant(role, scope).scope == scope)
            } else {
                #expect(throws: GrantRefusal.scopeDoesNotFit(role)) { try People.grant(role, scope) }
            }
        }
    }

    @Test("A grant lasts one day at least")
    func period() throws {
        #expect(throws: GrantRefusal.endsBeforeItBegins) { try People.grant(.auditor, People.a, until: People.today.adding(days: -1)) }
        #expect(try People.grant(.auditor, People.a, until: People.today).isInForce(on: People.today))
        #expect(try People.grant(.auditor, People.a, until: People.today.adding(days: 1)).isInForce(on: People.today.adding(days: 1)))
    }

    @Test("Both its first and its last day count", arguments: [(-1, false, false), (0, true, false), (5, true, false), (6, false, true)])
    func days(offset: Int, inForce: Bool, ended: Bool) throws {
        let grant = try People.grant(.auditor, People.a, until: People.today.adding(days: 5))
        let day = People.today.adding(days: offset)
        #expect(grant.isInForce(on: day) == inForce && grant.hasEnded(by: day) == ended)
    }

    @Test("Without a last day it never ends")
    func endless() throws {
        let grant = try People.grant(.auditor, People.a)
        #expect(grant.isInForce(on: .last) && !grant.hasEnded(by: .last) && !grant.isInForce(on: People.today.adding(days: -1)))
    }

    @Test("Two grants share a day when neither ends before the other begins", arguments: [(4, true), (5, true), (6, false)])
    func sharing(start: Int, shared: Bool) throws {
        let first = try People.grant(.auditor, People.a, until: People.today.adding(days: 5))
        let second = try People.grant(.auditor, People.a, from: People.today.adding(days: start))
        #expect(first.sharesADay(with: second) == shared && second.sharesADay(with: first) == shared)
    }
}
