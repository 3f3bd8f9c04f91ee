/// From one key to the next: the old one vouches for the new one, and the new one shows that it exists.
public struct KeyRotation: Hashable, Sendable {
    /// The key that signed so far.
    public let old: VerifyingKey
    /// The key that signs from here on.
    public let new: VerifyingKey
    /// When, in milliseconds since 1970 UTC.
    public let time: Int64
    /// The old key's signature over ``signedBytes``.
    public let oldSignature: Signature
    /// The new key's signature over the same.
    public let newSignature: Signature

    /// A rotation as it was stored.
    ///
    /// - Throws: `EntryRefusal.time` when the time is not from 0 to 2⁵³ − 1.
    public init(
        old: VerifyingKey, new: VerifyingKey, time: Int64, oldSignature: Signature, newSignature: Signature
    ) throws(EntryRefusal) {
        guard (0...Int64(CanonicalValue.maximumInteger)).contains(time) else { throw .time }
        self.old = old
        self.new = new
        self.time = time
        self.oldSignature = oldSignature
        self.newSignature = newSignature
    }

    /// Goes from one key to another.
    ///
    /// - Throws: `EntryRefusal.time`; `SigningFailure`.
    public init(from old: SigningKey, to new: SigningKey, at time: Int64) throws {
        let message = Self.signedBytes(old: old.verifying, new: new.verifying, time: time)
        try self.init(
            old: old.verifying, new: new.verifying, time: time, oldSignature: try old.signature(over: message),
            newSignature: try new.signature(over: message))
    }

    /// The bytes that both sign: a line that says what it is, then the canonical text.
    public var signedBytes: [UInt8] { Self.signedBytes(old: old, new: new, time: time) }

    /// Whether the old key signed it.
    public var isSignedByOld: Bool { old.accepts(oldSignature, over: signedBytes) }
    /// Whether the new key signed it.
    public var isSignedByNew: Bool { new.accepts(newSignature, over: signedBytes) }

    static func value(old: VerifyingKey, new: VerifyingKey, time: Int64) -> CanonicalValue {
        ["baru": .text(new.hex), "lama": .text(old.hex), "waktu": .integer(Int(time))]
    }

    private static func signedBytes(old: VerifyingKey, new: VerifyingKey, time: Int64) -> [UInt8] {
        Fields.signedBytes("zona-ganti-kunci/1\n", value(old: old, new: new, time: time))
    }
}
