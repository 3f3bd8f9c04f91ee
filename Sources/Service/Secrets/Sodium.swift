import CSodium

/// The library behind passwords, sealed values and random bytes. It is made ready once a process.
enum Sodium {
    /// Whether the library is ready; it only ever is not when the system has no source of randomness.
    static let isReady = sodium_init() >= 0

    /// Bytes that nobody can guess.
    ///
    /// - Complexity: O(count)
    static func random(_ count: Int) -> [UInt8] {
        precondition(isReady, "no source of randomness")
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            if let start = buffer.baseAddress { randombytes_buf(start, count) }
            filled = count
        }
    }

    /// Whether both are the same, in a time that does not depend on where they differ.
    ///
    /// - Complexity: O(length)
    static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && sodium_memcmp(left, right, left.count) == 0
    }
}
