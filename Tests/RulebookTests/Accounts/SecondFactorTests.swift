import Rulebook
import Testing

@Suite("Codes that change with time")
struct SecondFactorTests {
    private static let key = Array("12345678901234567890".utf8)

    private static func mac(_ counter: [UInt8]) -> [UInt8] { SHA1.authenticate(counter, key: key) }

    private func code(step: Int64) throws -> OneTimeCode { try #require(OneTimeCode(mac: Self.mac(SecondFactor.counter(step)))) }

    private func judge(_ code: OneTimeCode, seconds: Int64, lastUsed: Int64? = nil) -> SecondFactor.Outcome {
        SecondFactor.judge(code, at: Timestamp(milliseconds: seconds * 1_000), lastUsed: lastUsed, mac: Self.mac)
    }

    @Test("The test's own SHA-1 is SHA-1")
    func sha1() {
        func hex(_ bytes: [UInt8]) -> String { bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
        #expect(hex(SHA1.hash(Array("abc".utf8))) == "a9993e364706816aba3e25717850c26c9cd0d89d")
        #expect(hex(SHA1.hash([])) == "da39a3ee5e6b4b0d3255bfef95601890afd80709")
        #expect(hex(SHA1.authenticate(Array("Hi There".utf8), key: [UInt8](repeating: 0x0B, count: 20))) == "b617318655057264e28bc0b6fb378c8ef146be00")
    }

    @Test(
        "RFC 6238, appendix B, in six digits",
        arguments: [
            (59, 0x1, "287082"), (1_111_111_109, 0x23523EC, "081804"), (1_111_111_111, 0x23523ED, "050471"), (1_234_567_890, 0x273EF07, "005924"),
            (2_000_000_000, 0x3F940AA, "279037"), (20_000_000_000, 0x27BC86AA, "353130"),
        ] as [(Int64, Int64, String)])
    func vectors(seconds: Int64, step: Int64, text: String) throws {
        #expect(SecondFactor.step(at: Timestamp(milliseconds: seconds * 1_000)) == step)
        let code = try #require(OneTimeCode(text))
        #expect(try self.code(step: step) == code)
        #expect(code.text == text)
        #expect(judge(code, seconds: seconds) == .accepted(step: step))
    }

    @Test(
        "RFC 4226, appendix D",
        arguments: zip(0...9, ["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"]))
    func counters(counter: Int, text: String) throws {
        #expect(try code(step: Int64(counter)).text == text)
    }

    @Test("RFC 4226, 5.4: the truncation of its example")
    func truncation() throws {
        let mac: [UInt8] = [
            0x1F, 0x86, 0x98, 0x69, 0x0E, 0x02, 0xCA, 0x16, 0x61, 0x85, 0x50, 0xEF, 0x7F, 0x19, 0xDA, 0x8E, 0x94, 0x5B, 0x55, 0x5A,
        ]
        #expect(try #require(OneTimeCode(mac: mac)).text == "872921")
        #expect(OneTimeCode(mac: Array(mac.dropLast())) == nil && OneTimeCode(mac: []) == nil)
        #expect(OneTimeCode(mac: [UInt8](repeating: 0xFF, count: 20)) != nil, "the largest offset stays within the bytes")
    }

    @Test("A step is thirty seconds", arguments: [(-1, -1), (0, 0), (29_999, 0), (30_000, 1), (59_999, 1), (60_000, 2)] as [(Int64, Int64)])
    func steps(milliseconds: Int64, step: Int64) {
        #expect(SecondFactor.step(at: Timestamp(milliseconds: milliseconds)) == step)
    }

    @Test("One step either way is forgiven, two are not", arguments: [-2, -1, 0, 1, 2] as [Int64])
    func window(offset: Int64) throws {
        let now: Int64 = 41_152_263
        let outcome = judge(try code(step: now + offset), seconds: now * 30 + 15)
        #expect(outcome == (abs(offset) <= 1 ? .accepted(step: now + offset) : .wrong))
    }

    @Test("A step is good once, and so is none before it", arguments: [-2, -1, 0, 1] as [Int64])
    func replay(used: Int64) throws {
        let now: Int64 = 41_152_263
        for offset in [-1, 0, 1] as [Int64] {
            let outcome = judge(try code(step: now + offset), seconds: now * 30, lastUsed: now + used)
            #expect(outcome == (offset > used ? .accepted(step: now + offset) : .replayed), "step \(offset) after \(used)")
        }
    }

    @Test("Every step of the window is computed, whichever fits")
    func evenWork() throws {
        for offset in [-5, -1, 0, 1] as [Int64] {
            var asked: [[UInt8]] = []
            _ = SecondFactor.judge(try code(step: 100 + offset), at: Timestamp(milliseconds: 3_000_000), lastUsed: nil) {
                asked.append($0)
                return Self.mac($0)
            }
            #expect(asked == [99, 100, 101].map(SecondFactor.counter))
        }
        var asked: [[UInt8]] = []
        _ = SecondFactor.judge(try code(step: 0), at: Timestamp(milliseconds: 0), lastUsed: nil) {
            asked.append($0)
            return Self.mac($0)
        }
        #expect(asked == [0, 1].map(SecondFactor.counter), "there is no step before the first")
    }

    @Test("At the beginning of time and with a broken HMAC nothing breaks")
    func edges() throws {
        #expect(judge(try code(step: 0), seconds: 0) == .accepted(step: 0))
        #expect(judge(try code(step: 0), seconds: -30) == .accepted(step: 0))
        #expect(judge(try code(step: 0), seconds: -31) == .wrong)
        #expect(SecondFactor.judge(try code(step: 0), at: Timestamp(milliseconds: .max), lastUsed: nil) { _ in [] } == .wrong)
        #expect(SecondFactor.judge(try code(step: 0), at: Timestamp(milliseconds: .min), lastUsed: nil) { _ in [] } == .wrong)
    }

    @Test("A counter is eight bytes, the greatest first")
    func counter() {
        #expect(SecondFactor.counter(0x0102_0304_0506_0708) == [1, 2, 3, 4, 5, 6, 7, 8])
        #expect(SecondFactor.counter(0) == [UInt8](repeating: 0, count: 8))
    }

    @Test("A code is six digits, blanks forgiven", arguments: ["012345", " 012345\n", "012 345", "0 1 2 3 4 5", "012\u{A0}345"])
    func parsing(text: String) throws {
        let code = try #require(OneTimeCode(text))
        #expect(code.value == 12_345 && code.text == "012345")
    }

    @Test(
        "Whatever else is no code",
        arguments: ["", " ", "12345", "1234567", "12345a", "-12345", "+12345", "12345.", "１２３４５６", "٠١٢٣٤٥", "0x1234", "123-456", "12345\u{200B}6", "1e5000"])
    func hostile(text: String) {
        #expect(OneTimeCode(text) == nil)
    }

    @Test("A long text is refused without being read through", arguments: [64, 65, 5_000_000])
    func long(count: Int) {
        #expect((OneTimeCode("012345" + String(repeating: " ", count: count - 6)) != nil) == (count <= 64))
    }

    @Test("While setting up, the sentence says what to look at")
    func enrolment() {
        #expect(SecondFactor.enrolmentRefusal(at: "kode").findings.map(\.code) == [.enrolmentCodeWrong])
    }
}
