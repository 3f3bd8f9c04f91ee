import HTTPTypes
import HummingbirdTesting
import Relational
import Rulebook
import Testing

@testable import Service

@Suite("The plan of a unit") struct PlanTests {
    private let path = DevelopmentTown.path

    @Test("A member plans, the head adopts, the member reports until it is done", arguments: TestEngine.available)
    func way(engine: TestEngine) async throws {
        let stage = try await DevelopmentTown(engine)
        let (ratna, hadi) = (try await stage.browser("ratna"), try await stage.browser("hadi"))
        #expect(try await ratna.get("\(path)/rencana").text.contains("Rencana belum berisi aksi."))
        #expect(try await stage.add(by: ratna) == "\(path)/rencana")
        #expect(try await ratna.get("\(path)/rencana").text.contains("SK tim terbit"))
        #expect(ratna.text.contains("Rencana belum ditetapkan") && !ratna.text.contains("Tetapkan rencana…"))
        #expect(try await stage.checks(on: DevelopmentTown.appointed)[.planAdopted]?.isMet == false)

        #expect(try await hadi.get("\(path)/rencana").text.contains("Tetapkan rencana…"))
        #expect(try await hadi.get("\(path)/rencana/tetapkan").text.contains("Orang ratna"))
        #expect(try await hadi.post("\(path)/rencana/tetapkan").headers[.location] == "\(path)/rencana")
        #expect(try await hadi.get("\(path)/rencana").text.contains("Rencana ditetapkan Orang hadi pada 24 November 2026"))
        #expect(try await stage.checks(on: DevelopmentTown.appointed)[.planAdopted]?.isMet == true)

        let budi = try await stage.browser("budi")
        let action = try await stage.action(budi)
        try await budi.get("\(path)/rencana/aksi/\(action)")
        #expect(try await budi.post("\(path)/rencana/aksi/\(action)/kemajuan", ["kemajuan": "40", "catatan": "draf ada"]).status == .seeOther)
        #expect(try await budi.get("\(path)/rencana/aksi/\(action)").text.contains("draf ada"))
        #expect(try await budi.post("\(path)/rencana/aksi/\(action)/kemajuan", ["kemajuan": "100"]).status == .seeOther)
        #expect(try await budi.get("\(path)/rencana/aksi/\(action)").text.contains("100%, 24 November 2026"))
        #expect(try await stage.checks(on: DevelopmentTown.appointed)[.planAdopted]?.isMet == true, "progress is no change of the plan")
    }

    @Test("Who wrote any of it does not adopt it; a change afterwards waits again, with its reason", arguments: TestEngine.available)
    func separation(engine: TestEngine) async throws {
        let stage = try await DevelopmentTown(engine)
        let (both, hadi, lina) = (try await stage.browser("rangkap"), try await stage.browser("hadi"), try await stage.browser("lina"))
        try await stage.add(by: both)
        let own = try await both.post("\(path)/rencana/tetapkan")
        #expect(own.status == .unprocessableContent && own.text.contains("ZI-2503"))
        #expect(try await hadi.post("\(path)/rencana/tetapkan").status == .seeOther)
        let again = try await hadi.post("\(path)/rencana/tetapkan")
        #expect(again.status == .unprocessableContent && again.text.contains("ZI-2502"))

        let action = try await stage.action(both)
        try await both.get("\(path)/rencana/aksi/\(action)")
        var fields = [
            "area": "1", "butir": "A.I.1.i.a", "target": "SK tim terbit dan diumumkan", "penanggung": "akun-budi", "mulai": "2026-11-01",
            "tenggat": "2026-12-31", "versi": "1",
        ]
        let bare = try await both.post("\(path)/rencana/aksi/\(action)/ubah", fields)
        #expect(bare.status == .unprocessableContent && bare.text.contains("alasan perubahan") && bare.text.contains("dan diumumkan"))
        fields["alasan"] = "Pengumuman diminta TPI"
        #expect(try await both.post("\(path)/rencana/aksi/\(action)/ubah", fields).status == .seeOther)
        let stale = try await both.post("\(path)/rencana/aksi/\(action)/ubah", fields)
        #expect(stale.status == .unprocessableContent && stale.text.contains("ZI-2510"))
        #expect(try await both.get("\(path)/rencana/aksi/\(action)").text.contains("Pengumuman diminta TPI"))
        let check = try await stage.checks(on: DevelopmentTown.appointed)[.planAdopted]
        #expect(check?.isMet == false && check?.statement.contains("1 perubahan") == true)
        #expect(try await lina.post("\(path)/rencana/tetapkan").status == .seeOther)
        #expect(try await lina.get("\(path)/rencana").text.contains("Revisi 1 ditetapkan Orang lina"))
    }

