import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Journaling
import Logging
import Rulebook
import Testing

@testable import Service

/// Walks every route as people for whom it is not. A route that stands in no table here makes the test fail.
@Suite("Every route as the wrong person") struct RouteWalkTests {
    private struct Route {
        let name: String
        let method: HTTPRequest.Method
        let path: String
    }

    private static func routes(of town: Town) -> [Route] {
        town.server.router().routes.compactMap { route in
            let pattern = route.path.description
            let method = route.method
            guard method == .get || method == .post else { return nil }
            var path = pattern.replacing("{instansi}", with: "kota").replacing("{akun}", with: "akun-korban")
            path = path.replacing("{unit}", with: "dukcapil").replacing("{nomor}", with: "1")
            path = path.replacing("{titik}", with: "1.jsonl")
            path = path.replacing("{calon}", with: "calon-1").replacing("{langkah}", with: Move.declare.rawValue)
            path = path.replacing("{program}", with: "permenpanrb-90-2021").replacing("{catatan}", with: "catatan")
            path = path.replacing("{pihak}", with: "tpi").replacing("{versi}", with: "1")
            path = path.replacing("{dokumen}", with: "surat-dukcapil").replacing("{pegawai}", with: "pegawai-1")
            path = path.replacing("{aksi}", with: "aksi-dukcapil").replacing("{temuan}", with: "temuan-dukcapil")
            path = path.replacing("{impor}", with: "tidak-ada")
            // A proof leads from one checkpoint to another.
            path = path.replacing("bukti-lanjutan.jsonl", with: "bukti-lanjutan.jsonl?dari-titik=1&sampai-titik=2")
            path = path.replacing("{tautan}", with: Token().text).replacing("{berkas}", with: "x.xlsx")
            return Route(name: "\(method.rawValue) \(pattern)", method: method, path: path)
        }
    }

    private static func town() async throws -> Town {
        let town = try await Town()
        try await town.agency("kota", units: ["dukcapil", "puskesmas"])
        try await town.agency("kabupaten", units: ["samsat"])
        try await town.person("korban", of: "kota", [(.unitMember, .unit("dukcapil", in: "kota"))])
        let now = town.clock.timestamp
        // First, so that there are checkpoints over one and two entries.
        let keeper = JournalKeeper(
            records: town.storage.records, keyFile: town.storage.journalKey, clock: town.clock, logger: Logger(label: "test"))
        for _ in 0..<2 {
            try await town.storage.records.change { change in
                change.record(JournalFact(.agencyCreated, in: "kota", by: .system, at: now))
            }
            _ = try await keeper.round()
        }
        try await town.storage.records.change { change in
            let kept = CandidacyStore.Kept(
                agency: "kota", id: "calon-1", unit: "dukcapil", designation: .wbk, programme: "permenpanrb-90-2021", year: 2_027, affirmation: nil,
                state: .preparing, stageSince: Identity.day(now), awardedOn: nil, validUntil: nil, needsAttention: nil,
                createdBy: "akun-korban", createdAt: now)
            try CandidacyStore.insert(kept, in: change.session)
            change.record(JournalFact(.candidacyStarted, in: "kota", by: .system, about: "calon-1", at: now))
        }
        try await AssessmentHouse.seed(town)
        try await town.document("surat-dukcapil", in: FilingPlace("kota", unit: "dukcapil", candidacy: "calon-1"))
        try await town.action("aksi-dukcapil", of: "calon-1", unit: "dukcapil", in: "kota", person: "akun-korban")
        try await town.employee("pegawai-1", of: "dukcapil")
        return town
    }

    private static func status(_ route: Route, by browser: Browser) async throws -> HTTPResponse.Status {
        let answer = try await (route.method == .get ? browser.get(route.path) : browser.post(route.path))
        return answer.status
    }

    @Test("Every route stands in one of the tables, and every line of a table is a route")
    func known() async throws {
        let town = try await Self.town()
        // A known address asked in another way is refused with 405; those answers are not routes of their own.
        var names: Set<String> = []
        for route in Self.routes(of: town) {
            let answer = try await Browser(town).get(route.path)
            if route.method == .get, answer.status == .methodNotAllowed { continue }
            let sent = try await Browser(town).post(route.path)
            if route.method == .post, sent.status == .methodNotAllowed { continue }
            names.insert(route.name)
        }
        let tables = Self.open.union(Self.half).union(Self.own).union(Self.agency.keys)
        #expect(names.filter { !$0.hasPrefix("GET /aset/zona-") } == tables)
    }

