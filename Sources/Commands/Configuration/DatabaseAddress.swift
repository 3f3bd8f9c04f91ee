/// Where the database is and how to get in. Printing it shows everything but the password; only ``secretText`` has it.
struct DatabaseAddress: Hashable, Sendable, CustomStringConvertible {
    /// The whole address with the password, for whoever connects.
    let secretText: String

    /// Reads `postgres://user:password@host:port/database`, in the form libpq takes. ASCII only: letters beyond it are written as codes,
    /// for a colon with a mark upon it would be none to us and one to libpq.
    init?(_ text: String) {
        guard let scheme = Self.scheme(of: text), text.utf8.count <= 2_000,
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), text.utf8.count > scheme.utf8.count
        else { return nil }
        let (authority, _) = Self.parts(text, scheme)
        // Without `@` there is no password, so what follows a colon must be a port. A password would be shown.
        guard authority.contains("@") || Self.hasPortsOnly(authority) else { return nil }
        secretText = text
    }

    /// Without the password.
    var description: String {
        guard let scheme = Self.scheme(of: secretText) else { return Self.hidden }
        // A question mark before an `@`: in a password, or the `@` is a parameter's. Nobody can tell, so all of it is hidden.
        if let mark = secretText.firstIndex(of: "?"), secretText[mark...].contains("@") { return scheme + Self.hidden }
        let (authority, query) = Self.parts(secretText, scheme)
        var shown = String(authority)
        if let at = authority.lastIndex(of: "@"), let colon = authority[..<at].firstIndex(of: ":") {
            shown = "\(authority[..<colon]):\(Self.hidden)\(authority[at...])"
        }
        let parameters = query.split(separator: "&", omittingEmptySubsequences: false).map { parameter in
            let name = parameter.prefix { $0 != "=" }
            let mayBeSecret = name.lowercased().contains("pass") || name.contains("%")
            return mayBeSecret && name.count < parameter.count ? "\(name)=\(Self.hidden)" : String(parameter)
        }
        return scheme + shown + (query.isEmpty ? "" : "?" + parameters.joined(separator: "&"))
    }

    private static let hidden = "****"

    private static func scheme(of text: String) -> String? {
        ["postgres://", "postgresql://"].first { text.hasPrefix($0) }
    }

    /// What stands before and after the question mark. One in a password is taken as part of it.
    private static func parts(_ text: String, _ scheme: String) -> (authority: Substring, query: Substring) {
        let rest = text.dropFirst(scheme.count)
        let from = rest.lastIndex(of: "@") ?? rest.startIndex
        guard let mark = rest[from...].firstIndex(of: "?") else { return (rest, "") }
        // An `@` among the parameters: then the part before may hide more than the password, never less.
        return (rest[..<mark], rest[rest.index(after: mark)...])
    }

    private static func hasPortsOnly(_ authority: Substring) -> Bool {
        authority.prefix { $0 != "/" }.split(separator: ",").allSatisfy { host in
            let end = host.lastIndex(of: "]") ?? host.startIndex
            guard let colon = host[end...].firstIndex(of: ":") else { return true }
            return host[host.index(after: colon)...].utf8.allSatisfy { (48...57).contains($0) }
        }
    }
}