    @Test("An action is given up with a reason, once; then nothing of it can be changed", arguments: TestEngine.available)
    func dropping(engine: TestEngine) async throws {
        let stage = try await DevelopmentTown(engine)
        let ratna = try await stage.browser("ratna")
        try await stage.add(by: ratna)
        let action = try await stage.action(ratna)
        #expect(try await ratna.get("\(path)/rencana/aksi/\(action)/hentikan").text.contains("Ya, hentikan aksi"))
        #expect(try await ratna.post("\(path)/rencana/aksi/\(action)/hentikan", ["alasan": "x"]).status == .unprocessableContent)
        #expect(try await ratna.post("\(path)/rencana/aksi/\(action)/hentikan", ["alasan": "Digabung"]).headers[.location] == "\(path)/rencana")
        #expect(try await ratna.get("\(path)/rencana/aksi/\(action)").text.contains("Digabung"))
        #expect(try await ratna.get("\(path)/rencana/aksi/\(action)/hentikan").status == .notFound)
        let late = try await ratna.post("\(path)/rencana/aksi/\(action)/kemajuan", ["kemajuan": "50"])
        #expect(late.status == .unprocessableContent && late.text.contains("ZI-2505"))
        #expect(try await ratna.post("\(path)/rencana/tetapkan").status == .forbidden)
    }

    @Test("Work is given to people of the unit only, and shown by documents of the candidacy only")
    func people() async throws {
        let stage = try await DevelopmentTown()
        let ratna = try await stage.browser("ratna")
        for person in ["akun-luar", "akun-tari", "tidak-ada", ""] {
            #expect(try await stage.add(["penanggung": person], by: ratna) == nil, "\(person)")
            #expect(ratna.text.contains("ZI-2501"), "\(person)")
        }
        try await stage.add(by: ratna)
        try await stage.town.document("nota", in: FilingPlace("kota", unit: "dukcapil", candidacy: "calon"))
        try await stage.town.document("asing", in: FilingPlace("kota", unit: "puskesmas"))
        let action = try await stage.action(ratna)
        try await ratna.get("\(path)/rencana/aksi/\(action)")
        #expect(ratna.text.contains("value=\"nota\""))
        let wrong = try await ratna.post("\(path)/rencana/aksi/\(action)/kemajuan", ["kemajuan": "10", "bukti": "asing"])
        #expect(wrong.status == .unprocessableContent && wrong.text.contains("ZI-2504"))
        #expect(try await ratna.post("\(path)/rencana/aksi/\(action)/kemajuan", ["kemajuan": "10", "bukti": "nota"]).status == .seeOther)
        #expect(try await ratna.get("\(path)/rencana/aksi/\(action)").text.contains("/instansi/kota/dokumen/nota"))
    }

    @Test("After the stage nothing is changed any more, and all of it can be read")
    func closed() async throws {
        let stage = try await DevelopmentTown()
        let ratna = try await stage.browser("ratna")
        try await stage.add(by: ratna)
        let action = try await stage.action(ratna)
        try await stage.town.set("calon", in: "kota", to: .assessing)
        #expect(try await stage.add(by: ratna) == nil)
        #expect(ratna.text.contains("ZI-2511"))
        let report = try await ratna.post("\(path)/rencana/aksi/\(action)/kemajuan", ["kemajuan": "10"])
        #expect(report.status == .unprocessableContent && report.text.contains("ZI-2511"))
        #expect(try await ratna.get("\(path)/rencana/aksi/\(action)").text.contains("SK tim terbit") && !ratna.text.contains("/kemajuan\""))
        try await stage.town.set("calon", in: "kota", to: .developing)
        #expect(try await stage.add(by: ratna) != nil)
    }

    @Test("The chart tells in words what its bars show, late ones by name")
    func chart() async throws {
        let stage = try await DevelopmentTown()
        let ratna = try await stage.browser("ratna")
        #expect(try await ratna.get("\(path)/rencana/bagan").text.contains("Rencana belum berisi aksi."))
        try await stage.add(["tenggat": "2026-11-23"], by: ratna)
        try await stage.add(["tenggat": "2026-11-24", "target": "Hari terakhir"], by: ratna)
        let page = try await ratna.get("\(path)/rencana/bagan").text
        #expect(page.contains("Terlambat 1 hari") && page.contains("Hari ini") && page.contains("url(#hatch)\"/>"))
        #expect(page.contains("1 November 2026 – 23 November 2026") && page.contains("class=\"across\""))
    }

    @Test("Versions and adoptions are never changed", arguments: TestEngine.available)
    func appended(engine: TestEngine) async throws {
        let stage = try await DevelopmentTown(engine)
        let (ratna, hadi) = (try await stage.browser("ratna"), try await stage.browser("hadi"))
        try await stage.add(by: ratna)
        try await hadi.post("\(path)/rencana/tetapkan")
        for statement in [
            "UPDATE plan_versions SET reason = 'x'", "DELETE FROM plan_versions", "UPDATE plan_adoptions SET adopted_by = 'x'",
            "DELETE FROM plan_adoptions",
        ] {
            await #expect(throws: RelationalError.self, "\(statement)") {
                try await stage.town.storage.records.database.write { try $0.execute(SQL(text: statement)) }
            }
        }
    }
}
