import Rulebook
import Testing

@Suite("Recovery codes")
struct RecoveryCodeTests {
    @Test("Random bytes make a code, sixty of their bits")
    func making() throws {
        #expect(try #require(RecoveryCode(random: [0, 0, 0, 0, 0, 0, 0, 0])).text == "0000-0000-0000")
        #expect(try #require(RecoveryCode(random: [255, 255, 255, 255, 255, 255, 255, 255])).text == "ZZZZ-ZZZZ-ZZZZ")
        #expect(try #require(RecoveryCode(random: [255, 255, 255, 255, 255, 255, 255, 0xF0])).text == "ZZZZ-ZZZZ-ZZZZ")
        #expect(try #require(RecoveryCode(random: [0x08, 0x86, 0x42, 0x98, 0xE8, 0x4A, 0x96, 0xC0])).text == "1234-5678-9ABC")
    }

    @Test("Each bit of the sixty counts")
    func bits() throws {
        var keys: Set<String> = []
        for bit in 0..<64 { keys.insert(try #require(RecoveryCode(random: (0..<8).map { $0 == bit / 8 ? 0x80 >> UInt8(bit % 8) : 0 })).key) }
        #expect(keys.count == 61, "sixty different ones, and one for the four bits left over")
    }

    @Test("Eight bytes make a code, no other number", arguments: [0, 7, 8, 9])
    func byteCount(count: Int) {
        #expect((RecoveryCode(random: [UInt8](repeating: 1, count: count)) != nil) == (count == RecoveryCode.randomBytes))
    }

    @Test("No letter of the alphabet looks like another")
    func alphabet() {
        #expect(RecoveryCode.alphabet.utf8.count == 32 && Set(RecoveryCode.alphabet).count == 32)
        #expect(Set(RecoveryCode.alphabet).isDisjoint(with: "ILOU"))
    }

    @Test(
        "A code is read as people copy it",
        arguments: ["10AB-CDEF-GHJK", "10abcdefghjk", " 1 0 a b-cdef-ghjk\n", "IOab-cdef-ghjk", "lo-abcdefghjk", "--10ABCDEFGHJK--", "10AB\u{A0}CDEF GHJK"])
    func reading(text: String) throws {
        #expect(try #require(RecoveryCode(text)).text == "10AB-CDEF-GHJK")
    }

    @Test("What is written is read again")
    func roundTrip() throws {
        var generator = SplitMix64(seed: 1_764_000_000)
        for _ in 0..<200 {
            let bytes = (0..<8).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let code = try #require(RecoveryCode(random: bytes))
            #expect(RecoveryCode(code.text) == code && RecoveryCode(code.text.lowercased()) == code, "\(bytes)")
        }
    }

    @Test(
        "Whatever else is no code",
        arguments: [
            "", "-", "10AB-CDEF-GHJ", "10AB-CDEF-GHJKM", "U0AB-CDEF-GHJK", "10AB_CDEF_GHJK", "10ÁB-CDEF-GHJK", "１０AB-CDEF-GHJK", "10AB–CDEF–GHJK",
            "10AB-CDEF-GHJ\u{0}",
        ])
    func hostile(text: String) {
        #expect(RecoveryCode(text) == nil)
    }

    @Test("A long text is refused without being read through", arguments: [64, 65, 5_000_000])
    func long(count: Int) {
        #expect((RecoveryCode("10ABCDEFGHJK" + String(repeating: "-", count: count - 12)) != nil) == (count <= 64))
    }

    @Test("A code is good once")
    func once() {
        var kept = (0..<RecoveryCode.sheet).map { RecoveryCode.Kept(digest: $0, isUsed: false) }
        #expect(RecoveryCode.judge(among: kept) { $0 == 3 } == .accepted(position: 3, left: 9))
        kept[3] = .init(digest: 3, isUsed: true)
        #expect(RecoveryCode.judge(among: kept) { $0 == 3 } == .used)
        #expect(RecoveryCode.judge(among: kept) { $0 == 9 } == .accepted(position: 9, left: 8))
        #expect(RecoveryCode.judge(among: kept) { $0 == 10 } == .unknown)
        #expect(RecoveryCode.judge(among: kept.prefix(0) + []) { _ in true } == .unknown)
        #expect(RecoveryCode.judge(among: [kept[0]]) { $0 == 0 } == .accepted(position: 0, left: 0))
    }

    @Test("All stored codes are compared, wherever the right one stands")
    func evenWork() {
        let kept = (0..<10).map { RecoveryCode.Kept(digest: $0, isUsed: false) }
        for position in [0, 9, 99] {
            var asked = 0
            _ = RecoveryCode.judge(among: kept) { digest in
                asked += 1
                return digest == position
            }
            #expect(asked == 10)
        }
    }
}
