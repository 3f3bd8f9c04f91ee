import ExactMath
import Testing

@Suite("Exact numbers read back")
struct RatioExactTextTests {
    @Test("What is written exactly is read back as the same number", arguments: [(0, 1), (75, 1), (-9, 4), (1, 3), (299, 4), (123_456_789, 1_000_000_007)])
    func roundTrip(numerator: Int, denominator: Int) throws {
        let number = try #require(try Ratio(Int128(numerator), over: Int128(denominator)))
        #expect(Ratio(exact: number.exact) == number)
    }

    @Test(
        "Anything else is no number",
        arguments: [
            "", "/", "1/", "/2", "1/0", "1/-2", "2/4", "75/1", "+1", " 1", "1 ", "1/2/3", "0,5", "0.5", "1e3", "01", "a", "-0",
            "170141183460469231731687303715884105728",
        ])
    func others(text: String) {
        #expect(Ratio(exact: text) == nil)
    }
}
