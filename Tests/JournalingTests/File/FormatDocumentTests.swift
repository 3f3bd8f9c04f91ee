import Foundation
import Testing

@testable import Journaling

@Suite("The description of the format")
struct FormatDocumentTests {
    private let text: String
    private let sample: DocumentedJournal

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        text = try String(contentsOf: root.appending(path: "docs/format-jurnal.md"), encoding: .utf8)
        sample = try DocumentedJournal()
    }

    /// The block of code with this word after its opening fence.
    private func block(_ word: String) throws -> String {
        let start = try #require(text.range(of: "\n```\(word)\n"))
        let end = try #require(text.range(of: "\n```\n", range: start.upperBound..<text.endIndex))
        return String(text[start.upperBound..<end.lowerBound]) + "\n"
    }

    @Test("The files shown are sound and exactly those that the program writes", arguments: JournalFileKind.allCases)
    func files(kind: JournalFileKind) throws {
        let shown = Array(try block(kind.rawValue).utf8)
        for key in [sample.firstKey, sample.secondKey] {
            let report = examine(bytes: shown, trust: Trust(key: key.verifying))
            #expect(report.faults == [])
            #expect(report.kind == kind)
        }
        let written =
            switch kind {
            case .journal: sample.journal
            case .entryProof: sample.entryProof
            case .consistencyProof: sample.consistencyProof
            case .checkpoint: sample.checkpoint
            }
        #expect(String(decoding: shown, as: UTF8.self) == String(decoding: written, as: UTF8.self))
    }

    @Test("The values shown are those of the program")
    func values() throws {
        let (first, second) = (sample.firstKey.verifying, sample.secondKey.verifying)
        let chain = try ChainID("instansi-contoh")
        for value in [
            Fingerprint.ofEmptyTree.hex, chain.genesis.hex, first.hex, second.hex, first.id.text, second.id.text,
            sample.opening.commitment.fingerprint.hex, sample.opening.salt.hex,
        ] + sample.entries.map(\.fingerprint.hex) + sample.roots.map(\.hex) + MerkleTreeTests.knownRoots {
            #expect(text.contains("`\(value)`"), "\(value)")
        }
    }

    @Test("Every fault and remark, and every limit, is described")
    func words() throws {
        for word in ["2⁵³ − 1", "65,536", "`zona-jurnal/1/awal/`", "zona-komitmen/1", "zona-titik-periksa/1", "zona-ganti-kunci/1"] {
            #expect(text.contains(word), "\(word)")
        }
    }

    @Test("The guide explains every fault and remark by its code", arguments: JournalFault.samples.map(\.code) + JournalRemark.samples.map(\.code))
    func guide(code: String) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let guide = try String(contentsOf: root.appending(path: "docs/panduan/jurnal.md"), encoding: .utf8)
        #expect(guide.contains("`\(code)`"))
    }
}

extension JournalFault {
    /// One of each.
    static let samples: [JournalFault] = {
        let id = KeyID(of: [1])
        return [
            .unknownFile, .unknownVersion(2), .truncated, .afterEnd, .lineTooLong, .notCanonical(CanonicalRefusal(.badKey)), .malformedLine, .unexpectedLine,
            .wrongCount, .wrongClosing, .otherChain(found: .national), .missingEntries(1...2), .addedEntry(1), .reorderedEntry(1),
            .wrongSequence(expected: 1, found: 2), .changedEntry(1), .brokenLink(1), .checkpointMismatch(size: 2, since: 1),
            .misplacedCheckpoint(size: 1), .rolledBack(kept: 2, found: 1), .rewritten(size: 1), .inclusionFails(1), .consistencyFails(old: 1, new: 2),
            .badSignature(size: 1), .unknownKey(id), .retiredKey(id), .replacedKey(id), .unsigned, .rotationFromOtherKey(id), .rotationNotSignedByOld(id),
            .rotationNotSignedByNew(id), .openingMismatch(1), .openingWithoutCommitment(1),
        ]
    }()
}

extension JournalRemark {
    /// One of each.
    static let samples: [JournalRemark] = [.timeWentBack(first: 1, count: 1), .uncovered(1...2), .noPinnedKey]
}
