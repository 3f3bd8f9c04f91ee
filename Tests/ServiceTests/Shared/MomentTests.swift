import Rulebook
import Testing

@testable import Service

@Suite struct MomentTests {
    @Test(arguments: [
        (Int64(1_795_426_800), "23 November 2026 pukul 16.40 WIB", "2026-11-23T09:40:00.007Z"),
        (0, "1 Januari 1970 pukul 07.00 WIB", "1970-01-01T00:00:00.007Z"),
        (951_782_399, "29 Februari 2000 pukul 06.59 WIB", "2000-02-28T23:59:59.007Z"),
        (1_709_251_199, "1 Maret 2024 pukul 06.59 WIB", "2024-02-29T23:59:59.007Z"),
    ])
    func `Moments are written in Indonesian and, for logs, in UTC`(seconds: Int64, text: String, stamp: String) {
        #expect(Moment(seconds: seconds).text == text)
        #expect(Moment(seconds: seconds).timestamp(milliseconds: 7) == stamp)
    }

    @Test(arguments: FindingCode.allCases)
    func `Every code is explained in a sentence`(code: FindingCode) {
        #expect(code.explanation.count > 15 && code.explanation.hasSuffix("."))
    }
}
