import Glibc
import NIOCore

/// The address of a machine, version 4 or 6.
public struct IPAddress: Hashable, Sendable, CustomStringConvertible {
    /// The address as version 6 has it; version 4 lies under `::ffff:0:0/96`, so both are compared in one way.
    let bits: UInt128

    /// `::`, which stands for an address that is not known.
    public static let unspecified = IPAddress(bits: 0)

    init(bits: UInt128) {
        self.bits = bits
    }

    /// Reads `192.0.2.7` or `2001:db8::7`; no port, no zone, no blanks.
    ///
    /// - Complexity: O(length)
    public init?(_ text: some StringProtocol) {
        // The system's parser stops at a zero byte, so what it may see is checked beforehand.
        guard text.utf8.count <= 45, text.utf8.allSatisfy(Self.mayOccur) else { return nil }
        let text = String(text)
        var four = in_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            self.init(four)
            return
        }
        var six = in6_addr()
        guard inet_pton(AF_INET6, text, &six) == 1 else { return nil }
        self.init(six)
    }

    /// The address of a connection; nil for anything but TCP.
    init?(_ address: SocketAddress?) {
        guard let address else { return nil }
        // Both kinds begin with family and port; version 6 has a flow label before the address.
        let found: IPAddress? = address.withSockAddr { pointer, size in
            let bytes = UnsafeRawBufferPointer(start: pointer, count: size)
            switch Int32(pointer.pointee.sa_family) {
            case AF_INET where size >= 8: return IPAddress(bits: Self.mapped | Self.number(bytes[4..<8]))
            case AF_INET6 where size >= 24: return IPAddress(bits: Self.number(bytes[8..<24]))
            default: return nil
            }
        }
        guard let found else { return nil }
        self = found
    }

    private init(_ four: in_addr) {
        bits = Self.mapped | UInt128(UInt32(bigEndian: four.s_addr))
    }

    private init(_ six: in6_addr) {
        bits = withUnsafeBytes(of: six) { Self.number($0) }
    }

    private static func number(_ bytes: some Sequence<UInt8>) -> UInt128 {
        bytes.reduce(0) { $0 << 8 | UInt128($1) }
    }

    private static let mapped: UInt128 = 0xFFFF << 32

    /// Whether it is of version 4.
    public var isVersion4: Bool { bits >> 32 == 0xFFFF }

    /// The network of one subscriber: version 4 as it is, of version 6 the first 64 bits, which one customer has to
    /// himself. What counts attempts by address counts by this.
    public var subscriber: IPAddress { isVersion4 ? self : IPAddress(bits: (bits >> 64) << 64) }

    /// As people write it, in the shortest form.
    public var text: String {
        if isVersion4 {
            return [24, 16, 8, 0].map { String(UInt8(truncatingIfNeeded: bits >> UInt128($0))) }.joined(separator: ".")
        }
        var six = in6_addr()
        withUnsafeMutableBytes(of: &six) { bytes in
            for index in 0..<16 { bytes[index] = UInt8(truncatingIfNeeded: self.bits >> UInt128(120 - 8 * index)) }
        }
        var buffer = [CChar](repeating: 0, count: 46)
        guard inet_ntop(AF_INET6, &six, &buffer, socklen_t(buffer.count)) != nil else { return "::" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The same as ``text``.
    public var description: String { text }

    private static func mayOccur(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "."), UInt8(ascii: ":"):
            true
        default: false
        }
    }
}
