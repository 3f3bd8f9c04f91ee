/// A range of addresses in CIDR form, such as `10.0.0.0/8` or `2001:db8::/32`.
public struct IPNetwork: Hashable, Sendable {
    private let base: IPAddress
    /// Bits of the 128 that are fixed.
    private let length: Int

    /// Reads an address, which is a range of one, or an address and the number of its fixed bits.
    ///
    /// Nil when bits beyond the fixed ones are set, and for a range of everything: whoever trusts all addresses lets
    /// everybody choose the one he is seen under.
    ///
    /// - Complexity: O(length)
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = IPAddress(parts[0]) else { return nil }
        let width = address.isVersion4 ? 32 : 128
        var fixed = width
        if parts.count == 2 {
            guard (1...3).contains(parts[1].count), parts[1].utf8.allSatisfy({ (48...57).contains($0) }),
                let given = Int(parts[1]), (1...width).contains(given)
            else { return nil }
            fixed = given
        }
        length = fixed + 128 - width
        base = address
        guard Self.cut(address.bits, to: length) == address.bits else { return nil }
    }

    /// Whether the address lies in the range. Version 4 is in no range of version 6.
    public func contains(_ address: IPAddress) -> Bool {
        address.isVersion4 == base.isVersion4 && Self.cut(address.bits, to: length) == base.bits
    }

    /// As it was read, in the shortest form.
    public var text: String {
        "\(base.text)/\(base.isVersion4 ? length - 96 : length)"
    }

    private static func cut(_ bits: UInt128, to length: Int) -> UInt128 {
        length >= 128 ? bits : bits & ~(UInt128.max >> UInt128(length))
    }
}
