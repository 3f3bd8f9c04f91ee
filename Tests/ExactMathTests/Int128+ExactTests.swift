import Testing

@testable import ExactMath

@Suite("Whole numbers that refuse to overflow")
struct Int128ExactTests {
    @Test("Products agree with ordinary ones while they fit")
    func products() throws {
        var random = SplitMix64(seed: 5)
        for _ in 0..<2_000 {
            let (a, b) = (random.whole(bits: 63), random.whole(bits: 63))
            #expect(try a.exactly(times: b) == a * b)
        }
        #expect(try Int128(Int64.min).exactly(times: Int128(Int64.min)) == 1 << 126)
        #expect(try Int128(Int64.max).exactly(times: Int128(Int64.min)) == Int128(Int64.max) * Int128(Int64.min))
        #expect(try Int128.max.exactly(times: -1) == -.max)
        #expect(try Int128.min.exactly(times: 1) == .min)
        #expect(try Int128.max.exactly(times: 0) == 0)
    }

    @Test("Products that do not fit throw")
    func productOverflow() {
        #expect(throws: Overflow()) { try Int128.max.exactly(times: 2) }
        #expect(throws: Overflow()) { try Int128.min.exactly(times: -1) }
        #expect(throws: Overflow()) { try ((1 as Int128) << 64).exactly(times: 1 << 63) }
        #expect(throws: Overflow()) { try ((1 as Int128) << 64).exactly(times: -(1 << 64)) }
    }

    @Test("Sums that do not fit throw")
    func sums() throws {
        #expect(try Int128.max.exactly(plus: .min) == -1)
        #expect(try Int128.max.exactly(plus: 0) == .max)
        #expect(throws: Overflow()) { try Int128.max.exactly(plus: 1) }
        #expect(throws: Overflow()) { try Int128.min.exactly(plus: -1) }
    }
}
