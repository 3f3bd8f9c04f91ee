import CEmbedded

/// Files that travel inside the program.
enum Embedded {
    /// The bytes of a file; empty when the program was built without it.
    ///
    /// - Complexity: O(length)
    static func bytes(_ name: String) -> [UInt8] {
        guard let file = zona_embedded(name) else { return [] }
        return Array(UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.size))
    }
}

/// The style sheet of every page.
enum StyleSheet {
    static let bytes = Embedded.bytes("zona.css")

    /// Changes whenever the style sheet does, so that browsers may keep it for ever under its address.
    static let fingerprint: String = {
        // FNV-1a: tells versions apart; nothing secret hangs on it.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return String(hash, radix: 36)
    }()
}
