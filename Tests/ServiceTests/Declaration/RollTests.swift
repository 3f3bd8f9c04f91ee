import HTTPTypes
import HummingbirdTesting
import Relational
import Rulebook
import Testing

@testable import Service

@Suite("The roll of a unit") struct RollTests {
    private static func path(_ text: String) throws -> String {
        String(try #require(text.firstMatch(of: /\/instansi\/kota\/pencalonan\/calon-1\/pencanangan\/pegawai\/[0-9a-z]+/)).0)
    }

    @Test("A number stands on a roll once, and every duplicate is named with its line", arguments: TestEngine.available)
    func duplicates(engine: TestEngine) async throws {
        let stage = try await StageTown(engine)
        let (head, page) = (stage.head, StageTown.page)
        try await head.get(page)
        #expect(try await head.post(page + "/pegawai-baru", ["nama-pegawai": "Dewi", "nip-pegawai": "198003152005011003"]).status == .seeOther)
        let before = try await stage.town.size(of: "kota")
        let again = try await head.post(page + "/pegawai-banyak", ["daftar": "Eko\nDewi;198003152005011003", "mulai-semua": "2026-01-01"])
        #expect(again.status == .unprocessableContent && again.text.contains("Baris 2: NIP ini sudah ada") && again.text.contains("ZI-2404"))
        #expect(again.text.contains("Eko\nDewi;198003152005011003</textarea>") && again.text.contains("value=\"2026-01-01\""))
        #expect(try await stage.town.size(of: "kota") == before, "nothing half done")
    }

    @Test("Whoever leaves is counted no more; days of employment hold the signature", arguments: TestEngine.available)
    func leaving(engine: TestEngine) async throws {
        let stage = try await StageTown(engine)
        let (head, page) = (stage.head, StageTown.page)
        try await head.get(page)
        _ = try await head.post(page + "/pegawai-baru", ["nama-pegawai": "Dewi", "mulai-tugas": "2026-01-01"])
        let path = try Self.path(try await head.get(page).text)
        try await head.get(path)
        #expect(try await head.post(path + "/kertas", ["hari-tanda-tangan": "2025-12-31"]).text.contains("ZI-2405"))
        #expect(try await head.post(path + "/kertas", ["hari-tanda-tangan": "2026-11-25"]).text.contains("ZI-2405"))
        let foreign = FilingPlace("kota", unit: "puskesmas")
        try await stage.town.document("dok-lain", in: foreign)
        let signed = ["hari-tanda-tangan": "2026-02-01", "pindaian": "dok-lain"]
        let elsewhere = try await head.post(path + "/kertas", signed)
        #expect(elsewhere.status == .unprocessableContent && elsewhere.text.contains("tidak ada pada dokumen pencalonan"))
        try await stage.town.document("dok-1", in: FilingPlace("kota", unit: "dukcapil", candidacy: "calon-1"))
        #expect(try await head.get(path).text.contains("value=\"dok-1\""))
        #expect(try await head.post(path + "/kertas", signed.merging(["pindaian": "dok-1"]) { $1 }).status == .seeOther)
        #expect(try await head.get(path).text.contains("/dokumen/dok-1"))
        var change = ["nama-pegawai": "Dewi", "mulai-tugas": "2026-03-01"]
        #expect(try await head.post(path + "/ubah", change).text.contains("Pakta ditandatangani pada 1 Februari 2026"))
        change = ["nama-pegawai": "Dewi", "mulai-tugas": "2026-01-01", "selesai-tugas": "2025-01-01"]
        #expect(try await head.post(path + "/ubah", change).text.contains("ZI-2402"))
        change["selesai-tugas"] = "2026-11-23"
        #expect(try await head.post(path + "/ubah", change).status == .seeOther)
        #expect(try await stage.checks()[.pactCovered]?.statement == "Daftar pegawai unit masih kosong.")
        #expect(try await head.get(path + "/hapus-nama").text.contains("Ya, hapus nama dan NIP"))
        #expect(try await head.post(path + "/hapus-nama").status == .seeOther)
        #expect(try await head.get(path).text.contains("Data pribadi dihapus"))
        #expect(try await head.post(path + "/batalkan", ["alasan": "pendek"]).status == .unprocessableContent)
        #expect(try await head.post(path + "/batalkan", ["alasan": "Tercatat pada orang yang keliru."]).status == .seeOther)
        #expect(try await head.get(path).text.contains("Catat tanda tangan di kertas"))
    }

    @Test("An employee of another unit is not to be found here")
    func elsewhere() async throws {
        let stage = try await StageTown()
        let now = stage.town.clock.timestamp
        try await stage.town.storage.records.change { change in
            try EmployeeStore.insert(
                EmployeeStore.Kept(
                    agency: "kota", id: "pegawai-lain", unit: "puskesmas", account: nil, name: "Rahasia", nip: nil, employment: .throughout), at: now,
                in: change.session)
            change.record(JournalFact(.employeesListed, in: "kota", by: .system, at: now))
        }
        #expect(try await stage.head.get(StageTown.page + "/pegawai/pegawai-lain").status == .notFound)
        #expect(try await stage.head.post(StageTown.page + "/pegawai/pegawai-lain/kertas", ["hari-tanda-tangan": "2026-11-24"]).status == .notFound)
    }

    @Test("The filters list exactly whom the rules count as such, page by page", arguments: TestEngine.available)
    func filters(engine: TestEngine) async throws {
        let stage = try await StageTown(engine)
        let now = stage.town.clock.timestamp
        let day = Identity.day(now)
        let days: [Day?] = [nil] + [-11, -10, -9, -1, 0, 1].map { day.adding(days: $0) }
        let listed = try await stage.town.storage.records.change { change in
            let candidacy = try #require(try CandidacyStore.find("calon-1", of: "kota", in: change.session))
            var rules: [(id: EmployeeID, entry: RollEntry)] = []
            for from in days {
                for until in days {
                    for signed in days {
                        guard let employment = Employment(from: from, until: until) else { continue }
                        let id = EmployeeID("p\(rules.count)")
                        try EmployeeStore.insert(
                            EmployeeStore.Kept(
                                agency: "kota", id: id, unit: "dukcapil", account: nil, name: "N \(rules.count)", nip: nil, employment: employment),
                            at: now, in: change.session)
                        if let signed {
                            let signature = PactSignature(day: signed, manner: .onScreen)
                            try PactStore.insert(signature, of: id, under: candidacy, by: "akun-x", at: now, in: change.session)
                        }
                        rules.append((id, RollEntry(employment: employment, signedOn: signed)))
                    }
                }
            }
            change.record(JournalFact(.employeesListed, in: "kota", by: .system, at: now))
            return rules
        }
        let declared = day.adding(days: -10)
        let found = try await stage.town.storage.records.read { session in
            let candidacy = try #require(try CandidacyStore.find("calon-1", of: "kota", in: session))
            let roll = PactStore.Roll(of: candidacy, on: day, declaredOn: declared)
            let lists = try PactStore.Filter.allCases.map { filter in
                var ids: [EmployeeID] = []
                while true {
                    let page = try PactStore.list(roll, filter, skip: ids.count, most: 40, in: session).map(\.employee.id)
                    if page.isEmpty { break }
                    ids += page
                }
                return ids
            }
            return (lists, try PactStore.coverage(roll, in: session))
        }
        let waiting = listed.filter { $0.entry.employment.covers(day) && !$0.entry.hasSigned(by: day) }
        let expected = [listed, waiting, waiting.filter { $0.entry.employment.began(after: declared) }]
        for (ids, entries) in zip(found.0, expected) {
            #expect(ids.count == entries.count && Set(ids) == Set(entries.map(\.id)))
        }
        #expect(found.1.unsigned == waiting.count && found.1.newcomersUnsigned == expected[2].count)
    }

    @Test("Erasing an account takes name and number off the roll and leaves the count; the export has both", arguments: TestEngine.available)
    func erasure(engine: TestEngine) async throws {
        let stage = try await StageTown(engine)
        let now = stage.town.clock.timestamp
        try await stage.town.person("ani", of: "kota", [(.unitMember, .unit("dukcapil", in: "kota"))])
        try await stage.town.storage.records.change { change in
            try EmployeeStore.insert(
                EmployeeStore.Kept(
                    agency: "kota", id: "p1", unit: "dukcapil", account: "akun-ani", name: "Ani Rahma", nip: "199003152015012001",
                    employment: .throughout), at: now, in: change.session)
            change.record(JournalFact(.employeesListed, in: "kota", by: .system, at: now))
        }
        let export = try await stage.town.storage.records.read { session in
            let listed = try #require(try AccountStore.find("akun-ani", in: session))
            return String(decoding: try OwnDataExport(account: "akun-ani", at: now).bytes(listed, in: session), as: UTF8.self)
        }
        #expect(export.contains("Ani Rahma") && export.contains("199003152015012001") && export.contains("kelompok_kerja"))
        try await stage.town.storage.records.change { change in
            try AccountStore.erase("akun-ani", in: change.session)
            change.record(JournalFact(.personErased, in: "kota", by: .system, about: "akun-ani", at: now))
        }
        let shown = try await stage.head.get(StageTown.page).text
        #expect(!shown.contains("Ani Rahma") && !shown.contains("199003152015012001") && shown.contains("0 dari 1 pegawai"))
    }
}
