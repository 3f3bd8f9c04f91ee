import ExactMath
import Foundation
import InstrumentFiles
import Rulebook
import Testing

/// The instruments that travel with the program, read once for all tests.
enum Shipped {
    static let ids = InstrumentLibrary.shipped
    static let law2021: InstrumentID = "permenpanrb-90-2021"
    static let law2014: InstrumentID = "permenpanrb-52-2014"

    private static let scorers: [InstrumentID: Scorer] = Dictionary(
        uniqueKeysWithValues: ids.compactMap { id in
            (try? Scorer(InstrumentLibrary().instrument(id))).map { (id, $0) }
        })

    static func scorer(_ id: InstrumentID) throws -> Scorer { try #require(scorers[id]) }
    static func instrument(_ id: InstrumentID) throws -> Instrument { try scorer(id).instrument }

    /// The root of the repository's tests.
    static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The text of an instrument's file.
    static func text(_ id: InstrumentID) throws -> String {
        try String(contentsOf: tests.appending(path: "../Instruments/\(id).json"), encoding: .utf8)
    }
}

extension Ratio {
    /// A test's own decimal number.
    static func of(_ text: String) -> Ratio { (try? Ratio(decimal: text)) ?? Ratio(-999_999) }

    /// Reads `p/q` or `p`.
    static func exact(_ text: String) throws -> Ratio {
        let parts = text.split(separator: "/").compactMap { Int128($0) }
        let numerator = try #require(parts.first)
        return try #require(try Ratio(numerator, over: parts.count > 1 ? parts[1] : 1))
    }
}
