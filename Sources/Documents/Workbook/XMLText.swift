/// A name or an attribute's value inside the parser's memory: valid only during the callback that brought it.
struct XMLText {
    /// UTF-8, ended by a zero byte.
    private let start: UnsafePointer<UInt8>

    init(_ start: UnsafePointer<CChar>) {
        self.start = UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self)
    }

    private init(from start: UnsafePointer<UInt8>) {
        self.start = start
    }

    /// Whether this is exactly the given ASCII text; made so that no `String` is built for each of thousands of tags.
    @inline(__always)
    func equals(_ other: StaticString) -> Bool {
        let count = other.utf8CodeUnitCount
        let bytes = other.utf8Start
        for index in 0..<count where start[index] != bytes[index] {
            return false  // also at this text's own zero byte, so never past its end
        }
        return start[count] == 0
    }

    /// The part after the namespace prefix: spreadsheet programs choose their prefixes freely.
    var local: XMLText {
        var at = start
        var local = start
        while at.pointee != 0 {
            if at.pointee == UInt8(ascii: ":") { local = at + 1 }
            at += 1
        }
        return XMLText(from: local)
    }

    /// Whether it has at most one byte.
    var isShort: Bool { start[0] == 0 || start[1] == 0 }

    /// Without the closing zero byte. O(n).
    var bytes: UnsafeBufferPointer<UInt8> {
        var count = 0
        while start[count] != 0 { count += 1 }
        return UnsafeBufferPointer(start: start, count: count)
    }

    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// The whole number written here, of at most nine digits.
    var integer: Int? { wholeNumber(bytes) }
}

/// The attributes of one element, valid only during its callback.
struct XMLAttributes {
    /// Name, value, name, value, …, nil.
    private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

    init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
        self.pairs = pairs
    }

    /// The value of the attribute with exactly this name.
    @inline(__always)
    func value(of name: StaticString) -> XMLText? {
        var at = 0
        while let key = pairs[at], let value = pairs[at + 1] {
            if XMLText(key).equals(name) { return XMLText(value) }
            at += 2
        }
        return nil
    }

    /// The value of the first attribute with this name behind whatever prefix.
    func value(ofLocal name: StaticString) -> XMLText? {
        var at = 0
        while let key = pairs[at], let value = pairs[at + 1] {
            if XMLText(key).local.equals(name) { return XMLText(value) }
            at += 2
        }
        return nil
    }

    /// Calls with each name.
    @inline(__always)
    func forEachName(_ body: (XMLText) -> Void) {
        var at = 0
        while let key = pairs[at] {
            body(XMLText(key))
            at += 2
        }
    }
}

/// The whole number written in ASCII digits, at most nine of them; `nil` for anything else.
func wholeNumber(_ bytes: some Collection<UInt8>) -> Int? {
    guard (1...9).contains(bytes.count) else { return nil }
    var number = 0
    for byte in bytes {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
}
