import Rulebook
import Testing

@Suite("The words by which a name is found") struct SearchTextTests {
    @Test(
        "Titles and degrees around a person's name do not count",
        arguments: [
            ("Dr. Ir. H. Budi Santoso, S.H., M.Si.", ["budi", "santoso"]), ("Drs. Ahmad", ["ahmad"]), ("Hj. Siti Aminah, S.Pd.I", ["siti", "aminah"]),
            ("Budi Santoso SH MM", ["budi", "santoso"]), ("H.Ali", ["ali"]), ("Prof. Dr. dr. Rini, Sp.OG(K)", ["rini"]), ("Ma'ruf Amin", ["maruf", "amin"]),
            ("dr", ["dr"]), ("Santoso, Budi", ["santoso", "budi"]),
        ])
    func people(name: String, words: [String]) {
        #expect(SearchText.words(of: name, .person) == words)
    }

    @Test("Short forms in names of units stand for their words, and are kept beside them")
    func units() {
        #expect(SearchText.words(of: "Dinas Kesehatan Kab. Bandung", .unit) == ["dinas", "kesehatan", "kabupaten", "kab", "bandung"])
        #expect(SearchText.typed("kab bandung", .unit) == ["kabupaten", "bandung"])
        #expect(SearchText.words(of: "Kab.Bandung", .unit).starts(with: ["kabupaten"]))
        #expect(SearchText.words(of: "Kependudukan dan Pencatatan Sipil", .unit) == ["kependudukan", "pencatatan", "sipil"])
        #expect(SearchText.typed("dan", .unit) == ["dan"])
        #expect(SearchText.typed("RSUD", .unit) == ["rumah", "sakit", "umum", "daerah"])
    }

    @Test(
        "Old and new spelling are one",
        arguments: [
            ("Soeharto", "Suharto"), ("Djoko", "Joko"), ("Tjahjo", "Cahyo"), ("Sjahrir", "Syahrir"), ("Njoman", "Nyoman"), ("Bachtiar", "Bakhtiar"),
            ("Jogjakarta", "Yogyakarta"), ("Muhammad", "Muhamad"), ("José", "JOSE"), ("Moh. Ali", "Muhammad Ali"),
        ])
    func spelling(old: String, new: String) {
        #expect(SearchText.words(of: old, .person).first == SearchText.words(of: new, .person).first)
    }

    @Test("What somebody types is bounded, however long it is")
    func bounds() {
        let long = String(repeating: "satu dua ", count: 10_000) + String(repeating: "x", count: 100_000)
        #expect(SearchText.typed(long, .unit).starts(with: ["satu", "dua"]))
        #expect(SearchText.typed((0..<50).map { "kata\($0)" }.joined(separator: " "), .unit).count == SearchText.mostTypedWords)
        #expect(SearchText.words(of: (0..<100).map { "kata\($0)" }.joined(separator: " "), .unit).count == SearchText.mostWords)
        #expect(SearchText.words(of: String(repeating: "ab", count: 500), .unit).first?.utf8.count == SearchText.longestWord)
    }

    @Test("Nothing but marks gives no words", arguments: ["", "   ", "%_\\", "---", "\u{202E}", "',.;"])
    func marks(text: String) {
        #expect(SearchText.typed(text, .unit).isEmpty)
        #expect(SearchText.words(of: text, .person).isEmpty)
    }

    @Test("Words of a name are found when the name is typed as it stands")
    func reflexive() {
        var random = SplitMix64(seed: 2_301)
        let pieces = ["Dr. ", "Soe", "dja", "tji", "ny", "kh", "Budi ", "Kab. ", "Santoso", ", S.H.", " M.", "é", "-", "99", "oe", "dan ", "H. ", "Ali"]
        for _ in 0..<500 {
            let name = (0..<Int.random(in: 1...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            for kind in SearchKind.allCases {
                let kept = Set(SearchText.words(of: name, kind))
                #expect(SearchText.typed(name, kind).allSatisfy(kept.contains), "\(name)")
            }
        }
    }
}