    @Test("A guest and an expired session are led to the form, and nothing happens")
    func guests() async throws {
        let town = try await Self.town()
        let expired = Browser(town)
        try await expired.signIn("korban")
        town.clock.pass(seconds: 1_800)
        let before = try await town.size(of: "kota")
        for route in Self.routes(of: town) where !Self.open.contains(route.name) && !route.name.hasPrefix("GET /aset") {
            for browser in [Browser(town), expired] {
                let answer = try await (route.method == .get ? browser.get(route.path) : browser.post(route.path))
                guard answer.status != .methodNotAllowed else { continue }
                #expect(answer.status == .seeOther, "\(route.name)")
                #expect(answer.headers[.location]?.hasPrefix("/masuk") == true, "\(route.name)")
            }
        }
        #expect(try await town.size(of: "kota") == before)
    }

    @Test("Whoever still owes the second factor gets nowhere but to it")
    func half() async throws {
        let town = try await Self.town()
        try await town.person("setengah", of: "kota", [(.agencyAdministrator, .agency("kota"))], key: try .new())
        let browser = Browser(town)
        try await browser.signIn("setengah")
        for route in Self.routes(of: town) where Self.own.contains(route.name) || Self.agency[route.name] != nil {
            let answer = try await (route.method == .get ? browser.get(route.path) : browser.post(route.path))
            #expect(answer.status == .seeOther, "\(route.name)")
            #expect(answer.headers[.location] == "/masuk/faktor-kedua", "\(route.name)")
        }
    }

    @Test("The wrong agency, the wrong unit and the wrong role are turned away from everything of an agency")
    func strangers() async throws {
        let town = try await Self.town()
        let key = try SecondFactorKey.new()
        try await town.person("tetangga", of: "kabupaten", [(.agencyAdministrator, .agency("kabupaten"))], key: key)
        try await town.person("penilai", of: "kabupaten", [(.assessorLead, .agency("kabupaten"))])
        try await town.person("lain", of: "kota", [(.unitMember, .unit("puskesmas", in: "kota"))])
        try await town.person("tanpaperan", of: "kota")
        try await town.person("pengawas", of: "kota", [(.auditor, .agency("kota"))])
        let before = try await town.size(of: "kota")

        let neighbour = Browser(town)
        try await neighbour.signIn("tetangga")
        try await neighbour.get("/masuk/faktor-kedua")
        #expect(try await neighbour.post("/masuk/faktor-kedua", ["kode": town.code(key)]).status == .seeOther)
        try await neighbour.get("/instansi")
        for (name, browser) in [("tetangga", neighbour), ("penilai", Browser(town)), ("tanpaperan", Browser(town))] {
            if name != "tetangga" { try await browser.signIn(name) }
            for route in Self.routes(of: town) where Self.agency[route.name] != nil {
                try await browser.get("/instansi")
                let status = try await Self.status(route, by: browser)
                #expect(status == .forbidden || status == .notFound, "\(name): \(route.name): \(status)")
            }
        }
        let member = Browser(town)
        try await member.signIn("lain")
        let auditor = Browser(town)
        try await auditor.signIn("pengawas")
        for route in Self.routes(of: town) {
            guard let may = Self.agency[route.name] else { continue }
            try await member.get("/instansi")
            let memberStatus = try await Self.status(route, by: member)
            // Its own agency a unit's member may see, somebody else's unit not.
            let isOpenToMember = may.member && !route.path.contains("dukcapil") && !route.path.contains("calon-1")
            #expect(isOpenToMember ? memberStatus == .ok : [.forbidden, .notFound].contains(memberStatus), "lain: \(route.name): \(memberStatus)")
            try await auditor.get("/instansi")
            let auditorStatus = try await Self.status(route, by: auditor)
            #expect(may.auditor ? auditorStatus == .ok : [.forbidden, .notFound].contains(auditorStatus), "pengawas: \(route.name): \(auditorStatus)")
        }
        #expect(
            try await town.size(of: "kota") == before + 6,
            "three of this agency signed in, one took the journal and twice the people, and nothing else happened")
    }
}

extension Town {
    /// How many facts an agency's journal has.
    func size(of agency: AgencyID) async throws -> Int {
        try await storage.records.read { try JournalStore.tip(of: agency, in: $0)?.chain.size ?? 0 }
    }
}
