import HTTPTypes

/// What proxies wrote about the way of a request, nearest proxy last.
struct ForwardedHops: Equatable {
    /// One step of the way; nil for what cannot be read.
    struct Hop: Equatable {
        var address: IPAddress?
        var isSecure: Bool?
    }

    /// More steps than any real way has; those farther away are not looked at.
    static let most = 32

    let hops: [Hop]

    init(_ headers: HTTPFields, _ header: ProxyTrust.Header) {
        switch header {
        case .xForwarded: hops = Self.xForwarded(headers)
        case .forwarded: hops = Self.forwarded(headers)
        }
    }

    private static func xForwarded(_ headers: HTTPFields) -> [Hop] {
        let addresses = elements(headers.addressLines).map(Self.address)
        let schemes = elements(headers.schemeLines).map { isSecure($0) }
        // Both lists grow at their right end. Where fewer schemes were written, the farthest holds for the rest.
        let count = max(addresses.count, schemes.isEmpty ? 0 : 1)
        return (0..<count).map { index in
            let fromRight = count - 1 - index
            return Hop(
                address: addresses.isEmpty ? nil : addresses[index],
                isSecure: schemes.isEmpty ? nil : schemes[max(schemes.count - 1 - fromRight, 0)])
        }
    }

    /// The elements of a comma list over all its lines; of a longer one those at the right end. Cut at the bytes of commas: some
    /// signs cling to the one behind them, and a client could hide in such a pair what a proxy added.
    private static func elements(_ lines: [String]) -> [Substring] {
        let elements = lines.flatMap { $0.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) }
        return elements.suffix(most).map { trimmed(Substring(String(decoding: $0, as: UTF8.self))) }
    }

    private static func forwarded(_ headers: HTTPFields) -> [Hop] {
        var hops: [Hop] = []
        for line in headers.forwardedLines {
            // A line that cannot be read tells nothing, and hides what stands before it.
            hops += pairs(line) ?? [Hop()]
        }
        return Array(hops.suffix(most))
    }

    /// The elements of one `Forwarded` line; nil when it is not well formed.
    private static func pairs(_ line: String) -> [Hop]? {
        var hops = [Hop()]
        var names: Set<String> = []
        var rest = line.utf8[...]
        func skipBlanks() { while let byte = rest.first, byte == 0x20 || byte == 0x09 { rest.removeFirst() } }
        func token() -> String? {
            let end = rest.firstIndex { !isTokenByte($0) } ?? rest.endIndex
            defer { rest = rest[end...] }
            return end == rest.startIndex ? nil : String(rest[..<end])
        }
        while true {
            skipBlanks()
            if let name = token()?.lowercased() {
                guard rest.popFirst() == UInt8(ascii: "="), names.insert(name).inserted else { return nil }
                var value: String?
                if rest.first == UInt8(ascii: "\"") {
                    value = quoted(&rest)
                } else {
                    value = token()
                }
                guard let value else { return nil }
                if name == "for" { hops[hops.count - 1].address = address(value[...]) }
                if name == "proto" { hops[hops.count - 1].isSecure = isSecure(value[...]) }
                skipBlanks()
            }
            switch rest.popFirst() {
            case nil: return hops
            case UInt8(ascii: ";"): continue
            case UInt8(ascii: ","):
                hops.append(Hop())
                names = []
            default: return nil
            }
        }
    }

    private static func quoted(_ rest: inout Substring.UTF8View) -> String? {
        rest.removeFirst()
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: bytes, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let next = rest.popFirst() else { return nil }
                bytes.append(next)
            default: bytes.append(byte)
            }
        }
        return nil
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        // Proxies write version 4 with a port without quotes, though the standard asks for them.
        default: "!#$%&'*+-.^_`|~:".utf8.contains(byte)
        }
    }

    private static func isSecure(_ scheme: Substring) -> Bool? {
        switch scheme.lowercased() {
        case "https": true
        case "http": false
        default: nil
        }
    }

    /// `192.0.2.1`, `192.0.2.1:80`, `2001:db8::1`, `[2001:db8::1]`, `[2001:db8::1]:80`.
    static func address(_ text: Substring) -> IPAddress? {
        if text.first == "[" {
            guard let end = text.firstIndex(of: "]"), isPort(text[text.index(after: end)...]) else { return nil }
            let inner = text[text.index(after: text.startIndex)..<end]
            return inner.contains(":") ? IPAddress(inner) : nil
        }
        if let colon = text.firstIndex(of: ":"), colon == text.lastIndex(of: ":") {
            return isPort(text[colon...]) ? IPAddress(text[..<colon]) : nil
        }
        return IPAddress(text)
    }

    private static func isPort(_ text: Substring) -> Bool {
        text.isEmpty
            || text.first == ":" && (2...6).contains(text.utf8.count) && text.utf8.dropFirst().allSatisfy { (48...57).contains($0) }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let blank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        var text = text.drop(while: blank)
        while let last = text.last, blank(last) { text.removeLast() }
        return text
    }
}

extension HTTPFields {
    private static let xForwardedFor = HTTPField.Name("X-Forwarded-For")
    private static let xForwardedProto = HTTPField.Name("X-Forwarded-Proto")
    private static let forwarded = HTTPField.Name("Forwarded")

    fileprivate var addressLines: [String] { Self.xForwardedFor.map { self[values: $0] } ?? [] }
    fileprivate var schemeLines: [String] { Self.xForwardedProto.map { self[values: $0] } ?? [] }
    fileprivate var forwardedLines: [String] { Self.forwarded.map { self[values: $0] } ?? [] }
}
