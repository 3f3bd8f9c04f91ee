/// Takes a header value such as `form-data; name="berkas"; filename="a.xlsx"` apart.
struct HeaderParameters {
    /// What stands before the first semicolon, without blanks around it.
    let value: String
    /// False once something was not as it must be; nothing more is then read.
    private(set) var isIntact = true
    private var rest: Substring.UTF8View

    init(_ header: String) {
        let head = header.utf8.prefix { $0 != UInt8(ascii: ";") }
        value = String(Substring(head).filter { $0 != " " && $0 != "\t" })
        rest = header.utf8.dropFirst(head.count)
    }

    /// The next parameter, its name in lower case; `nil` at the end or when the rest is malformed.
    mutating func next() -> (name: String, value: String)? {
        guard isIntact, rest.first == UInt8(ascii: ";") else {
            isIntact = isIntact && rest.isEmpty
            return nil
        }
        rest = rest.dropFirst()
        skipBlanks()
        let name = rest.prefix(while: Self.isTokenByte)
        rest = rest.dropFirst(name.count)
        guard !name.isEmpty, rest.first == UInt8(ascii: "=") else { return fail() }
        rest = rest.dropFirst()
        guard let value = rest.first == UInt8(ascii: "\"") ? quoted() : token() else { return fail() }
        skipBlanks()
        return (Substring(name).lowercased(), value)
    }

    private mutating func token() -> String? {
        let token = rest.prefix(while: Self.isTokenByte)
        rest = rest.dropFirst(token.count)
        return token.isEmpty ? nil : String(Substring(token))
    }

    /// A quoted value. Browsers write a quote inside as `%22`, other clients as `\"`; both are read.
    private mutating func quoted() -> String? {
        var bytes: [UInt8] = []
        rest = rest.dropFirst()
        while let byte = rest.first {
            rest = rest.dropFirst()
            if byte == UInt8(ascii: "\"") { return String(validating: bytes, as: UTF8.self) }
            if byte == UInt8(ascii: "\\"), let next = rest.first, next == UInt8(ascii: "\"") || next == byte {
                bytes.append(next)
                rest = rest.dropFirst()
            } else {
                bytes.append(byte)
            }
        }
        return nil
    }

    private mutating func skipBlanks() {
        rest = rest.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    private mutating func fail() -> (name: String, value: String)? {
        isIntact = false
        return nil
    }

    /// RFC 9110, 5.6.2, and the asterisk of `filename*`.
    private static func isTokenByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            || "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
}
