extension CanonicalValue {
    /// Reads a canonical text. What it gives has exactly this text again: any other spelling is refused.
    ///
    /// - Throws: `CanonicalRefusal` with the place.
    /// - Complexity: O(bytes)
    public init(canonical bytes: [UInt8]) throws(CanonicalRefusal) {
        let result = bytes.withUnsafeBytes { bytes in
            Result { () throws(CanonicalRefusal) in try Self.init(canonical: bytes) }
        }
        self = try result.get()
    }

    /// The same for bytes that lie somewhere already.
    init(canonical bytes: UnsafeRawBufferPointer) throws(CanonicalRefusal) {
        guard bytes.count <= Self.maximumBytes else { throw CanonicalRefusal(.tooLong, at: Self.maximumBytes) }
        var scanner = CanonicalScanner(bytes)
        self = try scanner.value(depth: 0)
        guard scanner.isAtEnd else { throw scanner.refusal(.trailingBytes) }
    }

    /// Whether `bytes` are canonical text, and if not, why. O(bytes)
    static func refusal(of bytes: UnsafeRawBufferPointer) -> CanonicalRefusal? {
        guard bytes.count <= maximumBytes else { return CanonicalRefusal(.tooLong, at: maximumBytes) }
        var scanner = CanonicalScanner(bytes)
        do {
            try scanner.skipValue(depth: 0)
            return scanner.isAtEnd ? nil : scanner.refusal(.trailingBytes)
        } catch {
            return error
        }
    }

    /// The named value of an object; `nil` for other values and where there is none.
    public subscript(key: String) -> CanonicalValue? {
        if case .object(let fields) = self { fields[key] } else { nil }
    }

    /// The text, if this is one.
    public var text: String? { if case .text(let text) = self { text } else { nil } }

    /// The integer, if this is one.
    public var integer: Int? { if case .integer(let number) = self { number } else { nil } }
}

extension CanonicalScanner {
    /// Reads one value that stands inside `depth` objects and arrays. O(size)
    mutating func value(depth: Int) throws(CanonicalRefusal) -> CanonicalValue {
        switch next {
        case UInt8(ascii: "{"): return .object(try object(depth: depth))
        case UInt8(ascii: "["): return .array(try array(depth: depth))
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t") where skips("true"): return .truth(true)
        case UInt8(ascii: "f") where skips("false"): return .truth(false)
        case UInt8(ascii: "n") where skips("null"): return .null
        default: return .integer(try integer())
        }
    }

    private mutating func object(depth: Int) throws(CanonicalRefusal) -> [String: CanonicalValue] {
        guard depth < CanonicalValue.maximumDepth else { throw refusal(.tooDeep) }
        try take(UInt8(ascii: "{"))
        var fields: [String: CanonicalValue] = [:]
        var before = 0..<0
        while next != UInt8(ascii: "}") || !fields.isEmpty {
            let key = try key(after: before)
            before = key
            try take(UInt8(ascii: ":"))
            fields[string(key)] = try value(depth: depth + 1)
            if next == UInt8(ascii: "}") { break }
            try take(UInt8(ascii: ","))
        }
        try take(UInt8(ascii: "}"))
        return fields
    }

    private mutating func array(depth: Int) throws(CanonicalRefusal) -> [CanonicalValue] {
        guard depth < CanonicalValue.maximumDepth else { throw refusal(.tooDeep) }
        try take(UInt8(ascii: "["))
        var values: [CanonicalValue] = []
        while next != UInt8(ascii: "]") || !values.isEmpty {
            values.append(try value(depth: depth + 1))
            if next == UInt8(ascii: "]") { break }
            try take(UInt8(ascii: ","))
        }
        try take(UInt8(ascii: "]"))
        return values
    }

    private mutating func text() throws(CanonicalRefusal) -> String {
        let (range, hasEscapes) = try skipText()
        guard hasEscapes else { return string(range) }
        var plain: [UInt8] = []
        plain.reserveCapacity(range.count)
        var inner = self
        inner.position = range.lowerBound
        while inner.position < range.upperBound {
            if inner.next == UInt8(ascii: "\\") {
                plain.append(try inner.escape())
            } else {
                plain.append(inner.next)
                inner.position += 1
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }

    /// Bytes that were found to be UTF-8.
    func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}
