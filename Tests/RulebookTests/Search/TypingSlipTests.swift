import Testing

@testable import Rulebook

@Suite("Typing slips") struct TypingSlipTests {
    @Test("How many are forgiven depends on the length", arguments: [(3, 0), (4, 1), (7, 1), (8, 2), (40, 2)])
    func forgiven(length: Int, slips: Int) { #expect(TypingSlip.forgiven(inLength: length) == slips) }

    @Test(
        "One letter more, less, other or swapped is one slip",
        arguments: [
            ("santoso", "santosso", 1), ("santoso", "santos", 1), ("santoso", "santosa", 1), ("santoso", "sanotso", 1), ("pendidikan", "pendidkan", 1),
            ("pendidikan", "pedidkan", 2), ("budi", "budi", 0),
        ])
    func slips(one: String, other: String, count: Int) {
        #expect(TypingSlip.slips(between: one, and: other) == count)
        #expect(TypingSlip.slips(between: other, and: one) == count)
    }

    @Test("More than is forgiven in the shorter word is none", arguments: [("adi", "ali"), ("budi", "bayu"), ("santoso", "sntso"), ("kesehatan", "sehat")])
    func beyond(one: String, other: String) { #expect(TypingSlip.slips(between: one, and: other) == nil) }

    @Test("No word has more than 29 forms, and short ones have none")
    func bounded() {
        #expect(TypingSlip.forms(of: "abc").isEmpty)
        #expect(TypingSlip.forms(of: "abcd") == ["abc", "abcd", "abd", "acd", "bcd"])
        #expect(TypingSlip.forms(of: "abcdefghijklmnop").count == 29)
    }

    @Test("Words that are forgiven slips apart always have a form in common")
    func complete() {
        var random = SplitMix64(seed: 19)
        let letters = Array("abcde".unicodeScalars)
        func pick() -> Unicode.Scalar { letters[Int.random(in: 0..<letters.count, using: &random)] }
        for _ in 0..<20_000 {
            let word = (0..<Int.random(in: 4...14, using: &random)).map { _ in pick() }
            var other = word
            for _ in 0..<Int.random(in: 0...2, using: &random) where other.count > 1 {
                let place = Int.random(in: 0..<other.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: other.remove(at: place)
                case 1: other.insert(pick(), at: place)
                case 2: other[place] = pick()
                default: if place + 1 < other.count { other.swapAt(place, place + 1) }
                }
            }
            let (a, b) = (Self.text(word), Self.text(other))
            guard TypingSlip.slips(between: a, and: b) != nil else { continue }
            // A word in which nothing is forgiven has no forms, and is only found as it is.
            guard a != b || !TypingSlip.forms(of: a).isEmpty else { continue }
            #expect(!Set(TypingSlip.forms(of: a)).isDisjoint(with: TypingSlip.forms(of: b)), "\(a) \(b)")
        }
    }

    private static func text(_ letters: [Unicode.Scalar]) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: letters)
        return String(text)
    }
}
