import InstrumentFiles
import Rulebook
import Testing

@Suite("Instrument files")
struct InstrumentFileTests {
    @Test("The shipped files are read without a finding", arguments: InstrumentLibrary.shipped)
    func shipped(id: InstrumentID) throws {
        #expect(try Files.findings(Array(Files.text(id).utf8)) == [])
    }

    @Test("A file of more than 4 MB is refused unread; blanks up to it are fine")
    func tooLarge() throws {
        #expect(Files.findings([UInt8](repeating: 0x20, count: InstrumentFile.largestFile + 1)) == ["fileTooLarge "])
        let text = Array(try Files.text(Files.law2014).utf8)
        #expect(Files.findings(text + [UInt8](repeating: 0x20, count: InstrumentFile.largestFile - text.count)) == [])
    }

    @Test("What is not JSON is refused as a whole", arguments: ["", " ", "{", "[]", "null", "\"x\"", "{]", "\u{FEFF}{", "kode,jawaban\nA,B"])
    func notJSON(text: String) {
        let found = Files.findings(Array(text.utf8))
        #expect(found.count == 1 && found[0].hasPrefix("instrumentMalformed"), "\(found)")
    }

    @Test("Deeply nested brackets are refused, not followed to the end")
    func deep() {
        #expect(Files.findings([UInt8](repeating: UInt8(ascii: "["), count: 200_000)) == ["instrumentMalformed "])
    }

    @Test("A file cut off anywhere is refused", arguments: InstrumentLibrary.shipped)
    func truncated(id: InstrumentID) throws {
        let text = Array(try Files.text(id).utf8)
        let end = text.lastIndex(of: UInt8(ascii: "}")) ?? text.count
        for cut in stride(from: 0, to: end, by: end / 60) + [end - 1, end] {
            let found = Files.findings(Array(text[..<cut]))
            #expect(found == ["instrumentMalformed "], "cut at \(cut)")
        }
    }

    @Test("Changed bytes are read or refused, never a crash", arguments: 0..<4)
    func mutated(part: Int) throws {
        let text = Array(try Files.text(Files.law2014).utf8)
        var random = SplitMix64(seed: UInt64(part) + 300)
        for _ in 0..<60 {
            var bytes = text
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default: bytes.insert(UInt8.random(in: 0x20...0x7E, using: &random), at: place)
                }
            }
            _ = Files.findings(bytes)
        }
    }

    @Test("Digits changed at random are read or refused, and what is read can be scored", arguments: 0..<4)
    func changedFigures(part: Int) throws {
        let text = Array(try Files.text(Files.law2021).utf8)
        let digits = text.indices.filter { (0x30...0x39).contains(text[$0]) }
        var random = SplitMix64(seed: UInt64(part) + 400)
        for _ in 0..<40 {
            var bytes = text
            bytes[digits.randomElement(using: &random) ?? 0] = UInt8.random(in: 0x30...0x39, using: &random)
            if let instrument = try? InstrumentFile.read(bytes) { _ = try Scorer(instrument).judge(ScoringSheet(instrument), for: .wbk) }
        }
    }
}
