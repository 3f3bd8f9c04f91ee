import Rulebook
import Testing

/// A team for unit A1 that is whole and free, to be spoilt one thing at a time.
enum TeamHouse {
    static let rule = TeamRule(least: [.lead: 1, .controller: 1, .member: 1], belongingDays: 365)
    static let decree = AssessmentTeam.Decree(number: "SK/1/2026", day: People.today)

    static func member(
        _ account: AccountID, _ seat: TeamSeat, interests: Set<WorkUnitID>? = [], declared: Day = People.today,
        grants: [Grant]? = nil, belongings: [AssessmentTeam.Belonging] = []
    ) throws -> AssessmentTeam.Member {
        AssessmentTeam.Member(
            account: account, seat: seat, declaration: interests.map { .init(day: declared, interests: $0) },
            grants: try grants ?? [People.grant(seat.role, People.a)], belongings: belongings)
    }

    static func team(_ members: [AssessmentTeam.Member]? = nil, decree: AssessmentTeam.Decree? = decree) throws -> AssessmentTeam {
        AssessmentTeam(
            unit: "a-1", of: People.agencyA, decree: decree,
            members: try members ?? [member("ketua", .lead), member("dalnis", .controller), member("anggota", .member)])
    }

    static func obstacles(of member: AssessmentTeam.Member, rule: TeamRule = rule, on day: Day = People.today) throws -> [TeamObstacle] {
        try team([member]).obstacles(of: member, under: rule, on: day)
    }
}

@Suite("The team that assesses")
struct AssessmentTeamTests {
    @Test("A team with its decree, every seat, roles and declarations has nothing in its way")
    func whole() throws {
        #expect(try TeamHouse.team().obstacles(under: TeamHouse.rule, on: People.today) == [])
    }

    @Test("A decree is entered and not of a later day", arguments: [(-1, true), (0, true), (1, false)])
    func decree(days: Int, isInForce: Bool) throws {
        let day = People.today.adding(days: days)
        let found = try TeamHouse.team(decree: .init(number: "SK", day: day)).obstacles(under: TeamHouse.rule, on: People.today)
        #expect(found == (isInForce ? [] : [.decreeNotInForce(day)]))
        #expect(try TeamHouse.team(decree: nil).obstacles(under: TeamHouse.rule, on: People.today) == [.noDecree])
    }

    @Test("Each seat needs as many people as the rule says", arguments: [(1, false), (2, true), (3, true)])
    func seats(count: Int, isEnough: Bool) throws {
        let rule = TeamRule(least: [.member: 2], belongingDays: 0)
        let members = try (0..<count).map { try TeamHouse.member(AccountID("anggota-\($0)"), .member) }
        let found = try TeamHouse.team(members).obstacles(under: rule, on: People.today)
        #expect(found == (isEnough ? [] : [.seatsShort(.member, has: count, needs: 2)]))
    }

    @Test("A seat that the rule does not name may stay empty")
    func unnamed() throws {
        #expect(try TeamHouse.team([]).obstacles(under: TeamRule(least: [:], belongingDays: 0), on: People.today) == [])
    }

    @Test("A declaration counts from its day on", arguments: [(-1, true), (0, true), (1, false)])
    func declared(days: Int, counts: Bool) throws {
        let member = try TeamHouse.member("dia", .member, declared: People.today.adding(days: days))
        #expect(try TeamHouse.obstacles(of: member) == (counts ? [] : [.undeclared("dia")]))
    }

    @Test("Without a declaration nobody is free")
    func undeclared() throws {
        #expect(try TeamHouse.obstacles(of: TeamHouse.member("dia", .member, interests: nil)) == [.undeclared("dia")])
    }

    @Test("An interest in this unit excludes, one in another does not")
    func interests() throws {
        #expect(try TeamHouse.obstacles(of: TeamHouse.member("dia", .member, interests: ["a-1"])) == [.interested("dia")])
        #expect(try TeamHouse.obstacles(of: TeamHouse.member("dia", .member, interests: ["a-2"])) == [])
    }

    @Test(
        "The unit's own people are excluded while they are, and to the last day of the span",
        arguments: [
            (nil, [TeamObstacle.belongs("dia")]), (1, [.belongs("dia")]), (0, [.belongs("dia")]),
            (-1, [.belonged("dia", until: People.today.adding(days: -1))]), (-365, [.belonged("dia", until: People.today.adding(days: -365))]),
            (-366, []),
        ] as [(Int?, [TeamObstacle])])
    func belonging(days: Int?, expected: [TeamObstacle]) throws {
        let past = AssessmentTeam.Belonging(
            unit: "a-1", from: People.today.adding(days: -900), until: days.map { People.today.adding(days: $0) })
        #expect(try TeamHouse.obstacles(of: TeamHouse.member("dia", .member, belongings: [past])) == expected)
    }

    @Test("With a span of no days only those who belong today are excluded")
    func noSpan() throws {
        let rule = TeamRule(least: [:], belongingDays: -5)
        let yesterday = AssessmentTeam.Belonging(unit: "a-1", from: .first, until: People.today.adding(days: -1))
        let today = AssessmentTeam.Belonging(unit: "a-1", from: .first, until: People.today)
        #expect(try TeamHouse.obstacles(of: TeamHouse.member("dia", .member, belongings: [yesterday]), rule: rule) == [])
        #expect(try TeamHouse.obstacles(of: TeamHouse.member("dia", .member, belongings: [today]), rule: rule) == [.belongs("dia")])
    }

    @Test("Belonging to another unit, or only from tomorrow on, excludes nobody")
    func elsewhere() throws {
        let other = AssessmentTeam.Belonging(unit: "a-2", from: .first, until: nil)
        let later = AssessmentTeam.Belonging(unit: "a-1", from: People.today.adding(days: 1), until: nil)
        #expect(try TeamHouse.obstacles(of: TeamHouse.member("dia", .member, belongings: [other, later])) == [])
    }

    @Test("The role of the seat has to reach the unit today")
    func roles() throws {
        let yesterday = People.today.adding(days: -1)
        let missing: [[Grant]] = try [
            [], [People.grant(.assessorLead, People.a)], [People.grant(.assessorMember, People.a2)],
            [People.grant(.assessorMember, People.b)], [People.grant(.assessorMember, People.a, from: .first, until: yesterday)],
            [People.grant(.assessorMember, People.a, from: People.today.adding(days: 1))],
        ]
        for grants in missing {
            #expect(try TeamHouse.obstacles(of: TeamHouse.member("dia", .member, grants: grants)) == [.noRole("dia", .member)])
        }
        for scope in [People.a, People.a1] {
            let member = try TeamHouse.member("dia", .member, grants: [People.grant(.assessorMember, scope)])
            #expect(try TeamHouse.obstacles(of: member) == [])
        }
    }

    @Test("All obstacles are told together, those of the team first")
    func together() throws {
        let members = try [TeamHouse.member("a", .lead, interests: nil), TeamHouse.member("b", .member, interests: ["a-1"], grants: [])]
        let found = try TeamHouse.team(members, decree: nil).obstacles(under: TeamHouse.rule, on: People.today)
        #expect(
            found == [
                .noDecree, .seatsShort(.controller, has: 0, needs: 1), .undeclared("a"), .noRole("b", .member), .interested("b"),
            ])
        #expect(found.map(\.account) == [nil, nil, "a", "b", "b"])
        #expect(found.map(\.isConflict) == [false, false, false, false, true])
    }
}
