import HTTPTypes
import HummingbirdTesting
import Relational
import Rulebook
import Testing

@testable import Service

@Suite("What waits for a person, on the page after signing in") struct DeskTests {
    private let path = DevelopmentTown.path

    @Test("Actions of the person stand by due day with the reason; what is done or far away does not", arguments: TestEngine.available)
    func actions(engine: TestEngine) async throws {
        let stage = try await DevelopmentTown(engine)
        let (ratna, budi) = (try await stage.browser("ratna"), try await stage.browser("budi"))
        #expect(budi.text.contains("Tidak ada tugas yang menunggu Anda"))
        for (target, due) in [("Kelak", "2026-12-25"), ("Batas", "2026-12-24"), ("Hari ini", "2026-11-24"), ("Lewat", "2026-11-23")] {
            try await stage.add(["target": target, "tenggat": due], by: ratna)
        }
        let page = try await budi.get("/beranda").text
        let order = page.matches(of: /href="[^"]+\/rencana\/aksi\/[0-9a-z]{26}">([^<]+)</).map { String($0.1) }
        #expect(order == ["Lewat", "Hari ini", "Batas"])
        #expect(page.contains("Terlambat 1 hari") && page.contains("Lewat tenggat") && page.contains("Aksi Anda pada rencana Unit dukcapil"))
        let action = String(try #require(page.firstMatch(of: /rencana\/aksi\/([0-9a-z]{26})">Lewat/)).1)
        #expect(try await budi.post("\(path)/rencana/aksi/\(action)/kemajuan", ["kemajuan": "100"]).status == .seeOther)
        #expect(try await !budi.get("/beranda").text.contains("Lewat tenggat"))
        #expect(try await !ratna.get("/beranda").text.contains("Hari ini</a>"), "another's task")
        try await stage.town.set("calon", in: "kota", to: .withdrawn)
        #expect(try await budi.get("/beranda").text.contains("Tidak ada tugas"))
    }

    @Test("A plan waits for a head who wrote none of it, a review for assessors and heads, a finding for who follows it up", arguments: TestEngine.available)
    func oversight(engine: TestEngine) async throws {
        let stage = try await DevelopmentTown(engine)
        try await stage.add(["penanggung": "akun-ratna", "tenggat": "2027-01-31"], by: stage.browser("rangkap"))
        let hadi = try await stage.browser("hadi")
        #expect(hadi.text.contains("Tetapkan rencana aksi Unit dukcapil") && hadi.text.contains("Catat monev Unit dukcapil"))
        #expect(hadi.text.contains("Sebagai Pimpinan unit kerja") && hadi.text.contains("Tanpa tenggat"))
        #expect(try await !stage.browser("rangkap").text.contains("Tetapkan rencana aksi"))
        let tari = try await stage.browser("tari")
        #expect(tari.text.contains("Catat monev Unit dukcapil") && !tari.text.contains("Tetapkan rencana"))
        #expect(try await stage.browser("luar").text.contains("Tidak ada tugas"))
        for (period, held) in [("1", "2026-06-01"), ("2", "2026-09-01")] {
            try await tari.get("\(path)/monev/baru")
            let fields = [
                "periode": period, "hari": held, "ringkasan": "Sesuai rencana.", "temuan-1": "Kurang", "tindak-1": "Lengkapi \(period)",
                "orang-1": "akun-budi", "tenggat-1": "2026-12-01",
            ]
            #expect(try await tari.post("\(path)/monev/baru", fields).status == .seeOther)
        }
        // The third is due on 3 December, within a fortnight.
        #expect(try await tari.get("/beranda").text.contains("9 hari lagi"))
        let budi = try await stage.browser("budi")
        #expect(budi.text.contains("Lengkapi 1") && budi.text.contains("Lengkapi 2") && budi.text.contains("7 hari lagi"))
    }

    @Test("Two hundred tasks come page by page; no page costs more statements than another", arguments: TestEngine.available)
    func many(engine: TestEngine) async throws {
        let stage = try await DevelopmentTown(engine)
        try await stage.add(by: stage.browser("ratna"))
        try await stage.town.storage.records.change { change in
            guard let plan = try DevelopmentStore.plan(of: "calon", of: "kota", in: change.session) else { return }
            for number in 1...199 {
                let content = PlannedAction.Content(
                    items: ["A.I.1.i.a"], area: .change(1), target: "Tugas \(number)", person: "akun-budi", start: .first,
                    due: Day(number: 20_600 - number) ?? .first)
                let action = PlannedAction(id: ActionID("a\(number)"), content: content)
                try DevelopmentStore.insert(.init(action: action, version: 1, note: ""), into: plan, in: change.session)
            }
        }
        let budi = try await stage.browser("budi")
        #expect(budi.text.matches(of: /<li><time/).count == 50 && budi.text.contains("?hal=2"))
        #expect(budi.text.contains(">Tugas 199<") && !budi.text.contains(">Tugas 149<"), "the latest first")
        #expect(budi.text.utf8.count < 50_000)
        let last = try await budi.get("/beranda?hal=4").text
        #expect(last.matches(of: /<li><time/).count == 50 && !last.contains("?hal=5") && last.contains("SK tim terbit"))
        #expect(try await budi.get("/beranda?hal=9").text.contains("Tidak ada tugas pada halaman ini."))

        let caller = Caller("akun-budi", grants: [], on: Day("2026-11-24") ?? .first)
        let counted = try await stage.town.storage.records.read { session in
            let counting = CountingSession(session)
            _ = try DevelopmentTasksProvider().tasks(for: caller, on: caller.day, most: 51, in: counting)
            return (counting.statements, counting.rows)
        }
        #expect(counted == (2, 51))
    }
}

/// Counts what is asked of a session.
private final class CountingSession: ReadSession {
    private let base: any ReadSession
    private(set) var statements = 0
    private(set) var rows = 0

    init(_ base: any ReadSession) { self.base = base }

    var dialect: Dialect { base.dialect }

    func rows(_ statement: SQL) throws -> [Row] {
        let found = try base.rows(statement)
        statements += 1
        rows += found.count
        return found
    }

    func forEachRow(_ statement: SQL, _ body: (Row) throws -> Void) throws {
        statements += 1
        try base.forEachRow(statement, body)
    }
}
