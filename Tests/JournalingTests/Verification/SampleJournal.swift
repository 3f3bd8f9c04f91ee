@testable import Journaling

/// A journal of forty entries as lines, to be damaged by tests: checkpoints after every tenth entry, another key from
/// the third on, and an entry with personal data whose commitments are opened.
struct SampleJournal {
    let chain: ChainID
    let firstKey: SigningKey
    let secondKey: SigningKey
    private(set) var lines: [[UInt8]] = []
    private(set) var entries: [JournalEntry] = []
    private(set) var checkpoints: [SignedCheckpoint] = []
    private(set) var tips: [ChainTip] = []
    let rotation: KeyRotation
    let stored: StoredTree

    static let count = 40
    /// The entry with commitments.
    static let committed = 7

    /// The same journal each time for the same chain and change.
    init(chain name: String = "instansi-1", changing changed: Int? = nil, rotates: Bool = true, entries count: Int = count) throws {
        chain = try ChainID(name)
        guard let first = SigningKey(seed: [UInt8](repeating: 1, count: 32)), let second = SigningKey(seed: [UInt8](repeating: 2, count: 32))
        else { throw SigningFailure() }
        (firstKey, secondKey) = (first, second)
        rotation = try KeyRotation(from: first, to: second, at: 21)
        stored = StoredTree(count: 0)
        let bytes = Box()
        var writer = try JournalWriter(chain: chain, firstKey: first.verifying) { bytes.content += $0 }
        var tip = ChainTip(chain)
        tips = [tip]
        for number in 1...count {
            let entry = try tip.append(try Self.note(chain, number, word: number == changed ? "lain" : "asli"))
            entries.append(entry)
            tips.append(tip)
            stored.append(entry.fingerprint)
            try writer.entry(entry.canonicalBytes)
            if number == Self.committed { for opening in try Self.openings() { try writer.opening(opening) } }
            if number == 21, rotates { try writer.rotation(rotation) }
            if number % 10 == 0 {
                let checkpoint = try tip.checkpoint(at: Int64(number), by: number > 21 && rotates ? second : first)
                checkpoints.append(checkpoint)
                try writer.checkpoint(checkpoint)
            }
        }
        try writer.finish()
        lines = bytes.content.split(separator: 0x0A).map { Array($0) }
    }

    static func note(_ chain: ChainID, _ number: Int, word: String) throws -> JournalNote {
        var content: CanonicalValue = ["butir": .integer(number), "nilai": .text(word)]
        if number == committed { content = .object(["pribadi": .array(try openings().map(\.commitment.value))]) }
        return try JournalNote(
            chain: chain, time: Int64(1_000 * number), actor: try ActorID("akun-\(number % 3)"), role: try RoleWord("anggota-unit"),
            kind: try EntryKind("jawaban-dicatat"), content: content)
    }

    static func openings() throws -> [Opening] {
        try [("Siti Aminah", UInt8(1)), ("siti@contoh.id", UInt8(2))].map { value, byte in
            guard let salt = Commitment.Salt(bytes: [UInt8](repeating: byte, count: 16)) else { throw SigningFailure() }
            return Opening(sequence: committed, commitment: .make(value: value, salt: salt), value: value, salt: salt)
        }
    }

    /// The index of an entry's line.
    func line(of number: Int) -> Int { lines.firstIndex(of: entries[number - 1].canonicalBytes) ?? -1 }

    /// The index of the first line that begins so.
    func line(starting text: String, skipping count: Int = 0) -> Int {
        lines.indices.filter { lines[$0].starts(with: text.utf8) }.dropFirst(count).first ?? -1
    }

    var trust: Trust { Trust(chain: chain, key: firstKey.verifying) }

    private final class Box {
        var content: [UInt8] = []
    }
}

/// Lines as a file, examined in pieces of the given size.
func examine(_ lines: [[UInt8]], trust: Trust = Trust(), pieces: Int = 1_000_000) -> JournalReport {
    examine(bytes: file(lines), trust: trust, pieces: pieces)
}

/// Lines with their ends.
func file(_ lines: [[UInt8]]) -> [UInt8] {
    var bytes: [UInt8] = []
    for line in lines { bytes += line + [0x0A] }
    return bytes
}

func examine(bytes: [UInt8], trust: Trust = Trust(), pieces: Int = 1_000_000) -> JournalReport {
    var verifier = JournalVerifier(trust: trust)
    var start = 0
    while start < bytes.count {
        let end = min(start + pieces, bytes.count)
        verifier.read(Array(bytes[start..<end]))
        start = end
    }
    return verifier.finish()
}

extension [UInt8] {
    /// The same text with one part put in the place of another.
    func replacing(_ part: String, _ other: String) -> [UInt8] {
        Array(String(decoding: self, as: UTF8.self).replacing(part, with: other, maxReplacements: 1).utf8)
    }
}
