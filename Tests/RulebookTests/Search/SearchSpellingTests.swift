import Testing

@testable import Rulebook

@Suite("One spelling for old and new") struct SearchSpellingTests {
    @Test(
        "Each old writing has its new one",
        arguments: [
            ("oemar", "umar"), ("djarot", "jarot"), ("tjipto", "cipto"), ("sjarif", "syarif"), ("njai", "nyai"), ("achmad", "akhmad"), ("soerja", "surya"),
        ])
    func pairs(old: String, new: String) { #expect(SearchSpelling.folded(old) == SearchSpelling.folded(new)) }

    @Test("Letters written twice are one, digits are not")
    func doubled() {
        #expect(SearchSpelling.folded("hassan") == "hasan")
        #expect(SearchSpelling.folded("bappeda") == "bapeda")
        #expect(SearchSpelling.folded("smpn11") == "smpn11")
    }

    @Test("Folding never makes a word longer, nor empty")
    func shorter() {
        var random = SplitMix64(seed: 7)
        let letters = Array("aeoudjtcsnkhyxz1")
        for _ in 0..<2_000 {
            let word = String((0..<Int.random(in: 0...10, using: &random)).compactMap { _ in letters.randomElement(using: &random) })
            let once = SearchSpelling.folded(word)
            #expect(once.utf8.count <= word.utf8.count && once.isEmpty == word.isEmpty, "\(word)")
        }
    }

    @Test("Letters lose their marks and their case; what is no letter is nothing")
    func plain() {
        #expect("ÉàŞ0 -_".unicodeScalars.map(SearchSpelling.plain).joined() == "eas0")
        #expect(SearchSpelling.plain("\u{301}").isEmpty)
        #expect(SearchSpelling.plain("ب") == "ب")
    }
}
