import HTTPTypes
import HummingbirdTesting
import Markup
import Relational
import Rulebook
import Testing

@testable import Service

@Suite("Lists of units") struct UnitListingTests {
    private static let echelons: [Echelon?] = [.first, .second, .third, .fourth, .nonStructural, nil]

    /// Every way a list can be asked for.
    private static let every: [UnitListing] = {
        var every: [UnitListing] = []
        for echelon in echelons {
            for order in UnitListing.Order.allCases {
                for isClosed in [false, true] {
                    every.append(UnitListing(isClosed: isClosed, echelon: echelon, order: order, isDescending: false))
                    every.append(UnitListing(isClosed: isClosed, echelon: echelon, order: order, isDescending: true))
                }
            }
        }
        return every
    }()

    /// An agency with this many units, every third of them closed.
    private static func town(_ engine: TestEngine, units: Int) async throws -> Town {
        let town = try await Town(engine)
        try await town.agency("kota")
        try await town.agency("lain", units: ["tetangga"])
        let now = town.clock.timestamp
        try await town.storage.records.change { change in
            for number in 0..<units {
                var unit = WorkUnitStore.Kept(
                    agency: "kota", id: WorkUnitID("u\(number)"), code: "K\(1_000 + (number * 7) % units)",
                    name: number % 2 == 0 ? "unit \(number % 11)" : "Unit \(number % 13)", parent: nil, closedAt: nil)
                unit.profile.echelon = echelons[number % echelons.count]
                try WorkUnitStore.insert(unit, at: now, in: change.session)
                if number % 3 == 0 {
                    unit.closedAt = now
                    try WorkUnitStore.update(unit, in: change.session)
                }
            }
        }
        return town
    }

    @Test("Every filter with every order is read from an index in its order, so a page costs what it shows")
    func plans() async throws {
        let town = try await Self.town(.sqlite, units: 40)
        for wanted in Self.every {
            let plan = try await town.storage.records.read { session in
                try session.rows("EXPLAIN QUERY PLAN SELECT \(WorkUnitStore.columns) \(WorkUnitStore.source("kota", wanted)) LIMIT 51 OFFSET 0")
                    .map { try $0.text(3) }
            }
            #expect(plan.count == 1 && plan[0].contains("USING INDEX work_units_by_"), "\(wanted): \(plan)")
        }
    }

    @Test("Both engines page through the same units in the same order, each once", arguments: TestEngine.available)
    func pages(engine: TestEngine) async throws {
        let town = try await Self.town(engine, units: 66)
        let all = try await town.storage.records.read { session in
            try (0..<66).compactMap { try WorkUnitStore.find(WorkUnitID("u\($0)"), of: "kota", in: session) }
        }
        func word(_ unit: WorkUnitStore.Kept) -> String { WorkUnitStore.word(unit.profile.echelon) }
        for wanted in Self.every {
            let read = try await town.storage.records.read { session in
                try stride(from: 0, to: 70, by: 10).flatMap { try WorkUnitStore.list(in: "kota", wanted, skip: $0, most: 10, in: session) }
            }
            var expected = all.filter { ($0.closedAt != nil) == wanted.isClosed && (wanted.echelon == nil || $0.profile.echelon == wanted.echelon) }
            expected.sort { left, right in
                let (first, second) = ((left.name.lowercased(), left.id.text), (right.name.lowercased(), right.id.text))
                switch wanted.order {
                case .code: return left.code < right.code
                case .name: return first < second
                case .echelon: return word(left) == word(right) ? first < second : word(left) < word(right)
                }
            }
            if wanted.isDescending { expected.reverse() }
            #expect(read.map(\.id) == expected.map(\.id), "\(wanted)")
        }
    }

    @Test("The address carries filter, order and page, and what it does not understand is left out")
    func address() {
        #expect(UnitListForm().address("kota").text == "/instansi/kota/unit")
        let wanted = UnitListing(isClosed: true, echelon: .second, order: .code, isDescending: true)
        let address = UnitListForm(wanted).address("kota").text
        #expect(address == "/instansi/kota/unit?keadaan=ditutup&eselon=II&urut=kode&arah=turun")
        let typed = ["keadaan": "ditutup", "eselon": "II", "urut": "kode", "arah": "turun"]
        #expect(UnitListForm { typed[$0] ?? "" }.listing == wanted)
        for hostile in ["", "; DROP TABLE work_units", "lower(name)", "IV ", "<b>", "tidak-diketahui"] {
            #expect(UnitListForm { _ in hostile }.listing == UnitListing())
        }
        #expect(UnitListForm(wanted).ordered(by: .code).listing.isDescending == false)
        #expect(UnitListForm(wanted).ordered(by: .name).listing == UnitListing(isClosed: true, echelon: .second))
    }

    @Test("A list of many units shows a page of them, filtered and ordered as asked", arguments: TestEngine.available)
    func page(engine: TestEngine) async throws {
        let town = try await Self.town(engine, units: 120)
        let reader = try await Browser.holder("pengawas", .auditor, .agency("kota"), of: "kota", in: town)
        let first = try await reader.get("/instansi/kota/unit").text
        #expect(first.matches(of: /<th scope="row"/).count == 50 && first.contains("/instansi/kota/unit?hal=2\""))
        #expect(first.contains("aria-sort=\"ascending\"") && !first.contains("Unit tetangga"))
        #expect(try await reader.get("/instansi/kota/unit?hal=2").text.matches(of: /<th scope="row"/).count == 30)
        let filtered = try await reader.get("/instansi/kota/unit?keadaan=ditutup&eselon=I&urut=kode&arah=turun").text
        #expect(filtered.contains("<option value=\"I\" selected>") && filtered.contains("aria-sort=\"descending\""))
        let codes = filtered.matches(of: /<span class="mono">(K\d+)</).map { String($0.1) }
        #expect(!codes.isEmpty && codes == codes.sorted(by: >))
        #expect(try await reader.get("/instansi/kota/unit?eselon=I%27--&urut=x&hal=-3").status == .ok)
    }
}
