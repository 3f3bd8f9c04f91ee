import HTTPTypes
import HummingbirdTesting
import Relational
import Rulebook
import Testing

@testable import Service

@Suite("Steps of an assessment that are refused") struct AssessmentRefusalFlowTests {
    private let candidacy = AssessmentHouse.candidacy

    private func codes(_ body: () async throws -> Void) async -> [FindingCode] { await AssessmentHouse.codes(body) }

    @Test("Too early, too late, and not one's own team")
    func order() async throws {
        let house = try await AssessmentHouse()
        #expect(await codes { try await house.record(Sheets.sample, of: .internalTeam, by: "anggota") } == [.assessmentNotOpen])
        #expect(await codes { try await house.record(Sheets.sample, of: .nationalTeam, by: "nasional") } == [.notUnderReview])
        try await house.open()
        #expect(await codes { try await house.record(Sheets.sample, of: .internalTeam, by: "cadangan") } == [.notOnTeam])
        let form = try FormFields(typed: AssessmentHouse.team.map { ($0.key, $0.value) })
        let now = house.town.clock.timestamp
        #expect(await codes { try await house.actions.changeTeam(candidacy, of: "kota", form, by: house.identity("ketua"), at: now) } == [.assessmentClosed])
        try await house.move(to: .assessed)
        #expect(await codes { try await house.record(Sheets.sample, of: .internalTeam, by: "anggota") } == [.assessmentClosed])
        #expect(await codes { try await house.record(Sheets.sample, of: .unit, by: "staf") } == [.assessmentClosed])
        try await house.move(to: .reviewing)
        #expect(try await house.record(Sheets.sample, of: .nationalTeam, by: "nasional") == 1)
    }

    @Test("Nobody does what another role does")
    func roles() async throws {
        let house = try await AssessmentHouse()
        try await house.open()
        for (party, names) in [
            (SheetParty.unit, ["kepala", "ketua", "anggota", "auditor", "nasional"]), (.internalTeam, ["staf", "kepala", "ketua", "auditor", "nasional"]),
            (.nationalTeam, ["staf", "kepala", "ketua", "anggota", "auditor"]),
        ] {
            for name in names {
                #expect(await codes { try await house.record(Sheets.sample, of: party, by: name) } == [.accessDenied], "\(party) \(name)")
            }
        }
        try await house.record(Sheets.sample, of: .unit, by: "staf")
        let now = house.town.clock.timestamp
        for name in ["staf", "ketua", "anggota", "auditor"] {
            #expect(await codes { try await house.actions.handIn(1, of: candidacy, of: "kota", by: house.identity(name), at: now) } == [.accessDenied])
        }
        for name in ["staf", "kepala", "anggota", "dalnis", "auditor"] {
            #expect(await codes { try await house.actions.sign(candidacy, of: "kota", by: house.identity(name), at: now) } == [.accessDenied])
        }
    }

    @Test("An interest stated for any unit's team, and a role that ended too lately, keep people out")
    func conflicts() async throws {
        let house = try await AssessmentHouse()
        let now = house.town.clock.timestamp
        try await house.open()
        try await house.actions.declare(
            candidacy, of: "kota", .init(interest: .none, others: ["DUKCAPIL"]), by: house.identity("anggota"), at: now)
        #expect(await codes { try await house.record(Sheets.sample, of: .internalTeam, by: "anggota") } == [.conflictOfInterest])
        try await house.actions.declare(candidacy, of: "kota", .init(interest: .none, others: []), by: house.identity("anggota"), at: now)
        // A role of the unit that was revoked counts to the end of the span.
        let grant = try Grant(id: "g-lama", role: .unitMember, scope: .unit("dukcapil", in: "kota"), from: Identity.day(now))
        try await house.town.storage.records.database.write { session in
            try GrantStore.insert(grant, to: "akun-anggota", by: nil, at: now, in: session)
            _ = try GrantStore.revoke(grant, by: "akun-ketua", at: now, in: session)
        }
        #expect(await codes { try await house.record(Sheets.sample, of: .internalTeam, by: "anggota") } == [.conflictOfInterest])
        house.town.clock.pass(seconds: 86_400)
        #expect(await codes { try await house.record(Sheets.sample, of: .internalTeam, by: "anggota") } == [.conflictOfInterest])
        house.town.clock.pass(seconds: 365 * 86_400)
        #expect(await codes { try await house.record(Sheets.sample, of: .internalTeam, by: "anggota") } == [])
        let found = try await house.checks()[.assessorsIndependent]
        #expect(found?.isMet == true)
    }

