import Rulebook

/// What a form without files sent, as `application/x-www-form-urlencoded`.
struct FormFields: Sendable {
    /// The most fields a form may send.
    static let mostFields = 200

    private let values: [String: [String]]

    /// - Parameter bytes: the body as it was sent; bounded before (see ``RequestBounds``).
    /// - Throws: `Refusal` of code `malformedUpload` when it is no such form, holds text that is not UTF-8 or
    ///   holds too many fields.
    /// - Complexity: O(length)
    init(_ bytes: some Collection<UInt8>) throws(Refusal) {
        var values: [String: [String]] = [:]
        var count = 0
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            count += 1
            guard count <= Self.mostFields else { throw Self.malformed }
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = try Self.decode(parts[0])
            values[name, default: []].append(parts.count > 1 ? try Self.decode(parts[1]) : "")
        }
        self.values = values
    }

    /// Fields that a program fills in.
    init(values: [String: [String]]) {
        self.values = values
    }

    /// Nothing was sent.
    init() {
        values = [:]
    }

    /// The text of a field, without blanks around it; empty when it was not sent.
    func text(_ name: String) -> String {
        let raw = raw(name)
        guard let first = raw.unicodeScalars.first, let last = raw.unicodeScalars.last else { return raw }
        guard first.properties.isWhitespace || last.properties.isWhitespace else { return raw }
        let trimmed = raw.unicodeScalars.drop { $0.properties.isWhitespace }
        let end = trimmed.lastIndex { !$0.properties.isWhitespace }.map(trimmed.index(after:)) ?? trimmed.startIndex
        return String(String.UnicodeScalarView(trimmed[..<end]))
    }

    /// The text of a field exactly as it was typed, such as a password; empty when it was not sent.
    func raw(_ name: String) -> String { values[name]?.first ?? "" }

    /// Every text sent under a name, such as ticked boxes.
    func all(_ name: String) -> [String] { values[name] ?? [] }

    static let malformed = Refusal(
        .malformedUpload, at: "", "Kiriman formulir tidak dapat dibaca. Buka kembali halamannya, lalu kirim sekali lagi.")

    private static func decode(_ bytes: some Collection<UInt8>) throws(Refusal) -> String {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var rest = bytes.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit) else { throw malformed }
                decoded.append(high << 4 | low)
            default: decoded.append(byte)
            }
        }
        // PostgreSQL cannot keep U+0000, and no honest form sends it.
        guard let text = String(validating: decoded, as: UTF8.self), !decoded.contains(0) else { throw malformed }
        return text
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
