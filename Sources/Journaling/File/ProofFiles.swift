/// The keys that signed a chain, in their order.
public struct KeyHistory: Hashable, Sendable {
    /// The first key.
    public let first: VerifyingKey
    /// From each key to the next.
    public let rotations: [KeyRotation]

    /// A history.
    public init(first: VerifyingKey, rotations: [KeyRotation] = []) {
        self.first = first
        self.rotations = rotations
    }

    /// Which rotations lead to the key with this id, as a count of ``rotations``.
    func reach(_ key: KeyID) throws(WritingRefusal) -> Int {
        if first.id == key { return 0 }
        guard let index = rotations.firstIndex(where: { $0.new.id == key }) else { throw .key(key) }
        return index + 1
    }
}

/// One entry with all that is needed to see that it is in the chain.
public struct EntryProof: Hashable, Sendable {
    /// The keys, up to that of the checkpoint.
    public let keys: KeyHistory
    /// The entry's canonical text.
    public let entry: [UInt8]
    /// What its commitments meant, as far as the reader may know.
    public let openings: [Opening]
    /// Which entry: its number less one.
    public let index: Int
    /// The path to the root of the checkpoint, from ``MerkleTree/inclusion(index:size:)``.
    public let path: [Fingerprint]
    /// The signed state of the chain; its size is that of the tree of the path.
    public let checkpoint: SignedCheckpoint

    /// Puts a proof together.
    public init(
        keys: KeyHistory, entry: [UInt8], openings: [Opening] = [], index: Int, path: [Fingerprint],
        checkpoint: SignedCheckpoint
    ) {
        self.keys = keys
        self.entry = entry
        self.openings = openings
        self.index = index
        self.path = path
        self.checkpoint = checkpoint
    }

    /// The file, a few kilobytes.
    ///
    /// - Throws: `WritingRefusal`.
    public func fileBytes() throws(WritingRefusal) -> [UInt8] {
        guard (1...JournalEntry.maximumBytes).contains(entry.count), !entry.contains(0x0A) else { throw .entry }
        let stated = checkpoint.checkpoint
        var lines: [FileLine] = [.header(FileLine.Header(kind: .entryProof, chain: stated.chain, key: keys.first))]
        lines += keys.rotations.prefix(try keys.reach(stated.key)).map { .rotation($0) }
        var bytes = try FileLine.fileBytes(of: lines) + entry + [0x0A]
        lines = openings.map { .opening($0) }
        lines += [.inclusion(index: index, size: stated.size, path: path), .checkpoint(checkpoint)]
        bytes += try FileLine.fileBytes(of: lines)
        return bytes
    }
}

/// Two signed states of a chain with all that is needed to see that the later one only adds to the earlier one.
public struct ConsistencyProof: Hashable, Sendable {
    /// The keys, up to that of the later checkpoint.
    public let keys: KeyHistory
    /// The earlier state.
    public let old: SignedCheckpoint
    /// From ``MerkleTree/consistency(from:to:)``.
    public let path: [Fingerprint]
    /// The later state.
    public let new: SignedCheckpoint

    /// Puts a proof together.
    public init(keys: KeyHistory, old: SignedCheckpoint, path: [Fingerprint], new: SignedCheckpoint) {
        self.keys = keys
        self.old = old
        self.path = path
        self.new = new
    }

    /// The file, a few kilobytes.
    ///
    /// - Throws: `WritingRefusal`.
    public func fileBytes() throws(WritingRefusal) -> [UInt8] {
        let (before, after) = (old.checkpoint, new.checkpoint)
        let middle = try keys.reach(before.key)
        let end = max(middle, try keys.reach(after.key))
        var lines: [FileLine] = [.header(FileLine.Header(kind: .consistencyProof, chain: after.chain, key: keys.first))]
        lines += keys.rotations[..<middle].map { .rotation($0) }
        lines.append(.checkpoint(old))
        lines += keys.rotations[middle..<end].map { .rotation($0) }
        lines += [.consistency(old: before.size, new: after.size, path: path), .checkpoint(new)]
        return try FileLine.fileBytes(of: lines)
    }
}

extension SignedCheckpoint {
    /// A file with this checkpoint alone: what a person keeps to hold later exports against.
    ///
    /// - Throws: `WritingRefusal`.
    public func fileBytes(keys: KeyHistory) throws(WritingRefusal) -> [UInt8] {
        var lines: [FileLine] = [.header(FileLine.Header(kind: .checkpoint, chain: checkpoint.chain, key: keys.first))]
        lines += keys.rotations.prefix(try keys.reach(checkpoint.key)).map { .rotation($0) }
        return try FileLine.fileBytes(of: lines + [.checkpoint(self)])
    }
}

extension FileLine {
    fileprivate static func fileBytes(of lines: [FileLine]) throws(WritingRefusal) -> [UInt8] {
        var bytes: [UInt8] = []
        for line in lines { bytes += try line.fileBytes() }
        return bytes
    }
}
