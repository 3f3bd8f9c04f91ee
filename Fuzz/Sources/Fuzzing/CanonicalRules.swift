import FoundationEssentials

@testable import Journaling

/// What holds for every text that may be canonical.
enum CanonicalRules {
    static func check(_ bytes: [UInt8]) {
        let skipped = bytes.withUnsafeBytes { CanonicalValue.refusal(of: $0) }
        let plain = (try? JSONDecoder().decode(PlainJSON.self, from: Data(bytes)))?.value
        do throws(CanonicalRefusal) {
            let value = try CanonicalValue(canonical: bytes)
            if skipped != nil { broken("read, but not passed over: \(String(describing: skipped))") }
            guard let written = try? value.canonicalBytes(), written == bytes else { broken("written otherwise than read") }
            if plain != value { broken("another reader of JSON sees another value") }
        } catch {
            if skipped != error { broken("\(error) when read, \(String(describing: skipped)) when passed over") }
            if !(0...bytes.count).contains(error.offset) { broken("refused at a place outside") }
        }
        // The other way round: what another reader understood, and has a canonical text, is read from that again.
        guard let plain, let written = try? plain.canonicalBytes() else { return }
        guard let again = try? CanonicalValue(canonical: written), again == plain else { broken("what was written is not read") }
    }
}

/// JSON as Foundation reads it.
private struct PlainJSON: Decodable {
    let value: CanonicalValue

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        if let fields = try? decoder.container(keyedBy: Key.self) {
            var values: [String: CanonicalValue] = [:]
            for key in fields.allKeys { values[key.stringValue] = try fields.decode(PlainJSON.self, forKey: key).value }
            value = .object(values)
        } else if var elements = try? decoder.unkeyedContainer() {
            var values: [CanonicalValue] = []
            while !elements.isAtEnd { values.append(try elements.decode(PlainJSON.self).value) }
            value = .array(values)
        } else {
            let single = try decoder.singleValueContainer()
            if single.decodeNil() {
                value = .null
            } else if let truth = try? single.decode(Bool.self) {
                value = .truth(truth)
            } else if let number = try? single.decode(Int.self) {
                value = .integer(number)
            } else {
                value = .text(try single.decode(String.self))
            }
        }
    }
}
