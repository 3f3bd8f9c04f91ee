import Journaling

/// A small journal as it should be, and every proof that can be made of it. Whoever damages it must be found.
struct SoundJournal {
    /// What a person has kept of it.
    let trust: Trust
    /// Its lines, without their ends.
    let lines: [[UInt8]]
    /// Its entries, in order.
    let entries: [[UInt8]]
    /// Proof files and checkpoints alone.
    let proofs: [[UInt8]]
    /// The file.
    let bytes: [UInt8]
    /// Every line of every file.
    let known: Set<[UInt8]>

    static let sample: SoundJournal = {
        do { return try SoundJournal("instansi-1", seeds: (1, 2), word: "asli") } catch { broken("no journal: \(error)") }
    }()
    /// Journals of somebody else: another chain under the same keys, and the same chain under other ones.
    static let strangers: [SoundJournal] = {
        do {
            return [try SoundJournal("instansi-2", seeds: (1, 2), word: "asli"), try SoundJournal("instansi-1", seeds: (3, 4), word: "lain")]
        } catch { broken("no journal: \(error)") }
    }()

    private static let count = 11
    /// The entries after which there is a checkpoint; the other key signs from the second on.
    private static let stops = [3, 8, count]

    private init(_ name: String, seeds: (UInt8, UInt8), word: String) throws {
        let chain = try ChainID(name)
        guard let first = SigningKey(seed: [UInt8](repeating: seeds.0, count: 32)),
            let second = SigningKey(seed: [UInt8](repeating: seeds.1, count: 32)),
            let salt = Commitment.Salt(bytes: [UInt8](repeating: 7, count: 16))
        else { broken("no keys") }
        let rotation = try KeyRotation(from: first, to: second, at: 4)
        let opening = Opening(sequence: 2, commitment: .make(value: "Siti", salt: salt), value: "Siti", salt: salt)
        let file = Gathered()
        var writer = try JournalWriter(chain: chain, firstKey: first.verifying) { file.bytes += $0 }
        var tip = ChainTip(chain)
        var entries: [JournalEntry] = []
        var checkpoints: [SignedCheckpoint] = []
        for number in 1...Self.count {
            let content: CanonicalValue = number == 2 ? ["nama": opening.commitment.value] : ["butir": .integer(number), "nilai": .text(word)]
            let entry = try tip.append(
                try JournalNote(
                    chain: chain, time: Int64(number), actor: try ActorID("akun-1"), role: try RoleWord("anggota-unit"),
                    kind: try EntryKind("jawaban-dicatat"), content: content))
            entries.append(entry)
            try writer.entry(entry.canonicalBytes)
            if number == 2 { try writer.opening(opening) }
            if number == 4 { try writer.rotation(rotation) }
            guard Self.stops.contains(number) else { continue }
            let checkpoint = try tip.checkpoint(at: Int64(number), by: number < 4 ? first : second)
            checkpoints.append(checkpoint)
            try writer.checkpoint(checkpoint)
        }
        try writer.finish()

        let keys = KeyHistory(first: first.verifying, rotations: [rotation])
        let tree = MerkleTree(Leaves(fingerprints: entries.map(\.fingerprint)))
        var proofs: [[UInt8]] = []
        for (place, checkpoint) in checkpoints.enumerated() {
            proofs.append(try checkpoint.fileBytes(keys: keys))
            let size = checkpoint.checkpoint.size
            for index in 0..<size {
                proofs.append(
                    try EntryProof(
                        keys: keys, entry: entries[index].canonicalBytes, openings: index == 1 ? [opening] : [], index: index,
                        path: try tree.inclusion(index: index, size: size), checkpoint: checkpoint
                    ).fileBytes())
            }
            for old in checkpoints[...place] {
                let path = try tree.consistency(from: old.checkpoint.size, to: size)
                proofs.append(try ConsistencyProof(keys: keys, old: old, path: path, new: checkpoint).fileBytes())
            }
        }
        trust = Trust(chain: chain, key: first.verifying, kept: [KeptHead(chain: chain, size: tip.size, root: tip.frontier.root)])
        bytes = file.bytes
        lines = Self.lines(of: bytes)
        self.entries = entries.map(\.canonicalBytes)
        self.proofs = proofs
        known = Set(lines + proofs.flatMap(Self.lines))
    }

    static func lines(of bytes: [UInt8]) -> [[UInt8]] { bytes.split(separator: 0x0A).map { Array($0) } }

    private final class Gathered {
        var bytes: [UInt8] = []
    }

    private struct Leaves: NodeSource {
        let fingerprints: [Fingerprint]

        func nodes(level: Int, _ range: Range<Int>) throws -> [Fingerprint] {
            guard level == 0 else { throw MissingNodes(level: level, range: range) }
            return Array(fingerprints[range])
        }
    }
}
