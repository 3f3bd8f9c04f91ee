import Relational
import Rulebook
import Testing

@testable import Service

@Suite("The index of names") struct SearchIndexTests {
    private func found(
        _ town: Town, _ typed: String, _ kind: SearchKind = .unit, in agency: AgencyID = "kota"
    ) async throws -> [String] {
        try await town.storage.records.read {
            try SearchFinder(agency: agency, kind: kind, typed: SearchText.typed(typed, kind)).find(in: $0).subjects
        }
    }

    private func unit(_ id: WorkUnitID, _ name: String, _ town: Town) async throws {
        try await town.storage.records.change {
            try WorkUnitStore.insert(
                .init(agency: "kota", id: id, code: id.text.uppercased(), name: name, parent: nil, closedAt: nil), at: town.clock.timestamp,
                in: $0.session)
        }
    }

    private func rows(_ town: Town, _ agency: AgencyID = "kota") async throws -> [String] {
        try await town.storage.records.read { session in
            let words = try session.rows("SELECT kind, subject, word FROM search_words WHERE agency = \(agency.text) ORDER BY kind, subject, word")
            let variants = try session.rows("SELECT kind, variant, word FROM search_variants WHERE agency = \(agency.text) ORDER BY kind, variant, word")
            return try (words + variants).map { "\(try $0.text(0)) \(try $0.text(1)) \(try $0.text(2))" }
        }
    }

    @Test("Units are found exactly, by beginnings and with slips, best first", arguments: TestEngine.available)
    func units(engine: TestEngine) async throws {
        let town = try await Town(engine)
        try await town.agency("kota")
        for (id, name) in [
            ("a", "Dinas Pendidikan Kab. Bandung"), ("b", "Dinas Kesehatan"), ("c", "Bidang Kesehatan Masyarakat Dinas Kesehatan"), ("d", "Badan Kesehtan"),
        ] { try await unit(WorkUnitID(id), name, town) }
        #expect(try await found(town, "dinas kesehatan") == ["b", "c"])
        #expect(try await found(town, "kesehatan") == ["b", "c", "d"])
        #expect(try await found(town, "kese") == ["b", "d", "c"])
        #expect(try await found(town, "pendidkan kabupaten bandung") == ["a"])
        #expect(try await found(town, "DINAS PENDIDIKAN, KAB BANDUNG") == ["a"])
        #expect(try await found(town, "pariwisata").isEmpty)
        #expect(try await found(town, "dinas pariwisata").isEmpty)
        #expect(try await found(town, "").isEmpty)
        #expect(try await found(town, "%_'\" OR 1=1").isEmpty)
        try await town.agency("lain")
        #expect(try await found(town, "dinas", in: "lain").isEmpty)
    }

    @Test("A new name is found and the old one is not", arguments: TestEngine.available)
    func renaming(engine: TestEngine) async throws {
        let town = try await Town(engine)
        try await town.agency("kota")
        try await unit("a", "Kelurahan Sukajadi", town)
        try await town.storage.records.change { change in
            var kept = try #require(try WorkUnitStore.find("a", of: "kota", in: change.session))
            kept.name = "Kelurahan Melati"
            try WorkUnitStore.update(kept, in: change.session)
        }
        #expect(try await found(town, "sukajadi").isEmpty)
        #expect(try await found(town, "mleati") == ["a"])
        let before = try await rows(town)
        #expect(!before.contains { $0.contains("sukajadi") }, "not even as a form with letters left out")
        // Making it anew gives the same.
        try await town.storage.records.change { change in
            try change.session.execute("UPDATE settings SET value = '0' WHERE name = 'ejaan-pencarian'")
            #expect(try SearchIndex.prepare(in: change.session))
            #expect(try !SearchIndex.prepare(in: change.session))
        }
        #expect(try await rows(town) == before)
    }

    @Test("People are found where they have a role, under their new name, and not at all once erased", arguments: TestEngine.available)
    func people(engine: TestEngine) async throws {
        let town = try await Town(engine)
        try await town.agency("kota")
        try await town.agency("lain", units: ["loket"])
        let account = try await town.person("soeharto", of: "kota", [(.unitMember, .unit("loket", in: "lain"))])
        for agency in [AgencyID("kota"), "lain"] {
            #expect(try await found(town, "suharto", .person, in: agency) == [account.text])
            #expect(try await found(town, "suhartto", .person, in: agency) == [account.text])
        }
        let before = try await rows(town) + rows(town, "lain")
        try await town.storage.records.change { change in
            try change.session.execute("UPDATE settings SET value = '0' WHERE name = 'ejaan-pencarian'")
            try SearchIndex.prepare(in: change.session)
        }
        #expect(try await rows(town) + rows(town, "lain") == before)
        try await town.storage.records.change {
            try AccountStore.correct(.init(name: "Djoko", nip: nil, email: "d@b.id"), of: account, in: $0.session)
        }
        #expect(try await found(town, "joko", .person, in: "lain") == [account.text])
        #expect(try await found(town, "suharto", .person, in: "lain").isEmpty)
        try await town.storage.records.change { try AccountStore.erase(account, in: $0.session) }
        #expect(try await (rows(town) + rows(town, "lain")).filter { $0.hasPrefix("orang") }.isEmpty)
    }

    @Test("More than is put in order is said to be cut", arguments: [(499, false), (500, false), (501, true)])
    func cut(count: Int, isCut: Bool) async throws {
        let town = try await Town()
        try await town.agency("kota")
        let units = (0..<count).map {
            WorkUnitStore.Kept(agency: "kota", id: WorkUnitID("u\($0)"), code: "U\($0)", name: "Kelurahan \($0)", parent: nil, closedAt: nil)
        }
        try await town.storage.records.change { try WorkUnitStore.insert(units, of: "kota", at: town.clock.timestamp, in: $0.session) }
        let found = try await town.storage.records.read { try SearchFinder(agency: "kota", kind: .unit, typed: ["kelurahan"]).find(in: $0) }
        #expect(found.isCut == isCut && found.subjects.count == min(count, 500))
    }
}
