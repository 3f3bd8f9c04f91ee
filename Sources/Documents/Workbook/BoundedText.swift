/// Text gathered from the pieces a parser hands out, up to a bound. One is used again and again, so that its
/// memory is taken once.
struct BoundedText {
    private(set) var bytes: [UInt8] = []
    private var units = 0
    private let limit: Int

    /// `limit` counts UTF-16 units, as spreadsheet programs do.
    init(limit: Int) {
        self.limit = limit
    }

    /// Adds a piece of UTF-8; `false`, and nothing added, when the text would become too long.
    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
        var added = 0
        for byte in piece {
            // A continuation byte is no character; one of four bytes takes two units.
            added += (byte & 0xC0 != 0x80 ? 1 : 0) + (byte >= 0xF0 ? 1 : 0)
        }
        guard units + added <= limit else { return false }
        units += added
        bytes.append(contentsOf: piece)
        return true
    }

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        units = 0
    }

    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Without blanks and line ends around it.
    var trimmed: ArraySlice<UInt8> {
        var slice = bytes[...]
        while let first = slice.first, first <= 0x20 { slice.removeFirst() }
        while let last = slice.last, last <= 0x20 { slice.removeLast() }
        return slice
    }

    var trimmedString: String { String(decoding: trimmed, as: UTF8.self) }
}
