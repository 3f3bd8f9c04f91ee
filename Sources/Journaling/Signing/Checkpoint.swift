/// What a chain looked like at one moment. Signed, it binds whoever holds the key to every entry up to there.
public struct Checkpoint: Hashable, Sendable {
    /// Which chain.
    public let chain: ChainID
    /// How many entries it had.
    public let size: Int
    /// The root of the tree over them.
    public let root: Fingerprint
    /// The fingerprint of the last of them; ``Word/genesis`` when there was none.
    public let head: Fingerprint
    /// When, in milliseconds since 1970 UTC.
    public let time: Int64
    /// With which key it is signed.
    public let key: KeyID

    /// States a chain.
    ///
    /// - Throws: `EntryRefusal.sequence` or `.time` when a number is not from 0 to 2⁵³ − 1.
    public init(
        chain: ChainID, size: Int, root: Fingerprint, head: Fingerprint, time: Int64, key: KeyID
    ) throws(EntryRefusal) {
        guard (0...CanonicalValue.maximumInteger).contains(size) else { throw .sequence }
        guard (0...Int64(CanonicalValue.maximumInteger)).contains(time) else { throw .time }
        self.chain = chain
        self.size = size
        self.root = root
        self.head = head
        self.time = time
        self.key = key
    }

    /// The fields as they stand in files.
    var value: CanonicalValue {
        [
            "akar": .text(root.hex), "kepala": .text(head.hex), "kunci": .text(key.text), "rantai": .text(chain.text),
            "ukuran": .integer(size), "waktu": .integer(Int(time)),
        ]
    }

    init?(_ value: CanonicalValue) {
        guard let fields = Fields(value, ["akar", "kepala", "kunci", "rantai", "ukuran", "waktu"]),
            let root = fields.fingerprint("akar"), let head = fields.fingerprint("kepala"),
            let key = fields.text("kunci").flatMap({ KeyID($0) }), let chain = fields.chain("rantai"),
            let size = fields.count("ukuran"), let time = fields.count("waktu")
        else { return nil }
        try? self.init(chain: chain, size: size, root: root, head: head, time: Int64(time), key: key)
    }

    /// The bytes that are signed: a line that says what it is, then the canonical text.
    public var signedBytes: [UInt8] { Fields.signedBytes("zona-titik-periksa/1\n", value) }
}

/// A checkpoint with its signature.
public struct SignedCheckpoint: Hashable, Sendable {
    /// What was stated.
    public let checkpoint: Checkpoint
    /// The signature over ``Checkpoint/signedBytes``.
    public let signature: Signature

    /// A checkpoint as it was stored.
    public init(_ checkpoint: Checkpoint, signature: Signature) {
        self.checkpoint = checkpoint
        self.signature = signature
    }

    /// Whether `key` signed it, and the checkpoint says so.
    public func isSigned(by key: VerifyingKey) -> Bool {
        checkpoint.key == key.id && key.accepts(signature, over: checkpoint.signedBytes)
    }
}

extension SigningKey {
    /// Signs a checkpoint.
    ///
    /// - Throws: `SigningFailure`, also when the checkpoint names another key.
    public func sign(_ checkpoint: Checkpoint) throws(SigningFailure) -> SignedCheckpoint {
        guard checkpoint.key == verifying.id else { throw SigningFailure() }
        return SignedCheckpoint(checkpoint, signature: try signature(over: checkpoint.signedBytes))
    }
}
