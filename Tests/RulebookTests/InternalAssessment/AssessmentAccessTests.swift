import Rulebook
import Testing

@Suite("Who does what in an assessment")
struct AssessmentAccessTests {
    private static let roles: [Capability: Set<Role>] = [
        .recordUnitSheet: [.unitMember], .handInUnitSheet: [.unitHead], .formAssessmentTeam: [.assessorLead],
        .declareInterests: [.assessorMember, .assessorController, .assessorLead], .recordTeamSheet: [.assessorMember, .assessorController],
        .writeAssessmentReport: [.assessorMember, .assessorController, .assessorLead], .signAssessment: [.assessorLead],
        .recordNationalSheet: [.nationalReviewer],
    ]

    @Test("Each step belongs to the roles named here and to no other", arguments: Capability.allCases.filter { $0.group == .assessment && $0.changes })
    func changes(capability: Capability) throws {
        let mayBe = try #require(Self.roles[capability])
        for standing in People.standings {
            let isAllowed = AccessPolicy.decide(capability, by: try standing.caller(), on: AccessTarget(People.a1)).isAllowed
            #expect(isAllowed == mayBe.contains(standing.role), "\(standing)")
        }
    }

    @Test("No role both fills in a sheet and approves it")
    func apart() {
        for (filling, approving) in [(Capability.recordUnitSheet, Capability.handInUnitSheet), (.recordTeamSheet, .signAssessment)] {
            #expect(Self.roles[filling]?.isDisjoint(with: Self.roles[approving] ?? []) == true)
        }
    }

    @Test("The table of all units is for whoever answers for the agency, assesses it whole, or reviews the nation", arguments: People.standings)
    func matrix(standing: People.Standing) throws {
        let isWhole = standing.kind != .unit && !standing.role.belongsToUnit && standing.role != .nationalAdministrator
        #expect(AccessPolicy.decide(.seeMatrix, by: try standing.caller(), on: AccessTarget(People.a)).isAllowed == isWhole)
    }
}
