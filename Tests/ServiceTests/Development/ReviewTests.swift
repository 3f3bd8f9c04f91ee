import HTTPTypes
import HummingbirdTesting
import Relational
import Rulebook
import Testing

@testable import Service

@Suite("Reviews of progress") struct ReviewTests {
    private let path = DevelopmentTown.path
    private let fields = [
        "periode": "1", "hari": "2026-06-02", "ringkasan": "Kemajuan sesuai rencana.", "temuan-1": "Notula belum ada", "tindak-1": "Susun notula",
        "orang-1": "akun-budi", "tenggat-1": "2026-09-30",
    ]

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test("Overdue reviews are named, recorded late, and what they found is closed by another person", arguments: TestEngine.available)
    func way(engine: TestEngine) async throws {
        let stage = try await DevelopmentTown(engine)
        let (tari, budi) = (try await stage.browser("tari"), try await stage.browser("budi"))
        // Appointed 3 March: reviews were due on 3 June and 3 September; the next one is due on 3 December.
        let page = try await tari.get("\(path)/monev").text
        #expect(page.contains("Periode 1, seharusnya paling lambat 3 Juni 2026") && page.contains("Periode 2,") && !page.contains("Periode 3,"))
        #expect(try await stage.checks(on: day("2026-11-24"))[.progressReviewed]?.statement.contains("periode 1, 2") == true)
        try await tari.get("\(path)/monev/baru")
        #expect(try await tari.post("\(path)/monev/baru", fields).headers[.location] == "\(path)/monev")
        let twice = try await tari.post("\(path)/monev/baru", fields)
        #expect(twice.status == .unprocessableContent && twice.text.contains("ZI-2507"))
        let early = try await tari.post("\(path)/monev/baru", fields.merging(["periode": "4"]) { $1 })
        #expect(early.status == .unprocessableContent && early.text.contains("ZI-2506"))
        #expect(try await tari.post("\(path)/monev/baru", ["periode": "2", "hari": "2026-09-20", "ringkasan": "Dicatat terlambat."]).status == .seeOther)
        #expect(try await tari.get("\(path)/monev").text.contains("Terlambat 17 hari"))
        let check = try await stage.checks(on: day("2026-11-24"))[.progressReviewed]
        #expect(check?.isMet == false && check?.statement.contains("1 temuan lewat tenggat") == true)

        let finding = String(try #require(tari.text.firstMatch(of: /monev\/temuan\/([0-9a-z]{26})"/)).1)
        #expect(try await budi.post("\(path)/monev/temuan/\(finding)", ["alasan": "sudah"]).status == .forbidden)
        #expect(try await tari.get("\(path)/monev/temuan/\(finding)").text.contains("Notula belum ada"))
        #expect(try await tari.post("\(path)/monev/temuan/\(finding)", ["alasan": "Notula dilihat"]).headers[.location] == "\(path)/monev")
        let closed = try await tari.post("\(path)/monev/temuan/\(finding)", ["alasan": "Lagi"])
        #expect(closed.status == .unprocessableContent && closed.text.contains("ZI-2509"))
        #expect(try await tari.get("\(path)/monev").text.contains("Ditutup Orang tari"))
        #expect(try await stage.checks(on: day("2026-12-03"))[.progressReviewed]?.isMet == true)
        #expect(try await stage.checks(on: day("2026-12-04"))[.progressReviewed]?.isMet == false, "the third review is overdue the day after")
    }

    @Test("Whoever has to follow up does not close, even as head of the unit", arguments: TestEngine.available)
    func owner(engine: TestEngine) async throws {
        let stage = try await DevelopmentTown(engine)
        let hadi = try await stage.browser("hadi")
        try await hadi.get("\(path)/monev/baru")
        try await hadi.post("\(path)/monev/baru", fields.merging(["orang-1": "akun-hadi"]) { $1 })
        try await hadi.get("\(path)/monev")
        let finding = String(try #require(hadi.text.firstMatch(of: /monev\/temuan\/([0-9a-z]{26})"/)).1)
        let own = try await hadi.post("\(path)/monev/temuan/\(finding)", ["alasan": "Selesai"])
        #expect(own.status == .unprocessableContent && own.text.contains("ZI-2508"))
        await #expect(throws: RelationalError.self) {
            try await stage.town.storage.records.database.write {
                try $0.execute("UPDATE review_findings SET closed_by = person, closed_day = '2026-11-24', closed_note = 'x'")
            }
        }
    }

    @Test("The rhythm is set before the first review, and all due days follow", arguments: TestEngine.available)
    func rhythm(engine: TestEngine) async throws {
        let stage = try await DevelopmentTown(engine)
        let tari = try await stage.browser("tari")
        #expect(try await tari.get("\(path)/monev").text.contains("Monev tiap 3 bulan sejak 3 Maret 2026, menurut aturan program"))
        #expect(try await tari.post("\(path)/monev/jadwal", ["bulan": "5"]).status == .unprocessableContent)
        #expect(try await tari.post("\(path)/monev/jadwal", ["bulan": "6"]).headers[.location] == "\(path)/monev")
        #expect(try await tari.get("\(path)/monev").text.contains("Monev tiap 6 bulan"))
        #expect(tari.text.contains("ditetapkan untuk pencalonan ini") && tari.text.contains("Periode 1, seharusnya paling lambat 3 September 2026"))
        #expect(try await tari.post("\(path)/monev/baru", fields.merging(["hari": "2026-08-01"]) { $1 }).status == .seeOther)
        #expect(try await tari.post("\(path)/monev/jadwal", ["bulan": "3"]).status == .unprocessableContent)
    }

    @Test("Before the unit is appointed there is nothing to review, and no time has passed")
    func before() async throws {
        let stage = try await DevelopmentTown(isAppointed: false)
        let tari = try await stage.browser("tari")
        #expect(try await tari.get("\(path)/monev").text.contains("Unit ini belum ditetapkan"))
        #expect(try await tari.post("\(path)/monev/baru", fields).status == .unprocessableContent)
        let checks = try await stage.checks(on: day("2026-11-24"))
        #expect(checks.count == 3 && checks.values.allSatisfy { !$0.isMet && !$0.wayOut.isEmpty })
        #expect(try await stage.add(by: stage.browser("ratna")) != nil, "planning may begin earlier")
    }

    @Test("A year of development is reached on the anniversary, not the day before")
    func year() async throws {
        let stage = try await DevelopmentTown()
        for (text, isMet) in [("2027-03-02", false), ("2027-03-03", true), ("2027-03-04", true)] {
            #expect(try await stage.checks(on: day(text))[.developedLongEnough]?.isMet == isMet, "\(text)")
        }
        #expect(DevelopmentChecks.developed(DevelopmentTown.appointed, nil, on: DevelopmentTown.appointed).isMet)
    }
}
