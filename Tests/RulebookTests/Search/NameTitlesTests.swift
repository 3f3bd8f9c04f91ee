import Testing

@testable import Rulebook

@Suite("Titles and degrees") struct NameTitlesTests {
    @Test("Titles go in front, degrees behind, and a name of nothing else stays")
    func removed() {
        #expect(NameTitles.removed(from: [["dr", "h", "ali", "sh"], ["msi"]]) == ["ali"])
        #expect(NameTitles.removed(from: [["dr"]]) == ["dr"])
        #expect(NameTitles.removed(from: [["sh"], ["mm"]]) == ["sh"])
        #expect(NameTitles.removed(from: []).isEmpty)
    }

    @Test("A name that holds a title in its middle keeps it")
    func middle() { #expect(NameTitles.removed(from: [["ratu", "h", "ali"]]) == ["ratu", "h", "ali"]) }

    @Test("Titles and degrees are known", arguments: ["drs", "hj", "skom", "phd"])
    func known(word: String) { #expect(NameTitles.isTitle(word)) }
}
