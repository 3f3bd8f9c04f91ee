import Testing

@testable import Rulebook

@Suite("Short forms") struct SearchAbbreviationsTests {
    @Test("Short forms stand for words, each in its kind of name only")
    func meanings() {
        #expect(SearchAbbreviations.meaning(of: "kab", .unit) == ["kabupaten"])
        #expect(SearchAbbreviations.meaning(of: "kab", .person) == nil)
        #expect(SearchAbbreviations.meaning(of: "moh", .person) == ["muhammad"])
        #expect(SearchAbbreviations.meaning(of: "dinas", .unit) == nil)
    }
}
