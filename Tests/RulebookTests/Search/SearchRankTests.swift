import Rulebook
import Testing

@Suite("The order of what was found") struct SearchRankTests {
    private func order(_ typed: String, _ names: [String], _ kind: SearchKind = .unit) -> [String] {
        let wanted = SearchText.typed(typed, kind)
        return names.compactMap { name in SearchRank(SearchText.words(of: name, kind), typed: wanted).map { (name, $0) } }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
    }

    @Test("The same word comes before a beginning, and a beginning before a slip")
    func tiers() {
        #expect(
            order("dinas sosial", ["Dinas Sosail", "Dinas Sosialisasi", "Dinas Sosial", "Badan Sosial"])
                == ["Dinas Sosial", "Dinas Sosialisasi", "Dinas Sosail"])
    }

    @Test("The shorter name comes first among equals")
    func shorter() { #expect(order("kesehatan", ["Bidang Kesehatan Kota", "Kesehatan"]) == ["Kesehatan", "Bidang Kesehatan Kota"]) }

    @Test("Every typed word has to fit")
    func every() {
        #expect(order("dinas perikanan", ["Dinas Kesehatan"]).isEmpty)
        #expect(SearchRank(["a"], typed: ["a", "b"]) == nil)
    }

    @Test("Two slips are forgiven in long words only, and stand last")
    func slips() {
        #expect(SearchRank.fit(of: "pendidikan", typed: "pedidkan") == .twoSlips)
        #expect(SearchRank.fit(of: "pendidikan", typed: "pendidkan") == .slip)
        #expect(SearchRank.fit(of: "adi", typed: "ali") == nil)
        #expect(SearchRank.fit(of: "adi", typed: "ad") == .beginning)
    }
}