    @Test("A result is signed whole, by the lead, who did not fill it in")
    func signing() async throws {
        let house = try await AssessmentHouse()
        let now = house.town.clock.timestamp
        try await house.open()
        let sign = { try await house.actions.sign(candidacy, of: "kota", by: house.identity("ketua"), at: now) }
        #expect(await codes(sign) == [.resultIncomplete, .resultIncomplete, .resultIncomplete])
        try await house.record(Sheets.sample, of: .unit, by: "staf")
        try await house.actions.handIn(1, of: candidacy, of: "kota", by: house.identity("kepala"), at: now)
        try await house.actions.report(candidacy, of: "kota", .init(summary: "S", recommendations: "R"), by: house.identity("ketua"), at: now)
        // The lead has a member's role as well and fills in the sheet.
        let grant = try Grant(id: "g-rangkap", role: .assessorMember, scope: .agency("kota"), from: Identity.day(now))
        try await house.town.storage.records.database.write { try GrantStore.insert(grant, to: "akun-ketua", by: nil, at: now, in: $0) }
        try await house.record(Sheets.best("permenpanrb-90-2021"), of: .internalTeam, by: "ketua")
        #expect(await codes(sign) == [.ownSheet])
        try await house.record(Sheets.sample, of: .internalTeam, by: "anggota")
        let isBlank = try await house.found().sheets[.internalTeam]?.record.unanswered != 0
        #expect(await codes(sign) == (isBlank ? [.resultIncomplete] : []))
    }

    @Test("The head hands in the last version, which somebody else brought in, once")
    func handingIn() async throws {
        let house = try await AssessmentHouse()
        let now = house.town.clock.timestamp
        let handIn = { (version: Int) in
            try await house.actions.handIn(version, of: candidacy, of: "kota", by: house.identity("kepala"), at: now)
        }
        #expect(await codes { try await handIn(1) } == [.nothingToHandIn])
        try await house.record(Sheets.sample, of: .unit, by: "staf")
        #expect(await codes { try await house.record(Sheets.sample, of: .unit, by: "staf") } == [.sheetUnchanged])
        try await house.record(Sheets.best("permenpanrb-90-2021"), of: .unit, by: "staf")
        #expect(await codes { try await handIn(1) } == [.nothingToHandIn])
        try await handIn(2)
        #expect(await codes { try await handIn(2) } == [.nothingToHandIn])
        // The head is a member as well and brings in a version of their own.
        let grant = try Grant(id: "g-staf", role: .unitMember, scope: .unit("dukcapil", in: "kota"), from: Identity.day(now))
        try await house.town.storage.records.database.write { try GrantStore.insert(grant, to: "akun-kepala", by: nil, at: now, in: $0) }
        try await house.record(Sheets.sample, of: .unit, by: "kepala")
        #expect(await codes { try await handIn(3) } == [.ownSheet])
        #expect(try await house.found().sheets[.unit]?.version == 2)
    }

