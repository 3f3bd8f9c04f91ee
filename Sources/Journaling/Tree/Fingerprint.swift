import Crypto

/// 32 bytes of SHA-256. Fingerprints are public; comparing them takes no care about time.
public struct Fingerprint: Hashable, Sendable {
    /// How many bytes a fingerprint has.
    public static let byteCount = 32

    // Four words in the order of the bytes: no memory of its own, unlike an array.
    private let first: UInt64
    private let second: UInt64
    private let third: UInt64
    private let fourth: UInt64

    /// Takes 32 bytes as they are; `nil` for any other number of them.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self = bytes.withUnsafeBytes(Self.init(raw:))
    }

    /// Reads 64 lower-case hexadecimal digits; `nil` for anything else.
    public init?(hex: String) {
        guard let bytes = Hexadecimal.bytes(hex, count: Self.byteCount) else { return nil }
        self.init(bytes: bytes)
    }

    /// Reads the first 32 bytes of `raw`, which must have them.
    init(raw: UnsafeRawBufferPointer) {
        first = UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
        second = UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        third = UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
        fourth = UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
    }

    /// The 32 bytes.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.byteCount)
        append(to: &bytes)
        return bytes
    }

    /// 64 lower-case hexadecimal digits.
    public var hex: String { Hexadecimal.text(bytes) }

    /// Appends the 32 bytes to `target`.
    public func append(to target: inout [UInt8]) {
        let words = (first.bigEndian, second.bigEndian, third.bigEndian, fourth.bigEndian)
        withUnsafeBytes(of: words) { target.append(contentsOf: $0) }
    }

    /// Writes the 32 bytes at `offset` of `target`, which must have room.
    @inline(__always)
    private func store(to target: UnsafeMutableRawBufferPointer, at offset: Int) {
        target.storeBytes(of: first.bigEndian, toByteOffset: offset, as: UInt64.self)
        target.storeBytes(of: second.bigEndian, toByteOffset: offset + 8, as: UInt64.self)
        target.storeBytes(of: third.bigEndian, toByteOffset: offset + 16, as: UInt64.self)
        target.storeBytes(of: fourth.bigEndian, toByteOffset: offset + 24, as: UInt64.self)
    }
}

extension Fingerprint {
    /// The root of a tree without leaves: SHA-256 of nothing.
    public static let ofEmptyTree = Fingerprint.plain([])

    /// A leaf of the tree (RFC 6962, 2.1): SHA-256 of the byte 0 and `bytes`. O(bytes)
    public static func ofLeaf(_ bytes: [UInt8]) -> Fingerprint {
        bytes.withUnsafeBytes { ofLeaf($0) }
    }

    /// The same for bytes that lie somewhere already. O(bytes)
    public static func ofLeaf(_ bytes: UnsafeRawBufferPointer) -> Fingerprint {
        var hash = SHA256()
        withUnsafeBytes(of: UInt8(0)) { hash.update(bufferPointer: $0) }
        hash.update(bufferPointer: bytes)
        return hash.finalize().withUnsafeBytes(Self.init(raw:))
    }

    /// An inner node of the tree (RFC 6962, 2.1): SHA-256 of the byte 1 and both children.
    public static func ofNode(_ left: Fingerprint, _ right: Fingerprint) -> Fingerprint {
        withUnsafeTemporaryAllocation(byteCount: 65, alignment: 8) { room in
            room[0] = 1
            left.store(to: room, at: 1)
            right.store(to: room, at: 33)
            var hash = SHA256()
            hash.update(bufferPointer: UnsafeRawBufferPointer(room))
            return hash.finalize().withUnsafeBytes(Self.init(raw:))
        }
    }

    /// SHA-256 of `bytes` and nothing else. O(bytes)
    static func plain(_ bytes: [UInt8]) -> Fingerprint {
        SHA256.hash(data: bytes).withUnsafeBytes(Self.init(raw:))
    }
}
