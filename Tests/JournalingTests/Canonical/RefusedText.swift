import Testing

@testable import Journaling

/// A text that is not canonical, and why.
struct RefusedText: Sendable, CustomTestStringConvertible {
    let bytes: [UInt8]
    let reason: CanonicalRefusal.Reason
    let offset: Int

    init(_ text: String, _ reason: CanonicalRefusal.Reason, _ offset: Int) {
        self.init(Array(text.utf8), reason, offset)
    }

    init(_ bytes: [UInt8], _ reason: CanonicalRefusal.Reason, _ offset: Int) {
        self.bytes = bytes
        self.reason = reason
        self.offset = offset
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var testDescription: String { text.debugDescription }

    static let all: [RefusedText] = [
        RefusedText("", .unexpectedEnd, 0), RefusedText(" 1", .unexpectedByte, 0), RefusedText("1 ", .trailingBytes, 1),
        RefusedText("1\n", .trailingBytes, 1), RefusedText("\u{FEFF}1", .unexpectedByte, 0), RefusedText("{} {}", .trailingBytes, 2),
        RefusedText("{\"a\": 1}", .unexpectedByte, 5), RefusedText("{\"a\" :1}", .unexpectedByte, 4),
        RefusedText("{ \"a\":1}", .unexpectedByte, 1), RefusedText("{\"a\":1,}", .unexpectedByte, 7),
        RefusedText("{\"a\":1 }", .unexpectedByte, 6), RefusedText("[1,]", .unexpectedByte, 3), RefusedText("[1, 2]", .unexpectedByte, 3),
        RefusedText("[,]", .unexpectedByte, 1), RefusedText("[1 2]", .unexpectedByte, 2), RefusedText("{\"b\":1,\"a\":2}", .keyOrder, 8),
        RefusedText("{\"a\":1,\"a\":2}", .keyOrder, 8), RefusedText("{\"aa\":1,\"a\":2}", .keyOrder, 9), RefusedText("{\"\":1}", .badKey, 2),
        RefusedText("{\"A\":1}", .badKey, 2), RefusedText("{\"\\u0061\":1}", .badKey, 2), RefusedText("{a:1}", .unexpectedByte, 1),
        RefusedText("00", .badInteger, 0), RefusedText("01", .badInteger, 0), RefusedText("-0", .badInteger, 0),
        RefusedText("-", .badInteger, 0), RefusedText("-01", .badInteger, 0), RefusedText("+1", .unexpectedByte, 0),
        RefusedText("1.0", .trailingBytes, 1), RefusedText("1e3", .trailingBytes, 1), RefusedText("0x1", .trailingBytes, 1),
        RefusedText("00000000000000001", .badInteger, 0), RefusedText(".5", .unexpectedByte, 0), RefusedText("NaN", .unexpectedByte, 0),
        RefusedText("True", .unexpectedByte, 0), RefusedText("tru", .unexpectedByte, 0), RefusedText("nul1", .unexpectedByte, 0),
        RefusedText("truefalse", .trailingBytes, 4), RefusedText("'a'", .unexpectedByte, 0), RefusedText("\"a\nb\"", .badText, 2),
        RefusedText("\"a\u{0}b\"", .badText, 2), RefusedText("\"\\/\"", .badText, 1), RefusedText("\"\\u0041\"", .badText, 1),
        RefusedText("\"\\u000a\"", .badText, 1), RefusedText("\"\\u0008\"", .badText, 1), RefusedText("\"\\u001F\"", .badText, 1),
        RefusedText("\"\\u0020\"", .badText, 1), RefusedText("\"\\u00e9\"", .badText, 1), RefusedText("\"\\ud83d\\ude00\"", .badText, 1),
        RefusedText("\"\\a\"", .badText, 1), RefusedText("\"\\u00\"", .badText, 1), RefusedText("\"abc", .unexpectedEnd, 4),
        RefusedText("\"abc\\", .unexpectedEnd, 5), RefusedText("{\"a\":1", .unexpectedEnd, 6), RefusedText("[", .unexpectedEnd, 1),
        RefusedText("// 1", .unexpectedByte, 0),
        // Stray, overlong, surrogate, beyond Unicode, cut.
        RefusedText([0x22, 0x80, 0x22], .badUTF8, 1), RefusedText([0x22, 0xC0, 0x80, 0x22], .badUTF8, 1),
        RefusedText([0x22, 0xC1, 0xBF, 0x22], .badUTF8, 1), RefusedText([0x22, 0xE0, 0x9F, 0xBF, 0x22], .badUTF8, 1),
        RefusedText([0x22, 0xED, 0xA0, 0x80, 0x22], .badUTF8, 1), RefusedText([0x22, 0xF0, 0x8F, 0xBF, 0xBF, 0x22], .badUTF8, 1),
        RefusedText([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], .badUTF8, 1), RefusedText([0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], .badUTF8, 1),
        RefusedText([0x22, 0xFF, 0x22], .badUTF8, 1), RefusedText([0x22, 0xC3, 0x22], .badUTF8, 1),
        RefusedText([0x22, 0xE2, 0x82, 0x22], .badUTF8, 1), RefusedText([0x22, 0x61, 0xF0, 0x9F, 0x98, 0x22], .badUTF8, 2),
    ]
}

extension CanonicalValue {
    /// Any value, with texts that need every kind of care.
    static func random(using generator: inout SeededGenerator, depth: Int) -> CanonicalValue {
        switch Int.random(in: 0..<(depth < 5 ? 8 : 6), using: &generator) {
        case 0: return .null
        case 1: return .truth(Bool.random(using: &generator))
        case 2: return .integer(Int.random(in: -10...10, using: &generator))
        case 3: return .integer(Int.random(in: -maximumInteger...maximumInteger, using: &generator))
        case 4, 5:
            let characters: [Unicode.Scalar] = [
                "a", "Z", "0", " ", "\"", "\\", "/", "\n", "\t", "\u{0}", "\u{1F}", "\u{7F}", "é", "\u{7FF}", "\u{800}", "\u{FFFF}", "😀", "\u{10FFFF}",
                "\u{301}",
            ]
            var text = ""
            for _ in 0..<Int.random(in: 0..<30, using: &generator) {
                text.unicodeScalars.append(characters.randomElement(using: &generator) ?? "a")
            }
            return .text(text)
        case 6: return .array((0..<Int.random(in: 0..<5, using: &generator)).map { _ in random(using: &generator, depth: depth + 1) })
        default:
            var fields: [String: CanonicalValue] = [:]
            for _ in 0..<Int.random(in: 0..<5, using: &generator) {
                let key = String((0..<Int.random(in: 1..<4, using: &generator)).map { _ in "ab1_".randomElement(using: &generator) ?? "a" })
                fields[key] = random(using: &generator, depth: depth + 1)
            }
            return .object(fields)
        }
    }
}
