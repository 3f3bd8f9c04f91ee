import Documents
import ExactMath
import HTTPTypes
import HummingbirdTesting
import Relational
import Rulebook
import Testing

@testable import Service

@Suite("The latest score of each unit") struct LatestScoreTests {
    /// Many units with one sheet each; the later ones score higher.
    private func crowd(_ house: AssessmentHouse, _ count: Int) async throws {
        let prepared = try house.instruments.prepared("permenpanrb-90-2021")
        let now = house.town.clock.timestamp
        try await house.town.agency("kabupaten", units: (1...count).map { WorkUnitID("unit-\($0 + 1_000)") })
        for number in 1...count {
            try await AssessmentHouse.candidacy(
                CandidacyID("c-\(number)"), of: WorkUnitID("unit-\(number + 1_000)"), agency: "kabupaten", in: house.town)
        }
        let instruments = house.instruments
        // Counts come in groups; letters and numbers stand each by itself.
        let lines = try Sheets.best("permenpanrb-90-2021").split(separator: "\n").filter { !$0.contains("/") }.map(String.init)
        try await house.town.storage.records.database.write { session in
            for number in 1...count {
                let answers = lines.prefix(1 + number).joined(separator: "\n") + "\n"
                let reading = try SheetFile.read(Array(answers.utf8), from: instruments, instrument: prepared.instrument.id)
                let sheet = SheetStore.Kept(
                    agency: "kabupaten", candidacy: CandidacyID("c-\(number)"), party: .internalTeam, version: 1, round: 1,
                    record: try SheetRecord.make(reading, prepared, for: .wbk), by: "akun-x", at: now, handedIn: nil)
                try SheetStore.insert(sheet, in: session)
                try LatestScoreStore.show(sheet, of: WorkUnitID("unit-\(number + 1_000)"), in: session)
            }
        }
    }

    @Test("The national result stands over the assessors', and theirs over the unit's; tallies follow", arguments: TestEngine.available)
    func standing(engine: TestEngine) async throws {
        let house = try await AssessmentHouse(engine)
        let records = house.town.storage.records
        func shown() async throws -> LatestScoreStore.Kept? {
            try await records.read { try LatestScoreStore.find([AssessmentHouse.unit], of: "kota", in: $0)[AssessmentHouse.unit] }
        }
        func total() async throws -> LatestScoreStore.Tally? {
            try await records.read { try LatestScoreStore.tallies(in: "kota", in: $0).first { $0.part == "total" } }
        }
        let best = try Sheets.best("permenpanrb-90-2021")
        try await house.open()
        try await house.record(Sheets.sample, of: .unit, by: "staf")
        #expect(try await shown() == nil, "what was not handed in counts nowhere")
        try await house.actions.handIn(1, of: AssessmentHouse.candidacy, of: "kota", by: house.identity("kepala"), at: house.town.clock.timestamp)
        #expect(try await shown()?.party == .unit)
        #expect(try await total()?.units == 1)
        #expect(try await total()?.met == 0)
        try await house.record(best, of: .internalTeam, by: "anggota")
        #expect(try await shown()?.party == .internalTeam)
        #expect(try await shown()?.unmet == 0)
        #expect(try await total()?.met == 1)
        try await house.record(best, of: .unit, by: "staf")
        try await house.actions.handIn(2, of: AssessmentHouse.candidacy, of: "kota", by: house.identity("kepala"), at: house.town.clock.timestamp)
        #expect(try await shown()?.party == .internalTeam)
        try await house.move(to: .reviewing)
        try await house.record(Sheets.sample, of: .nationalTeam, by: "nasional")
        #expect(try await shown()?.party == .nationalTeam)
        #expect(try await total()?.units == 1)
        #expect(try await total()?.met == 0)
        let points = try await shown()?.points ?? [:]
        #expect(points.count == ScoreColumn.columns(of: try house.instruments.instrument("permenpanrb-90-2021"), for: .wbk).count)
    }

    @Test("The table is sorted by any column and paged by the server", arguments: TestEngine.available)
    func pages(engine: TestEngine) async throws {
        let house = try await AssessmentHouse(engine, signedIn: ["nasional"])
        try await crowd(house, 60)
        let browser = try house.browser("nasional")
        let first = try await browser.get("/instansi/kabupaten/matriks")
        #expect(first.status == .ok && first.text.contains("Unit unit-1060") && !first.text.contains("Unit unit-1010"))
        #expect(first.text.contains("dari 60 unit") && first.text.contains("aria-sort=\"descending\""))
        let second = try await browser.get("/instansi/kabupaten/matriks?hal=2")
        #expect(second.text.contains("Unit unit-1010") && !second.text.contains("Unit unit-1060"))
        let upwards = try await browser.get("/instansi/kabupaten/matriks?urut=total&naik=1")
        #expect(upwards.text.contains("Unit unit-1001") && upwards.text.contains("aria-sort=\"ascending\""))
        let hostile = try await browser.get("/instansi/kabupaten/matriks?urut=%27%3B--&predikat=x&instrumen=%3Cb%3E&hal=-3")
        #expect(hostile.status == .ok && hostile.text.contains("Unit unit-1060"))
    }

    @Test("An agency without sheets has an empty table, and strangers have none")
    func empty() async throws {
        let house = try await AssessmentHouse(signedIn: ["auditor", "staf"])
        #expect(try await house.browser("auditor").get("/instansi/kota/matriks").text.contains("Belum ada unit"))
        #expect(try await house.browser("staf").get("/instansi/kota/matriks").status == .forbidden)
    }

    @Test("Places sort like the points, and never decide")
    func places() throws {
        let points = try ["0", "1/3", "74/1", "299/4", "75", "100"].map { try #require(Ratio(exact: $0 == "74/1" ? "74" : $0)) }
        let places = points.map { SheetRecord.Part(key: "total", points: $0, isMet: nil).place }
        #expect(places == places.sorted())
        #expect(places[1] == 333_333_333)
    }
}
