import FoundationEssentials

/// Writes results for other programs.
enum JSONOutput {
    /// One object, readable when it stands alone, on one line when several follow each other.
    static func text(_ value: some Encodable, onOneLine: Bool) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting =
            onOneLine ? [.sortedKeys, .withoutEscapingSlashes] : [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let data = try? encoder.encode(value)
        return data.map { String(decoding: $0, as: UTF8.self) + "\n" } ?? ""
    }
}

/// A value that a program may ask for by its key whether there is one or not: `null` where there is none.
struct OrNull<Value: Encodable>: Encodable {
    let value: Value?

    init(_ value: Value?) { self.value = value }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let value { try container.encode(value) } else { try container.encodeNil() }
    }
}
