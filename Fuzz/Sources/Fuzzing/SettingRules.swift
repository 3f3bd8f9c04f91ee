import Rulebook

@testable import Settings

/// What holds for files of settings and the addresses of databases in them.
enum SettingRules {
    private static let known = ["host", "port", "database", "trusted-proxies", "public-url"]

    static func file(_ bytes: [UInt8]) {
        let file = ConfigurationFile(bytes, path: "zona.conf", known: known)
        for problem in file.problems where problem.severity != .error || problem.message.isEmpty { broken("a problem without words") }
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        if file.entries.count + file.problems.count > lines.count { broken("more was found than there are lines") }
        var before = 0
        for entry in file.entries {
            if entry.line <= before || entry.line > lines.count { broken("lines out of order") }
            before = entry.line
            if !known.contains(entry.key) { broken("a setting that nobody knows: \(entry.key)") }
            if entry.value.isEmpty || entry.value.utf8.contains(where: { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7F }) { broken("an unseen value") }
            if !Array(lines[entry.line - 1]).contains(Array(entry.value.utf8)) { broken("a value that is not in its line") }
        }
        if Set(file.entries.map(\.key)).count != file.entries.count { broken("a setting twice") }
        // What was understood, written down plainly, is understood the same.
        let plain = file.entries.map { "\($0.key) = \($0.value)\n" }.joined()
        let again = ConfigurationFile(Array(plain.utf8), path: "zona.conf", known: known)
        if !again.problems.isEmpty || again.entries.map({ $0.key + $0.value }) != file.entries.map({ $0.key + $0.value }) {
            broken("reads back otherwise")
        }
        for entry in file.entries where entry.key == "database" { database(Array(entry.value.utf8)) }
    }

    static func database(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self), let address = DatabaseAddress(text) else { return }
        if Array(address.secretText.utf8) != bytes { broken("another address") }
        if "\(address)".utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) { broken("an unseen address") }
        // What is shown does not depend on the letters of the password, wherever libpq finds one.
        var other = bytes
        for secret in secrets(in: bytes) {
            for index in secret where !"@/?&=:%#,".utf8.contains(bytes[index]) { other[index] = UInt8(ascii: "x") }
        }
        guard other != bytes, let twin = DatabaseAddress(String(decoding: other, as: UTF8.self)) else { return }
        if !address.description.utf8.elementsEqual(twin.description.utf8) { broken("shows something of the password: \(address)") }
    }

    /// Where libpq reads passwords: `conninfo_uri_parse_options` of PostgreSQL.
    private static func secrets(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        guard let slashes = (0..<bytes.count).first(where: { bytes[$0...].starts(with: "//".utf8) }) else { return [] }
        let start = slashes + 2
        var position = start
        if let end = bytes[start...].firstIndex(where: { "@/".utf8.contains($0) }), bytes[end] == UInt8(ascii: "@") {
            if let colon = bytes[start..<end].firstIndex(of: UInt8(ascii: ":")) { found.append(colon + 1..<end) }
            position = end
        }
        guard let mark = bytes[position...].firstIndex(of: UInt8(ascii: "?")) else { return found }
        for parameter in bytes[(mark + 1)...].split(separator: UInt8(ascii: "&")) {
            guard let equals = parameter.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let name = String(decoding: parameter[..<equals], as: UTF8.self).replacing("%61", with: "a").replacing("%70", with: "p")
            if ["password", "sslpassword"].contains(name) { found.append(equals + 1..<parameter.endIndex) }
        }
        return found
    }
}

extension [UInt8] {
    /// Whether these bytes stand anywhere in it.
    fileprivate func contains(_ part: [UInt8]) -> Bool {
        part.count <= count && (0...(count - part.count)).contains { self[$0...].starts(with: part) }
    }
}
