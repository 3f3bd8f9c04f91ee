/// Makes any text safe between tags and inside double-quoted (or single-quoted) attributes.
enum Escaping {
    /// - Complexity: O(length)
    static func append(_ text: some StringProtocol, to bytes: inout [UInt8]) {
        let done: Void? = text.utf8.withContiguousStorageIfAvailable { append($0, to: &bytes) }
        if done == nil {
            // Only text bridged from elsewhere lies scattered.
            Array(text.utf8).withUnsafeBufferPointer { append($0, to: &bytes) }
        }
    }

    private static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        // Most texts need nothing; this pass has no branch inside, so that the processor takes many bytes at once.
        var found: UInt8 = 0
        for byte in text { found |= isSpecial(byte) }
        guard found != 0 else {
            bytes.append(contentsOf: text)
            return
        }
        var start = 0
        for at in 0..<text.count where isSpecial(text[at]) != 0 {
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<at]))
            replacement(for: text[at]).withUTF8Buffer { bytes.append(contentsOf: $0) }
            start = at + 1
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    /// 1 for `"` `&` `'` `<` `>` and control characters other than tab, line feed and carriage return.
    @inline(__always)
    private static func isSpecial(_ byte: UInt8) -> UInt8 {
        let isControl = (byte < 0x20 ? 1 : 0) & (byte &- 0x09 > 1 ? 1 : 0) & (byte != 0x0D ? 1 : 0) as UInt8
        let isMark = (byte & 0xFE == 0x26 ? 1 : 0) | (byte & 0xFD == 0x3C ? 1 : 0) | (byte == 0x22 ? 1 : 0) as UInt8
        return isControl | isMark | (byte == 0x7F ? 1 : 0)
    }

    /// Control characters have no place in HTML and become the replacement character, so that a page is valid
    /// whatever was typed.
    private static func replacement(for byte: UInt8) -> StaticString {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: "\u{FFFD}"
        }
    }
}
