import Rulebook
import Testing

@Suite("Who must have a second factor")
struct SecondFactorRequirementTests {
    @Test("Administrators always, others only when somebody says so", arguments: People.standings)
    func floor(standing: People.Standing) throws {
        let grants = [try People.grant(standing.role, standing.scope)]
        #expect(SecondFactorRequirement().requires(grants) == standing.role.isAdministrator)
        #expect(SecondFactorRequirement(nationwide: [standing.role]).requires(grants))
        #expect(
            SecondFactorRequirement(byAgency: [People.agencyA: [standing.role]]).requires(grants) == (standing.role.isAdministrator || standing.kind != .nation)
        )
    }

    @Test("What an agency requires holds for roles in it and its units, not for those elsewhere")
    func byAgency() throws {
        let requirement = SecondFactorRequirement(byAgency: [People.agencyA: [.unitHead]])
        #expect(requirement.requires([try People.grant(.unitHead, People.a2)]))
        #expect(!requirement.requires([try People.grant(.unitHead, People.b1)]))
        #expect(!requirement.requires([try People.grant(.unitMember, People.a2)]))
        #expect(requirement.requires([try People.grant(.unitMember, People.b1), try People.grant(.unitHead, People.a1)]))
    }

    @Test("Whoever set one up uses it; whoever must and has not, sets it up first")
    func asks() throws {
        let requirement = SecondFactorRequirement()
        let admin = [try People.grant(.agencyAdministrator, People.a)]
        #expect(requirement.asks(of: admin, hasSecondFactor: true) == .code)
        #expect(requirement.asks(of: admin, hasSecondFactor: false) == .enrol)
        #expect(requirement.asks(of: [], hasSecondFactor: true) == .code)
        #expect(requirement.asks(of: [], hasSecondFactor: false) == .none)
    }

    @Test("The new session waits for just that")
    func pending() {
        #expect([SecondFactorRequirement.Outcome.none, .code, .enrol].map(\.pending) == [nil, .secondFactor, .enrolment])
    }
}
