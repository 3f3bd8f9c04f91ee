/// Why a line cannot be written.
public enum WritingRefusal: Error, Hashable, Sendable {
    /// The entry is empty, has a line end in it or more than ``JournalEntry/maximumBytes`` bytes.
    case entry
    /// A line would have more than 65,536 bytes, such as an opening of a very long value.
    case line(CanonicalRefusal)
    /// No key of the history signed the checkpoint.
    case key(KeyID)
}

/// Writes a whole chain as a file, line by line; memory does not grow with it.
///
/// Entries come in order. The openings of an entry come right after it, a checkpoint right after the last entry it
/// speaks of, a rotation before the first checkpoint of the new key. What is stored is written as it is, even when it
/// is damaged: finding that is the verifier's work.
public struct JournalWriter {
    /// Takes the next bytes of the file.
    public typealias Sink = (_ bytes: [UInt8]) throws -> Void

    private let sink: Sink
    private var buffer: [UInt8] = []
    private var frontier = MerkleFrontier()
    private var head: Fingerprint
    private var openings = 0
    private var checkpoints = 0
    private var rotations = 0

    // Few calls of the sink, little memory.
    private static let bufferBytes = 65_536

    /// Begins a file.
    ///
    /// - Parameters:
    ///   - chain: which chain.
    ///   - firstKey: the key that signed, or would have signed, the chain's first checkpoint.
    ///   - sink: takes about 64 KiB at a time.
    /// - Throws: whatever the sink throws.
    public init(chain: ChainID, firstKey: VerifyingKey, sink: @escaping Sink) throws {
        self.sink = sink
        head = chain.genesis
        try write(.header(FileLine.Header(kind: .journal, chain: chain, key: firstKey)))
    }

    /// How many entries have been written.
    public var size: Int { frontier.size }

    /// Writes the next entry, as it was stored. O(bytes)
    ///
    /// - Throws: `WritingRefusal.entry`; whatever the sink throws.
    public mutating func entry(_ canonicalBytes: [UInt8]) throws {
        guard (1...JournalEntry.maximumBytes).contains(canonicalBytes.count), !canonicalBytes.contains(0x0A) else {
            throw WritingRefusal.entry
        }
        head = .ofLeaf(canonicalBytes)
        frontier.append(head)
        buffer.append(contentsOf: canonicalBytes)
        buffer.append(0x0A)
        try flush(above: Self.bufferBytes)
    }

    /// Writes what a commitment of the last entry meant.
    ///
    /// - Throws: `WritingRefusal.line`; whatever the sink throws.
    public mutating func opening(_ opening: Opening) throws {
        try write(.opening(opening))
        openings += 1
    }

    /// Writes a checkpoint over the entries so far.
    ///
    /// - Throws: whatever the sink throws.
    public mutating func checkpoint(_ checkpoint: SignedCheckpoint) throws {
        try write(.checkpoint(checkpoint))
        checkpoints += 1
    }

    /// Writes that the key changed.
    ///
    /// - Throws: whatever the sink throws.
    public mutating func rotation(_ rotation: KeyRotation) throws {
        try write(.rotation(rotation))
        rotations += 1
    }

    /// Writes the closing line. Without it a file counts as truncated.
    ///
    /// - Throws: whatever the sink throws.
    public mutating func finish() throws {
        try write(
            .closing(
                FileLine.Closing(
                    entries: frontier.size, openings: openings, checkpoints: checkpoints, rotations: rotations, head: head,
                    root: frontier.root)))
        try flush(above: 0)
    }

    private mutating func write(_ line: FileLine) throws {
        buffer += try line.fileBytes()
        try flush(above: Self.bufferBytes)
    }

    private mutating func flush(above count: Int) throws {
        guard buffer.count > count else { return }
        try sink(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}

extension FileLine {
    /// The line with its end.
    func fileBytes() throws(WritingRefusal) -> [UInt8] {
        do { return try value.canonicalBytes() + [0x0A] } catch { throw .line(error) }
    }
}