    @Test("A team holds only people whose roles fit, and units that exist")
    func forms() async throws {
        let house = try await AssessmentHouse()
        let now = house.town.clock.timestamp
        var typed = AssessmentHouse.team
        typed["kursi-akun-anggota"] = "ketua"
        typed["kursi-akun-staf"] = "anggota"
        let form = try FormFields(typed: typed.map { ($0.key, $0.value) })
        #expect(
            await codes { try await house.actions.changeTeam(candidacy, of: "kota", form, by: house.identity("ketua"), at: now) }
                == [.assessmentFormMalformed])
        try await house.open()
        #expect(
            await codes {
                try await house.actions.declare(candidacy, of: "kota", .init(interest: .none, others: ["TIDAK-ADA"]), by: house.identity("dalnis"), at: now)
            } == [.assessmentFormMalformed])
        // Whoever has the role of the seat no longer is not ready.
        let held = try await house.town.storage.records.read { try GrantStore.standing(of: "akun-anggota", in: $0) }
        try await house.town.storage.records.database.write { session in
            for grant in held { _ = try GrantStore.revoke(grant, by: "akun-ketua", at: now, in: session) }
        }
        #expect(await codes { try await house.record(Sheets.sample, of: .internalTeam, by: "anggota") } == [.accessDenied])
        let other = try Grant(id: "g-dalnis", role: .assessorController, scope: .agency("kota"), from: Identity.day(now))
        try await house.town.storage.records.database.write { try GrantStore.insert(other, to: "akun-anggota", by: nil, at: now, in: $0) }
        #expect(await codes { try await house.record(Sheets.sample, of: .internalTeam, by: "anggota") } == [.teamNotReady])
    }

    @Test("A file with mistakes shows them all and keeps nothing")
    func hostile() async throws {
        let house = try await AssessmentHouse(signedIn: ["staf"])
        for text in ["kode,jawaban\nA.I.1.i.a,Z\nX.9,A\nA.I.1.i.a,Ya\n", "PK\u{3}\u{4}rusak", "{", "<script>alert(1)</script>,1\n"] {
            let answer = try await house.send(text, to: "unit", by: "staf")
            #expect(answer.status == .unprocessableContent || answer.status == .badRequest, "\(text)")
            #expect(answer.text.contains("LKE Unit belum disimpan") && !answer.text.contains("<script>"), "\(text)")
        }
        let three = try await house.send("kode,jawaban\nA.I.1.i.a,Z\nX.9,A\nA.I.1.i.a,Ya\n", to: "unit", by: "staf")
        #expect(three.text.contains("ZI-1101") && three.text.contains("ZI-1102") && three.text.contains("ZI-1103"))
        #expect(try await house.send("", to: "unit", by: "staf").text.contains("ZI-1601"))
        #expect(try await house.send(Sheets.sample, to: "lain", by: "staf").status == .notFound)
        #expect(try await house.town.storage.records.read { try SheetStore.list(of: candidacy, of: "kota", in: $0) }.isEmpty)
        // Larger than an ordinary form may be.
        let note = "," + String(repeating: "x", count: 4_000)
        let lines = try Sheets.best("permenpanrb-90-2021").split(separator: "\n")
        let padded = lines.map { $0 == "kode,jawaban" ? "\($0),catatan" : $0 + note }.joined(separator: "\n")
        #expect(try await house.send(padded, to: "unit", by: "staf").status == .seeOther)
    }

    @Test("Sheets, declarations, reports and signatures cannot be changed or deleted", arguments: TestEngine.available)
    func appendOnly(engine: TestEngine) async throws {
        let house = try await AssessmentHouse(engine)
        let now = house.town.clock.timestamp
        try await house.open()
        try await house.record(Sheets.best("permenpanrb-90-2021"), of: .unit, by: "staf")
        try await house.actions.handIn(1, of: candidacy, of: "kota", by: house.identity("kepala"), at: now)
        try await house.record(Sheets.best("permenpanrb-90-2021"), of: .internalTeam, by: "anggota")
        try await house.actions.report(candidacy, of: "kota", .init(summary: "S", recommendations: "R"), by: house.identity("dalnis"), at: now)
        try await house.actions.sign(candidacy, of: "kota", by: house.identity("ketua"), at: now)
        for statement: SQL in [
            "UPDATE score_sheets SET floor = '100'", "DELETE FROM score_sheets", "UPDATE sheet_hand_ins SET handed_in_by = 'x'",
            "DELETE FROM sheet_hand_ins", "UPDATE interest_declarations SET units = ''", "DELETE FROM interest_declarations",
            "UPDATE assessment_reports SET summary = ''", "DELETE FROM assessment_reports",
            "UPDATE assessment_signatures SET signed_by = 'x'", "DELETE FROM assessment_signatures",
        ] {
            await #expect(throws: RelationalError.self, "\(statement.text)") {
                try await house.town.storage.records.database.write { try $0.execute(statement) }
            }
        }
    }
}
