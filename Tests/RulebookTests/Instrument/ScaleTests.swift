import ExactMath
import Rulebook
import Testing

@Suite("Scales")
struct ScaleTests {
    @Test("A B of four letters is worth 0,67, of three 0,5 and of five 0,75", arguments: Shipped.ids)
    func values(id: InstrumentID) throws {
        let expected: [String: [(String, String)]] = [
            "yaTidak": [("Ya", "1"), ("Tidak", "0")],
            "abc": [("A", "1"), ("B", "0.5"), ("C", "0")],
            "abcd": [("A", "1"), ("B", "0.67"), ("C", "0.33"), ("D", "0")],
            "abcde": [("A", "1"), ("B", "0.75"), ("C", "0.5"), ("D", "0.25"), ("E", "0")],
        ]
        let scales = try Shipped.instrument(id).parts.scales
        #expect(scales.count == expected.count)
        for scale in scales {
            let letters = try #require(expected[scale.name])
            #expect(scale.choices == letters.map { .init(letter: $0, value: .of($1)) }, "\(scale.name)")
        }
    }

    @Test("B of four is not two thirds")
    func literal() throws {
        #expect(Small.abcd.choices[1].value != (try Ratio(2, over: 3)))
    }

    @Test("A letter is found in any case", arguments: [("A", 0), ("a", 0), ("d", 3), ("D", 3)])
    func position(letter: String, expected: Int) {
        #expect(Small.abcd.position(of: letter) == expected)
        #expect(Small.yesNo.position(of: "tIDAK") == 1)
    }

    @Test("What is not one letter of the scale is not found", arguments: ["", "E", "AB", "A ", "À", "А", "1", "Ya"])
    func noPosition(letter: String) {
        #expect(Small.abcd.position(of: letter) == nil)
    }
}
