import Rulebook
import Testing

@Suite("Moments")
struct TimestampTests {
    @Test(
        "Seconds are rounded towards the past", arguments: [(-1_001, -2), (-1_000, -1), (-999, -1), (-1, -1), (0, 0), (999, 0), (1_000, 1)] as [(Int64, Int64)])
    func seconds(milliseconds: Int64, seconds: Int64) {
        #expect(Timestamp(milliseconds: milliseconds).seconds == seconds)
    }

    @Test("Adding stops at the ends of the range")
    func adding() {
        #expect(Timestamp(milliseconds: 5).adding(seconds: 2).milliseconds == 2_005)
        #expect(Timestamp(milliseconds: 5).adding(seconds: -1).milliseconds == -995)
        #expect(Timestamp(milliseconds: .max).adding(seconds: 1).milliseconds == .max)
        #expect(Timestamp(milliseconds: .min).adding(seconds: -1).milliseconds == .min)
        #expect(Timestamp(milliseconds: 0).adding(seconds: .max).milliseconds == .max)
        #expect(Timestamp(milliseconds: 0).adding(seconds: .min).milliseconds == .min)
        #expect(Timestamp(milliseconds: .min).seconds == -9_223_372_036_854_776)
    }

    @Test("The distance of two moments stops at the ends of the range")
    func since() {
        #expect(Timestamp(milliseconds: 7).milliseconds(since: Timestamp(milliseconds: 9)) == -2)
        #expect(Timestamp(milliseconds: .max).milliseconds(since: Timestamp(milliseconds: -1)) == .max)
        #expect(Timestamp(milliseconds: .min).milliseconds(since: Timestamp(milliseconds: 1)) == .min)
    }

    @Test("The earlier moment is the lesser")
    func order() {
        #expect(Timestamp(milliseconds: -1) < Timestamp(milliseconds: 0))
        #expect(!(Timestamp(milliseconds: 0) < Timestamp(milliseconds: 0)))
    }
}
