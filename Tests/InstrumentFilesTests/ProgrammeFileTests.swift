import Foundation
import InstrumentFiles
import Rulebook
import Testing

@Suite("Programme files")
struct ProgrammeFileTests {
    private static func text(_ id: ProgrammeID) throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: folder.appending(path: "../Programmes/\(id).json"), encoding: .utf8)
    }

    private static func findings(_ bytes: [UInt8]) -> [String] {
        do throws(Refusal) {
            _ = try ProgrammeFile.read(bytes)
            return []
        } catch {
            for finding in error.findings { #expect(finding.severity == .error && finding.message.hasSuffix(".")) }
            return error.findings.map { "\($0.code) \($0.location)" }
        }
    }

    /// Reads the file of 90/2021 in which the first `old` is replaced.
    private static func findings(_ old: String, _ new: String) throws -> [String] {
        let text = try text("permenpanrb-90-2021")
        let place = try #require(text.range(of: old), "“\(old)” is not in the file")
        return findings(Array(text.replacingCharacters(in: place, with: new).utf8))
    }

    @Test("The shipped files are those of the folder, and are read without a finding", arguments: ProgrammeLibrary.shipped)
    func shipped(id: ProgrammeID) throws {
        #expect(try Self.findings(Array(Self.text(id).utf8)) == [])
        #expect(try ProgrammeLibrary.rules(id).id == id)
    }

    @Test("An id that there is not is refused with those that there are")
    func unknown() throws {
        do throws(Refusal) {
            _ = try ProgrammeLibrary.rules("permenpanrb-10-2019")
            Issue.record("there is no such programme")
        } catch {
            #expect(error.findings[0].code == .programmeUnknown && error.findings[0].message.contains("permenpanrb-90-2021"))
        }
    }

    @Test(
        "Words that nobody knows are refused at their place",
        arguments: [
            ("\"stage\": \"pencanangan\"", "\"stage\": \"pencanangan-besar\"", "programmeMalformed stages"),
            ("\"move\": \"catat-pencanangan\"", "\"move\": \"catat\"", "programmeMalformed moves"),
            ("\"pimpinan-unit\"", "\"raja\"", "programmeMalformed moves.catat-pencanangan"),
            ("\"pakta-tercakup\"", "\"pakta\"", "programmeMalformed moves.catat-pencanangan"),
            ("\"wbk\": 12", "\"wbkx\": 12", "programmeMalformed development.leastMonths"),
            ("\"2022-06-30\"", "\"30 Juni\"", "programmeMalformed deadline.announced"),
            ("\"exemptWhenProposedFor\": \"wbbm\"", "\"exemptWhenProposedFor\": \"wbc\"", "programmeMalformed monitoring"),
            ("\"first\": 2022", "\"first\": 1022", "programmeMalformed years"),
            ("\"share\": \"0.5\"", "\"share\": \"separuh\"", "programmeMalformed pact.share"),
            ("\"isExclusive\"", "\"isExclusiv\"", "programmeMalformed pact.isExclusiv"),
            ("\"version\": 1", "\"version\": 1.5", "programmeMalformed version"),
        ])
    func words(old: String, new: String, expected: String) throws {
        #expect(try Self.findings(old, new) == [expected])
    }

    @Test("What is not JSON, cut off or too large is refused", arguments: ["", "{", "[]", "null", "\u{FEFF}{}"])
    func notJSON(text: String) {
        let found = Self.findings(Array(text.utf8))
        #expect(found.count == 1 && found[0].hasPrefix("programmeMalformed"))
    }

    @Test("A file of more than 1 MB is refused unread")
    func tooLarge() {
        #expect(Self.findings([UInt8](repeating: 0x20, count: ProgrammeFile.largestFile + 1)) == ["fileTooLarge "])
    }

    @Test("Changed bytes are read or refused, never a crash", arguments: 0..<3)
    func mutated(part: Int) throws {
        let text = Array(try Self.text("permenpanrb-52-2014").utf8)
        var random = SplitMix64(seed: UInt64(part) + 2_201)
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
            _ = Self.findings(bytes)
        }
    }
}
