/// Goes through canonical text without building anything from it. Everything that is not canonical is refused.
struct CanonicalScanner {
    let bytes: UnsafeRawBufferPointer
    /// The byte to be looked at next.
    var position = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// The next byte; 0, which is canonical nowhere, at the end.
    @inline(__always)
    var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

    var isAtEnd: Bool { position == bytes.count }

    func refusal(_ reason: CanonicalRefusal.Reason) -> CanonicalRefusal {
        CanonicalRefusal(isAtEnd ? .unexpectedEnd : reason, at: position)
    }

    /// Goes past `byte`, which must stand here.
    @inline(__always)
    mutating func take(_ byte: UInt8) throws(CanonicalRefusal) {
        guard next == byte else { throw refusal(.unexpectedByte) }
        position += 1
    }

    /// Goes past `text` if it stands here.
    @inline(__always)
    mutating func skips(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard bytes.count - position >= count else { return false }
        for index in 0..<count where bytes[position + index] != text.utf8Start[index] { return false }
        position += count
        return true
    }

    /// Goes past one value that stands inside `depth` objects and arrays. O(size)
    mutating func skipValue(depth: Int) throws(CanonicalRefusal) {
        switch next {
        case UInt8(ascii: "{"): try skipObject(depth: depth)
        case UInt8(ascii: "["): try skipArray(depth: depth)
        case UInt8(ascii: "\""): _ = try skipText()
        case UInt8(ascii: "t"): guard skips("true") else { throw refusal(.unexpectedByte) }
        case UInt8(ascii: "f"): guard skips("false") else { throw refusal(.unexpectedByte) }
        case UInt8(ascii: "n"): guard skips("null") else { throw refusal(.unexpectedByte) }
        default: _ = try integer()
        }
    }

    mutating func skipObject(depth: Int) throws(CanonicalRefusal) {
        guard depth < CanonicalValue.maximumDepth else { throw refusal(.tooDeep) }
        try take(UInt8(ascii: "{"))
        if next == UInt8(ascii: "}") { return position += 1 }
        var before = 0..<0
        while true {
            let key = try key(after: before)
            before = key
            try take(UInt8(ascii: ":"))
            try skipValue(depth: depth + 1)
            if next == UInt8(ascii: "}") { return position += 1 }
            try take(UInt8(ascii: ","))
        }
    }

    mutating func skipArray(depth: Int) throws(CanonicalRefusal) {
        guard depth < CanonicalValue.maximumDepth else { throw refusal(.tooDeep) }
        try take(UInt8(ascii: "["))
        if next == UInt8(ascii: "]") { return position += 1 }
        while true {
            try skipValue(depth: depth + 1)
            if next == UInt8(ascii: "]") { return position += 1 }
            try take(UInt8(ascii: ","))
        }
    }

    /// Goes past a key with its quotes; tells where its characters stand. It must come after the key at `before`.
    mutating func key(after before: Range<Int>) throws(CanonicalRefusal) -> Range<Int> {
        try take(UInt8(ascii: "\""))
        let start = position
        while Self.isKeyByte(next) { position += 1 }
        let key = start..<position
        guard next == UInt8(ascii: "\""), !key.isEmpty, key.count <= CanonicalValue.maximumKeyBytes else { throw refusal(.badKey) }
        guard bytes[before].lexicographicallyPrecedes(bytes[key]) else {
            throw CanonicalRefusal(.keyOrder, at: start)
        }
        position += 1
        return key
    }

    /// Goes past an integer.
    mutating func integer() throws(CanonicalRefusal) -> Int {
        let start = position
        let isNegative = next == UInt8(ascii: "-")
        if isNegative { position += 1 }
        let first = position
        var number = 0
        while case let digit = next, digit >= 0x30, digit <= 0x39 {
            // 16 digits hold 2⁵³ − 1 and fit an Int by far.
            guard position - first < 16 else { throw CanonicalRefusal(.badInteger, at: start) }
            number = number * 10 + Int(digit - 0x30)
            position += 1
        }
        let count = position - first
        guard count > 0 else { throw start == first ? refusal(.unexpectedByte) : CanonicalRefusal(.badInteger, at: start) }
        guard bytes[first] != 0x30 || (count == 1 && !isNegative), number <= CanonicalValue.maximumInteger else {
            throw CanonicalRefusal(.badInteger, at: start)
        }
        return isNegative ? -number : number
    }

    @inline(__always)
    static func isKeyByte(_ byte: UInt8) -> Bool {
        (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == 0x5F
    }

    static func isKey(_ key: String) -> Bool {
        (1...CanonicalValue.maximumKeyBytes).contains(key.utf8.count) && key.utf8.allSatisfy(isKeyByte)
    }
}
