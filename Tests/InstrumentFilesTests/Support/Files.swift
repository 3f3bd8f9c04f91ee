import ExactMath
import Foundation
import InstrumentFiles
import Rulebook
import Testing

/// The shipped files as text, to be broken in one place.
enum Files {
    static let law2021: InstrumentID = "permenpanrb-90-2021"
    static let law2014: InstrumentID = "permenpanrb-52-2014"

    private static let texts: [InstrumentID: String] = Dictionary(
        uniqueKeysWithValues: InstrumentLibrary.shipped.compactMap { id in
            let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            return (try? String(contentsOf: folder.appending(path: "../Instruments/\(id).json"), encoding: .utf8)).map { (id, $0) }
        })

    static func text(_ id: InstrumentID) throws -> String { try #require(texts[id]) }

    /// Reads a file in which the first `old` is replaced, and tells code and place of each finding.
    static func findings(_ id: InstrumentID, _ old: String, _ new: String) throws -> [String] {
        let text = try text(id)
        let place = try #require(text.range(of: old), "“\(old)” is not in the file")
        return findings(Array(text.replacingCharacters(in: place, with: new).utf8))
    }

    static func findings(_ bytes: [UInt8]) -> [String] {
        do throws(Refusal) {
            _ = try InstrumentFile.read(bytes)
            return []
        } catch {
            for finding in error.findings { #expect(finding.severity == .error && finding.message.hasSuffix(".")) }
            return error.findings.map { "\($0.code) \($0.location)" }
        }
    }

    static func decimal(_ text: String) -> Ratio { (try? Ratio(decimal: text)) ?? Ratio(-1) }
}
