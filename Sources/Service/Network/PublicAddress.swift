/// The address people know the server by, such as `https://zona.instansi.go.id`; links that leave the site start with it.
public struct PublicAddress: Hashable, Sendable {
    /// Scheme, host and port, without a slash at the end.
    public let text: String
    /// Whether it begins with `https`, so that cookies may be sent over TLS only.
    public let isSecure: Bool

    /// Reads scheme, host and maybe a port; nil for anything else, such as a path or a user's name.
    ///
    /// - Complexity: O(length)
    public init?(_ text: String) {
        let scheme = ["https://", "http://"].first { text.lowercased().hasPrefix($0) }
        guard let scheme, text.utf8.count <= 300 else { return nil }
        var rest = text.dropFirst(scheme.count)
        if rest.last == "/" { rest.removeLast() }
        let (host, port) = Self.split(rest)
        guard Self.isHost(host), port == nil || Int(port ?? "").map((1...65_535).contains) == true,
            port?.utf8.allSatisfy({ (48...57).contains($0) }) != false
        else { return nil }
        self.text = scheme + rest.lowercased()
        isSecure = scheme == "https://"
    }

    private static func split(_ rest: Substring) -> (host: Substring, port: Substring?) {
        if rest.first == "[" {
            guard let end = rest.firstIndex(of: "]") else { return (rest, nil) }
            let after = rest[rest.index(after: end)...]
            return (rest[...end], after.isEmpty ? nil : after.first == ":" ? after.dropFirst() : "x")
        }
        guard let colon = rest.firstIndex(of: ":") else { return (rest, nil) }
        return (rest[..<colon], rest[rest.index(after: colon)...])
    }

    private static func isHost(_ host: Substring) -> Bool {
        if host.first == "[" { return host.last == "]" && host.contains(":") && IPAddress(host.dropFirst().dropLast()) != nil }
        return !host.isEmpty && host.utf8.count <= 253
            && host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                    && label.utf8.allSatisfy {
                        (48...57).contains($0) || (97...122).contains($0) || (65...90).contains($0) || $0 == UInt8(ascii: "-")
                    }
            }
    }
}
