import Journaling
import Relational
import RelationalSQLite
import RelationalSQLite
import Rulebook
import Testing

@testable import Service

@Suite("Reading the journal")
struct JournalReadingTests {
    private func sequences(_ house: JournalHouse, _ filter: JournalStore.Filter, most: Int = 1_000) async throws -> [Int] {
        try await house.database.read {
            try JournalStore.page(of: JournalHouse.agency, filter, most: most, in: $0).map(\.sequence)
        }
    }

    @Test("Pages follow each other from the newest entry to the oldest, without gap or repetition")
    func paging() async throws {
        let house = try await JournalHouse()
        try await house.append(1...25)
        var filter = JournalStore.Filter()
        var seen: [Int] = []
        while case let page = try await sequences(house, filter, most: 10), let last = page.last {
            seen += page
            filter.before = last
        }
        #expect(seen == Array((1...25).reversed()))
    }

    @Test("Filters by person, kind and time, also together; the ends of the time are exact")
    func filters() async throws {
        let house = try await JournalHouse()
        try await house.append(1...30)
        #expect(try await sequences(house, .init(actor: "akun-1")) == stride(from: 29, through: 1, by: -2).map { $0 })
        #expect(try await sequences(house, .init(kind: .accountInvited)) == stride(from: 30, through: 3, by: -3).map { $0 })
        #expect(try await sequences(house, .init(actor: "akun-0", kind: .accountInvited)) == [30, 24, 18, 12, 6])
        #expect(try await sequences(house, .init(actor: "akun-9")) == [])
        func at(_ number: Int, _ more: Int64 = 0) -> Timestamp {
            Timestamp(milliseconds: JournalHouse.start.adding(seconds: Int64(number) * 60).milliseconds + more)
        }
        #expect(try await sequences(house, .init(from: at(28))) == [30, 29, 28])
        #expect(try await sequences(house, .init(from: at(28, 1))) == [30, 29])
        #expect(try await sequences(house, .init(from: at(28, -1))) == [30, 29, 28])
        #expect(try await sequences(house, .init(until: at(3))) == [2, 1])
        #expect(try await sequences(house, .init(until: at(3, 1))) == [3, 2, 1])
        #expect(try await sequences(house, .init(until: at(1))) == [])
        #expect(try await sequences(house, .init(from: at(31))) == [])
        #expect(try await sequences(house, .init(from: at(5), until: at(9), before: 8)) == [7, 6, 5])
    }

    @Test("The days of a filter are meant whole, in Western Indonesian time")
    func days() {
        let form = JournalForm { ["dari": "2026-11-23", "sampai": "2026-11-23", "jenis": "tak-ada", "sebelum": "-1"][$0] ?? "" }
        #expect(form.filter.from == Timestamp(milliseconds: 1_795_366_800_000))
        #expect(form.filter.until == Timestamp(milliseconds: 1_795_453_200_000))
        #expect(form.filter.kind == nil)
        #expect(form.filter.before == nil)
        #expect(JournalForm { $0 == "dari" ? "2026-02-30" : "" }.hasBadDate)
        #expect(!form.hasBadDate)
    }

    @Test("The chains of two agencies do not mix")
    func chains() async throws {
        let house = try await JournalHouse()
        for number in 1...20 {
            try await house.append(number...number, in: number.isMultiple(of: 2) ? JournalHouse.agency : JournalHouse.other)
        }
        #expect(try await house.sign().signed == 2)
        for agency in [JournalHouse.agency, JournalHouse.other] {
            let report = try await house.verified(agency)
            #expect(report.isSound)
            #expect(report.entries == 10)
            #expect(report.chain?.text == agency.text)
        }
        let checks = try await JournalCheck.all(in: house.database, key: house.keys.verifying)
        #expect(checks.filter(\.isSound).map(\.agency) == ["A-01", "B-01"])
    }

    @Test("Nobody is named whose data was erased; before that the list or the journal knows the name")
    func names() async throws {
        let house = try await JournalHouse()
        try await house.append(1...3)
        let stored = try #require(try await house.database.read { try JournalStore.entry(3, of: JournalHouse.agency, in: $0) })
        let told = try await house.database.read { try JournalNames(for: [stored], of: JournalHouse.agency, in: $0) }
        #expect(told.person("akun-3") == "Orang 3")
        try await house.database.write { try $0.execute("DELETE FROM journal_openings") }
        let after = try await house.database.read { try JournalNames(for: [stored], of: JournalHouse.agency, in: $0) }
        #expect(after.person("akun-3") == "data diri sudah dihapus")
    }

    @Test("A name that ends in an abbreviation does not end its sentence with two full stops")
    func abbreviation() async throws {
        let house = try await JournalHouse()
        let personal = [JournalFact.Personal(field: "nama", account: "akun-1", value: "Bambang, M.Si.")]
        try await house.records.change { change in
            change.record(
                JournalFact(.accountInvited, in: JournalHouse.agency, by: .system, about: "akun-1", personal: personal, at: JournalHouse.start))
        }
        let stored = try #require(try await house.database.read { try JournalStore.entry(1, of: JournalHouse.agency, in: $0) })
        let names = try await house.database.read { try JournalNames(for: [stored], of: JournalHouse.agency, in: $0) }
        #expect(JournalSentence(entry: try #require(stored.entry), names: names).details == "Akun Bambang, M.Si.")
    }

    @Test("Every kind of fact is told in a sentence of its own", arguments: FactKind.allCases)
    func sentences(_ kind: FactKind) throws {
        let fact = JournalFact(
            kind, in: JournalHouse.agency, by: .system, about: "akun-1",
            ["peran": kind == .secondFactorRequired ? ["auditor"] : "auditor", "mulai": "2026-04-01", "nama": "N", "kode": "K"],
            at: JournalHouse.start)
        let note = try fact.note(at: 0).note
        let entry = try JournalEntry(note, sequence: 1, previous: ChainID("instansi-a").genesis)
        let sentence = JournalSentence(entry: entry, names: JournalNames())
        #expect(!sentence.title.hasPrefix("Kejadian lain"))
        #expect(!sentence.details.contains("Optional"))
        if kind == .roleGranted { #expect(sentence.details.contains("Auditor, mulai 1 April 2026")) }
    }
}
