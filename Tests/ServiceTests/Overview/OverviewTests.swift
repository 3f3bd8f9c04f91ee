import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Rulebook
import Testing

@testable import Service

@Suite("The overview of an agency and of the nation") struct OverviewTests {
    private static func candidacy(_ number: Int, _ state: CandidacyState.Kind, _ today: Day) -> CandidacyStore.Kept {
        let isAwarded = state.isAwarded
        return CandidacyStore.Kept(
            agency: "kota", id: CandidacyID("calon-\(1_000 + number)"), unit: WorkUnitID("unit-\(number)"),
            designation: number.isMultiple(of: 2) ? .wbk : .wbbm,
            programme: "permenpanrb-90-2021", year: 2026, affirmation: nil, state: state, stageSince: today.adding(days: -number),
            awardedOn: isAwarded ? today.adding(days: -700) : nil, validUntil: isAwarded ? today.adding(days: number) : nil,
            needsAttention: number == 3 ? "Opini BPK tahun 2025 dicabut." : nil, createdBy: "akun-x", createdAt: Timestamp(milliseconds: Int64(number)))
    }

    /// A town whose agency has so many candidacies, in every state by turns.
    private static func town(_ engine: TestEngine, _ count: Int) async throws -> Town {
        let town = try await Town(engine)
        let now = town.clock.timestamp
        try await town.agency("kota", units: (0..<count).map { WorkUnitID("unit-\($0)") })
        try await town.agency("kabupaten")
        try await town.storage.records.change { change in
            let states = CandidacyState.Kind.allCases
            for number in 0..<count {
                try CandidacyStore.insert(candidacy(number, states[number % states.count], Identity.day(now)), in: change.session)
            }
        }
        try await town.person("awas", of: "kota", [(.auditor, .agency("kota"))])
        try await town.person("nilai", of: .nation, [(.nationalReviewer, .nation)])
        try await town.person("anggota", of: "kota", [(.unitMember, .unit("unit-1", in: "kota"))])
        return town
    }

    private static func browser(_ name: String, _ town: Town) async throws -> Browser {
        let browser = Browser(town)
        try await browser.signIn(name)
        return browser
    }

    @Test("Stages are counted, what waits comes first, and units are shown a page at a time", arguments: TestEngine.available)
    func agency(engine: TestEngine) async throws {
        let town = try await Self.town(engine, 160)
        let browser = try await Self.browser("awas", town)
        let page = try await browser.get("/instansi/kota/ikhtisar")
        #expect(page.status == .ok)
        #expect(page.text.contains("Opini BPK tahun 2025 dicabut.") && page.text.contains("Masa predikat berakhir"))
        #expect(page.text.contains("<tr class=\"sum\"><th scope=\"row\">Semua</th><td class=\"num\">160</td></tr>"))
        #expect(page.text.contains("Batas pengajuan"))
        let rows = { (text: String) in text.components(separatedBy: "data-l=\"Sejak\"").count - 1 }
        #expect(rows(page.text) == 50)
        #expect(try await rows(browser.get("/instansi/kota/ikhtisar?hal=4").text) == 10)
        let stage = try await browser.get("/instansi/kota/ikhtisar?tahap=pembangunan")
        #expect(rows(stage.text) == 10 && stage.text.contains("Tahap Pembangunan"))
        #expect(try await browser.get("/instansi/kota/ikhtisar?tahap=%3Cscript%3E&hal=-1").status == .ok)
        #expect(page.body.readableBytes < 50 << 10, "before it is packed")
        #expect(try await Self.browser("anggota", town).get("/instansi/kota/ikhtisar").status == .forbidden)
        #expect(try await browser.get("/instansi/kabupaten/ikhtisar").status == .forbidden)
    }

    @Test("The nation sees numbers by agency; whoever may not, sees none", arguments: TestEngine.available)
    func nation(engine: TestEngine) async throws {
        let town = try await Self.town(engine, 32)
        let page = try await Self.browser("nilai", town).get("/instansi/nasional/ikhtisar")
        #expect(page.status == .ok && page.text.contains("Instansi kota") && page.text.contains("Instansi kabupaten"))
        #expect(page.text.contains("<td class=\"num\" data-l=\"Pembangunan\">2</td>"))
        let inForce = try await town.storage.records.read { session in
            try OverviewStore.nation(on: Identity.day(town.clock.timestamp), skip: 0, most: 10, in: session).map { $0.awarded.values.reduce(0, +) }
        }
        #expect(inForce.sorted() == [0, 8])
        #expect(try await Self.browser("awas", town).get("/instansi/nasional/ikhtisar").status == .forbidden)
    }
}
