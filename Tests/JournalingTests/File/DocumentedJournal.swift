@testable import Journaling

/// The journal that `docs/format-jurnal.md` shows, made anew.
struct DocumentedJournal {
    let journal: [UInt8]
    let entryProof: [UInt8]
    let consistencyProof: [UInt8]
    let checkpoint: [UInt8]
    let firstKey: SigningKey
    let secondKey: SigningKey
    let entries: [JournalEntry]
    let opening: Opening
    let roots: [Fingerprint]

    init() throws {
        guard let first = SigningKey(seed: [UInt8](repeating: 1, count: 32)), let second = SigningKey(seed: [UInt8](repeating: 2, count: 32)),
            let salt = Commitment.Salt(bytes: Array(0..<16))
        else { throw SigningFailure() }
        (firstKey, secondKey) = (first, second)
        let chain = try ChainID("instansi-contoh")
        let opening = Opening(sequence: 2, commitment: .make(value: "Siti Aminah", salt: salt), value: "Siti Aminah", salt: salt)
        let notes = [
            try JournalNote(chain: chain, time: 1_790_000_000_000, actor: .system, kind: try EntryKind("rantai-dimulai")),
            try JournalNote(
                chain: chain, time: 1_790_000_060_000, actor: try ActorID("akun-1"), role: try RoleWord("administrator-instansi"),
                kind: try EntryKind("akun-diundang"), subject: try SubjectID("akun-2"), content: ["nama": opening.commitment.value, "peran": "anggota-unit"]),
            try JournalNote(
                chain: chain, time: 1_790_000_120_000, actor: try ActorID("akun-2"), role: try RoleWord("anggota-unit"),
                kind: try EntryKind("jawaban-dicatat"), subject: try SubjectID("unit-1"),
                content: ["butir": "A.1", "catatan": "Baris satu\nBaris \"dua\" – é", "nilai": 4, "terkunci": false]),
        ]
        let rotation = try KeyRotation(from: first, to: second, at: 1_790_000_110_000)
        let stored = StoredTree(count: 0)
        var tip = ChainTip(chain)
        let entries = try notes.map { try tip.append($0) }
        for entry in entries { stored.append(entry.fingerprint) }
        let roots = try (0...3).map { try MerkleTree(stored).root(size: $0) }
        let checkpoints = try [(2, first, 1_790_000_100_000), (3, second, 1_790_000_130_000)].map { size, key, time in
            try key.sign(
                try Checkpoint(
                    chain: chain, size: size, root: roots[size], head: entries[size - 1].fingerprint, time: time, key: key.verifying.id))
        }
        var pieces: [[UInt8]] = []
        var writer = try JournalWriter(chain: chain, firstKey: first.verifying) { pieces.append($0) }
        try writer.entry(entries[0].canonicalBytes)
        try writer.entry(entries[1].canonicalBytes)
        try writer.opening(opening)
        try writer.checkpoint(checkpoints[0])
        try writer.rotation(rotation)
        try writer.entry(entries[2].canonicalBytes)
        try writer.checkpoint(checkpoints[1])
        try writer.finish()
        journal = pieces.reduce([], +)
        let keys = KeyHistory(first: first.verifying, rotations: [rotation])
        entryProof = try EntryProof(
            keys: keys, entry: entries[1].canonicalBytes, openings: [opening], index: 1, path: try MerkleTree(stored).inclusion(index: 1, size: 3),
            checkpoint: checkpoints[1]
        ).fileBytes()
        consistencyProof = try ConsistencyProof(
            keys: keys, old: checkpoints[0], path: try MerkleTree(stored).consistency(from: 2, to: 3), new: checkpoints[1]
        ).fileBytes()
        checkpoint = try checkpoints[1].fileBytes(keys: keys)
        self.entries = entries
        self.roots = roots
        self.opening = opening
    }
}
