import Rulebook
import Testing

@Suite("The steps of an assessment")
struct InternalAssessmentTests {
    private func assessment(
        _ state: InternalAssessment.State, team: AssessmentTeam? = nil, unitSheet: InternalAssessment.Sheet? = .init(by: "staf", unanswered: 0),
        teamSheet: InternalAssessment.Sheet? = .init(by: "anggota", unanswered: 0), isReported: Bool = true
    ) throws -> InternalAssessment {
        InternalAssessment(
            state: state, team: try team ?? TeamHouse.team(), unitSheet: unitSheet, teamSheet: teamSheet, isReported: isReported)
    }

    private func refusal(_ step: () throws(AssessmentRefusal) -> Void) -> AssessmentRefusal? {
        do throws(AssessmentRefusal) {
            try step()
            return nil
        } catch { return error }
    }

    private func recording(_ assessment: InternalAssessment, by account: AccountID = "anggota") -> AssessmentRefusal? {
        refusal { () throws(AssessmentRefusal) in try assessment.checkRecording(by: account, under: TeamHouse.rule, on: People.today) }
    }

    private func signing(_ assessment: InternalAssessment, by account: AccountID = "ketua") -> AssessmentRefusal? {
        refusal { () throws(AssessmentRefusal) in try assessment.checkSigning(by: account, under: TeamHouse.rule, on: People.today) }
    }

    @Test("The team changes only while it is forming")
    func forming() throws {
        let (forming, opened, done) = (try assessment(.forming), try assessment(.open), try assessment(.closed))
        #expect(refusal { () throws(AssessmentRefusal) in try forming.checkForming() } == nil)
        #expect(refusal { () throws(AssessmentRefusal) in try opened.checkForming() } == .alreadyOpen)
        #expect(refusal { () throws(AssessmentRefusal) in try done.checkForming() } == .closed)
    }

    @Test("Members declare until the assessment is closed, others never")
    func declaring() throws {
        for state in [InternalAssessment.State.forming, .open] {
            let assessment = try assessment(state)
            #expect(refusal { () throws(AssessmentRefusal) in try assessment.checkDeclaring(by: "anggota") } == nil)
            #expect(refusal { () throws(AssessmentRefusal) in try assessment.checkDeclaring(by: "lain") } == .notOnTeam)
        }
        let done = try assessment(.closed)
        #expect(refusal { () throws(AssessmentRefusal) in try done.checkDeclaring(by: "anggota") } == .closed)
    }

    @Test("Nobody records who is not on the team, not free, or too early or too late")
    func recording() throws {
        #expect(try recording(assessment(.open)) == nil)
        #expect(try recording(assessment(.open), by: "lain") == .notOnTeam)
        #expect(try recording(assessment(.forming)) == .notOpen)
        #expect(try recording(assessment(.closed)) == .closed)
        let spoilt = try TeamHouse.team([TeamHouse.member("ketua", .lead), TeamHouse.member("anggota", .member, interests: ["a-1"])])
        #expect(try recording(assessment(.open, team: spoilt)) == .notReady([.interested("anggota")]))
        #expect(try recording(assessment(.open, team: spoilt), by: "ketua") == nil)
    }

    @Test("The unit's sheet changes until the assessment is closed")
    func unitSheet() throws {
        for state in [InternalAssessment.State.forming, .open] {
            let assessment = try assessment(state)
            #expect(refusal { () throws(AssessmentRefusal) in try assessment.checkUnitSheet() } == nil)
            #expect(refusal { () throws(AssessmentRefusal) in try assessment.checkHandingIn(by: "kepala", filledInBy: "staf") } == nil)
            #expect(refusal { () throws(AssessmentRefusal) in try assessment.checkHandingIn(by: "kepala", filledInBy: "kepala") } == .ownWork)
        }
        let done = try assessment(.closed)
        #expect(refusal { () throws(AssessmentRefusal) in try done.checkUnitSheet() } == .closed)
        #expect(refusal { () throws(AssessmentRefusal) in try done.checkHandingIn(by: "kepala", filledInBy: "staf") } == .closed)
    }

    @Test("The lead signs what is complete")
    func signing() throws {
        #expect(try signing(assessment(.open)) == nil)
        #expect(try signing(assessment(.open), by: "anggota") == .notLead)
        #expect(try signing(assessment(.forming)) == .notOpen)
        #expect(try signing(assessment(.closed)) == .closed)
    }

    @Test("Everything that is missing is told at once")
    func incomplete() throws {
        #expect(try signing(assessment(.open, unitSheet: nil, teamSheet: nil, isReported: false)) == .incomplete([.unitSheet, .teamSheet, .report]))
        #expect(try signing(assessment(.open, teamSheet: .init(by: "anggota", unanswered: 1))) == .incomplete([.answers(1)]))
    }

    @Test("Who filled in the sheet does not sign it")
    func ownWork() throws {
        #expect(try signing(assessment(.open, teamSheet: .init(by: "ketua", unanswered: 0))) == .ownWork)
    }

    @Test("An interest that came up since the opening stops the signing, whoever has it")
    func lateInterest() throws {
        let members = try [
            TeamHouse.member("ketua", .lead), TeamHouse.member("dalnis", .controller), TeamHouse.member("anggota", .member, interests: ["a-1"]),
        ]
        #expect(try signing(assessment(.open, team: TeamHouse.team(members))) == .notReady([.interested("anggota")]))
    }
}
