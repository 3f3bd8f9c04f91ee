extension CanonicalValue {
    /// The one text of this value, as bytes.
    ///
    /// - Throws: `CanonicalRefusal` for a bad key, a number out of range, too many levels or bytes.
    /// - Complexity: O(size), and sorting of the keys.
    public func canonicalBytes() throws(CanonicalRefusal) -> [UInt8] {
        var bytes: [UInt8] = []
        try append(to: &bytes, depth: 0)
        guard bytes.count <= Self.maximumBytes else { throw CanonicalRefusal(.tooLong) }
        return bytes
    }

    /// Appends the canonical text. `depth` is how many objects and arrays stand around this value.
    func append(to bytes: inout [UInt8], depth: Int) throws(CanonicalRefusal) {
        switch self {
        case .object(let fields):
            guard depth < Self.maximumDepth else { throw CanonicalRefusal(.tooDeep) }
            var mark = UInt8(ascii: "{")
            if fields.isEmpty { bytes.append(mark) }
            for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
                guard CanonicalScanner.isKey(key) else { throw CanonicalRefusal(.badKey) }
                bytes.append(mark)
                mark = UInt8(ascii: ",")
                bytes.append(UInt8(ascii: "\""))
                bytes.append(contentsOf: key.utf8)
                bytes.append(UInt8(ascii: "\""))
                bytes.append(UInt8(ascii: ":"))
                try value.append(to: &bytes, depth: depth + 1)
            }
            bytes.append(UInt8(ascii: "}"))
        case .array(let values):
            guard depth < Self.maximumDepth else { throw CanonicalRefusal(.tooDeep) }
            var mark = UInt8(ascii: "[")
            if values.isEmpty { bytes.append(mark) }
            for value in values {
                bytes.append(mark)
                mark = UInt8(ascii: ",")
                try value.append(to: &bytes, depth: depth + 1)
            }
            bytes.append(UInt8(ascii: "]"))
        case .text(let text): Self.append(text, to: &bytes)
        case .integer(let number):
            guard number.magnitude <= UInt(Self.maximumInteger) else { throw CanonicalRefusal(.badInteger) }
            bytes.append(contentsOf: String(number).utf8)
        case .truth(let truth): bytes.append(contentsOf: (truth ? "true" : "false").utf8)
        case .null: bytes.append(contentsOf: "null".utf8)
        }
        // Stops a value of many gigabytes before it is all written.
        guard bytes.count <= 2 * Self.maximumBytes else { throw CanonicalRefusal(.tooLong) }
    }

    /// Appends `text` in quotes with the shortest escapes, and only those that JSON demands. O(text)
    static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { source in
            var start = 0
            for index in source.indices {
                let byte = source[index]
                guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
                bytes.append(contentsOf: source[start..<index])
                start = index + 1
                bytes.append(UInt8(ascii: "\\"))
                if let short = shortEscape(of: byte) {
                    bytes.append(short)
                } else {
                    bytes.append(contentsOf: "u00".utf8)
                    Hexadecimal.append(CollectionOfOne(byte), to: &bytes)
                }
            }
            bytes.append(contentsOf: source[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// The letter after the backslash for the characters that have one, as in RFC 8785.
    private static func shortEscape(of byte: UInt8) -> UInt8? {
        switch byte {
        case 0x08: UInt8(ascii: "b")
        case 0x09: UInt8(ascii: "t")
        case 0x0A: UInt8(ascii: "n")
        case 0x0C: UInt8(ascii: "f")
        case 0x0D: UInt8(ascii: "r")
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte
        default: nil
        }
    }
}
