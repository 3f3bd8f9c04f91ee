import Rulebook

/// One-time links of people who were brought in, until they are handed over.
struct ImportLinks: Sendable {
    let all: [(account: AccountID, token: Token)]

    init(_ all: [(account: AccountID, token: Token)]) {
        self.all = all
    }

    /// Reads what ``packed`` gave; `nil` for anything else.
    init?(packed: [UInt8]) {
        guard let text = String(validating: packed, as: UTF8.self) else { return nil }
        var all: [(account: AccountID, token: Token)] = []
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ")
            guard parts.count == 2, let token = Token(parts[1]) else { return nil }
            all.append((AccountID(String(parts[0])), token))
        }
        self.all = all
    }

    /// Without names: those are looked up when the links are handed over, and nobody's who was erased meanwhile.
    var packed: [UInt8] {
        var bytes: [UInt8] = []
        for item in all { bytes += "\(item.account.text) \(item.token.text)\n".utf8 }
        return bytes
    }
}
