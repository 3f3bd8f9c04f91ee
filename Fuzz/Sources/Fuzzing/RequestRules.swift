import HTTPTypes
import Rulebook

@testable import Requests

/// What holds for forms, headers and addresses that strangers send.
enum RequestRules {
    static func form(_ bytes: [UInt8]) {
        guard let form = SheetRules.value({ () throws(Refusal) in try FormFields(bytes) }) else { return }
        // Once more, in the plainest way.
        var sent: [String: [String]] = [:]
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            let name = pair.prefix { $0 != UInt8(ascii: "=") }
            guard let name = decoded(name), let value = decoded(pair.dropFirst(name.count + 1)) else { broken("a field that cannot be read") }
            sent[name.text, default: []].append(value.text)
        }
        if sent.values.reduce(0, { $0 + $1.count }) > FormFields.mostFields { broken("too many fields") }
        for (name, values) in sent {
            if !same(form.all(name), values) { broken("“\(name)” is not as it was sent") }
            if !same([form.raw(name)], [values[0]]) { broken("not the first text") }
            let text = form.text(name).unicodeScalars
            if text.first?.properties.isWhitespace == true || text.last?.properties.isWhitespace == true { broken("blanks around") }
            if (name + values.joined()).utf8.contains(0) { broken("a zero byte") }
        }
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> (text: String, count: Int)? {
        var plain: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "%") {
                guard index + 2 < bytes.endIndex, let byte = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
                else { return nil }
                plain.append(byte)
                index += 3
            } else {
                plain.append(bytes[index] == UInt8(ascii: "+") ? 0x20 : bytes[index])
                index += 1
            }
        }
        return String(validating: plain, as: UTF8.self).map { ($0, bytes.count) }
    }

    private static func same(_ one: [String], _ other: [String]) -> Bool { one.map { Array($0.utf8) } == other.map { Array($0.utf8) } }

    /// Lines of a header, `name: value`.
    static func headers(_ bytes: [UInt8]) {
        var headers = HTTPFields()
        var cookies: [ArraySlice<UInt8>] = []
        for line in bytes.split(separator: 0x0A) {
            let head = line.prefix { $0 != UInt8(ascii: ":") }
            guard let value = String(validating: line.dropFirst(head.count + 1), as: UTF8.self),
                let name = HTTPField.Name(String(decoding: head, as: UTF8.self))
            else { continue }
            headers.add(name, value)
            if name == .cookie { cookies.append(line.dropFirst(head.count + 1)) }
        }
        for cookie in [Cookie.session, .visitor] {
            for secure in [false, true] { check(cookie, secure, headers, cookies) }
        }
        proxies(headers)
    }

    private static func check(_ cookie: Cookie, _ secure: Bool, _ headers: HTTPFields, _ lines: [ArraySlice<UInt8>]) {
        // Browsers know bytes: only those between semicolons are a cookie.
        let opening = Array("\(cookie.name(secure: secure))=".utf8)
        var sent: ArraySlice<UInt8>?
        for line in lines {
            for piece in line.split(separator: UInt8(ascii: ";")) where sent == nil {
                let pair = piece.drop { $0 == 0x20 }
                if pair.starts(with: opening), pair.count > opening.count { sent = pair.dropFirst(opening.count) }
            }
        }
        let token = cookie.token(in: headers, secure: secure)
        let expected = sent.flatMap { Token(String(decoding: $0, as: UTF8.self)) }
        if token?.text != expected?.text { broken("another cookie than was sent: \(token?.text ?? "none")") }
        guard let token else { return }
        let kept = cookie.keep(token, secure: secure)
        if kept.utf8.contains(where: { $0 < 0x20 || $0 > 0x7E }) { broken("a header with odd characters") }
        var again = HTTPFields()
        again.add(.cookie, String(kept.prefix { $0 != ";" }))
        if cookie.token(in: again, secure: secure)?.text != token.text { broken("a cookie does not come back") }
    }

    private static func proxies(_ headers: HTTPFields) {
        guard let proxy = IPAddress("127.0.0.1"), let client = IPAddress("203.0.113.9"), let trusted = IPNetwork("127.0.0.1"),
            let lists = HTTPField.Name("X-Forwarded-For"), let schemes = HTTPField.Name("X-Forwarded-Proto"),
            let forwarded = HTTPField.Name("Forwarded")
        else { broken("addresses cannot be read") }
        for header in ProxyTrust.Header.allCases {
            let trust = ProxyTrust([trusted], header: header)
            if ForwardedHops(headers, header).hops.count > ForwardedHops.most { broken("too many hops") }
            // Nobody believes a stranger.
            for secure in [false, true]
            where ClientOrigin(peer: client, isSecure: secure, headers: headers, trust: trust)
                != ClientOrigin(peer: client, isSecure: secure, headers: HTTPFields(), trust: trust)
            {
                broken("a stranger is believed")
            }
            // Whatever the client wrote, what the proxy adds behind it counts.
            for scheme in ["http", "https"] {
                var seen = [HTTPFields(), HTTPFields()]
                switch header {
                case .xForwarded:
                    for name in [lists, schemes] {
                        let addition = name == lists ? client.text : scheme
                        for value in headers[values: name] { seen[0].add(name, value) }
                        seen[0].add(name, addition)
                        seen[1].add(name, (headers[values: name] + [addition]).joined(separator: ", "))
                    }
                case .forwarded:
                    seen.removeLast()
                    for value in headers[values: forwarded] { seen[0].add(forwarded, value) }
                    seen[0].add(forwarded, "for=\(client.text);proto=\(scheme)")
                }
                for seen in seen {
                    let origin = ClientOrigin(peer: proxy, isSecure: false, headers: seen, trust: trust)
                    if origin.address != client { broken("a client hides its address: \(origin.address)") }
                    if origin.isSecure != (scheme == "https") { broken("a client chooses its scheme") }
                }
            }
        }
    }

    static func address(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self) else { return }
        if let address = IPAddress(text) {
            if IPAddress(address.text) != address { broken("an address reads back as another: \(address)") }
            if address.subscriber.subscriber != address.subscriber { broken("a subscriber of another network") }
            for hop in [text, address.text, address.isVersion4 ? "\(address):80" : "[\(address)]:80"]
            where ForwardedHops.address(hop[...]) != address { broken("another address in a header: \(hop)") }
        }
        if let network = IPNetwork(text) {
            guard IPNetwork(network.text) == network else { broken("a network reads back as another: \(network.text)") }
            guard let base = IPAddress(network.text.prefix { $0 != "/" }), network.contains(base) else { broken("not in its own network") }
            if IPAddress("203.0.113.9").map(network.contains) == true, IPAddress("10.0.0.1").map(network.contains) == true,
                IPAddress("127.0.0.1").map(network.contains) == true
            {
                broken("a network of everybody: \(network.text)")
            }
        }
        // Version 4 may be written as version 6.
        if let address = ForwardedHops.address(text[...]), !text.contains(":"), !address.isVersion4 || !text.contains(".") {
            broken("an address out of nothing")
        }
        if let known = PublicAddress(text) {
            if PublicAddress(known.text) != known { broken("a public address reads back as another: \(known.text)") }
            let rest = known.text.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst(2)
            if rest.contains(where: { $0 <= 0x20 || $0 > 0x7E || "/@?#\\\"'<>".utf8.contains($0) }) { broken("more than a host: \(known.text)") }
            if known.isSecure != known.text.hasPrefix("https:") { broken("secure or not") }
        }
    }
}
