extension CanonicalScanner {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// Goes past a text with its quotes; tells where its bytes stand and whether any of them is an escape.
    mutating func skipText() throws(CanonicalRefusal) -> (range: Range<Int>, hasEscapes: Bool) {
        try take(UInt8(ascii: "\""))
        let start = position
        var hasEscapes = false
        while true {
            skipPlain()
            let byte = next
            if byte == UInt8(ascii: "\"") {
                position += 1
                return (start..<position - 1, hasEscapes)
            } else if byte == UInt8(ascii: "\\") {
                _ = try escape()
                hasEscapes = true
            } else if byte >= 0x80 {
                try skipBeyondASCII()
            } else if byte < 0x20 {
                throw refusal(.badText)
            } else {
                position += 1
            }
        }
    }

    /// Goes past eight plain characters at a time, and up to the first that needs a look if eight bytes remain.
    @inline(__always)
    private mutating func skipPlain() {
        while bytes.count - position >= 8 {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            let quote = word ^ (Self.ones &* 0x22)
            let backslash = word ^ (Self.ones &* 0x5C)
            let special =
                (word | (word &- Self.ones &* 0x20) | (quote &- Self.ones) & ~quote | (backslash &- Self.ones) & ~backslash)
                & Self.highs
            guard special == 0 else { return position += special.trailingZeroBitCount >> 3 }
            position += 8
        }
    }

    /// Goes past an escape; tells which character it stands for, always one below 128.
    mutating func escape() throws(CanonicalRefusal) -> UInt8 {
        let start = position
        position += 1
        let letter = next
        position += isAtEnd ? 0 : 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return letter
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "u"):
            guard skips("00"), bytes.count - position >= 2, let high = Hexadecimal.value(bytes[position]), high < 2,
                let low = Hexadecimal.value(bytes[position + 1])
            else { throw CanonicalRefusal(.badText, at: start) }
            position += 2
            let byte = high << 4 | low
            // The others have a shorter form.
            guard ![0x08, 0x09, 0x0A, 0x0C, 0x0D].contains(byte) else { throw CanonicalRefusal(.badText, at: start) }
            return byte
        default: throw isAtEnd && letter == 0 ? refusal(.unexpectedEnd) : CanonicalRefusal(.badText, at: start)
        }
    }

    /// Goes past one character of two to four bytes, by the table of well-formed UTF-8 (Unicode, table 3-7).
    private mutating func skipBeyondASCII() throws(CanonicalRefusal) {
        let lead = next
        let (rest, second): (Int, ClosedRange<UInt8>)
        switch lead {
        case 0xC2...0xDF: (rest, second) = (1, 0x80...0xBF)
        case 0xE0: (rest, second) = (2, 0xA0...0xBF)
        case 0xE1...0xEC, 0xEE, 0xEF: (rest, second) = (2, 0x80...0xBF)
        case 0xED: (rest, second) = (2, 0x80...0x9F)
        case 0xF0: (rest, second) = (3, 0x90...0xBF)
        case 0xF1...0xF3: (rest, second) = (3, 0x80...0xBF)
        case 0xF4: (rest, second) = (3, 0x80...0x8F)
        default: throw refusal(.badUTF8)
        }
        guard bytes.count - position > rest, second.contains(bytes[position + 1]) else { throw CanonicalRefusal(.badUTF8, at: position) }
        for index in 1..<rest where !(0x80...0xBF).contains(bytes[position + index + 1]) {
            throw CanonicalRefusal(.badUTF8, at: position)
        }
        position += rest + 1
    }
}
