/// Rewrites a formula for another cell, as copying does: relative references move, absolute ones (`$`) stay, and
/// text in quotes, sheet names, functions and table references are left alone.
struct FormulaShift {
    /// How far, in rows and columns.
    let rows: Int
    let columns: Int

    /// The formula as it reads that far away. O(n).
    func applied(to formula: String) -> String {
        String(decoding: applied(to: Array(formula.utf8)), as: UTF8.self)
    }

    /// The same on UTF-8 bytes.
    func applied(to bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 16)
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            let end: Int
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                end = Self.endOfQuotes(bytes, from: at)
                result.append(contentsOf: bytes[at..<end])
            } else if byte == UInt8(ascii: "[") {
                end = Self.endOfBrackets(bytes, from: at)
                result.append(contentsOf: bytes[at..<end])
            } else if Self.isWordByte(byte) {
                end = Self.endOfWord(bytes, from: at)
                appendWord(bytes, at..<end, to: &result)
            } else {
                end = at + 1
                result.append(byte)
            }
            at = end
        }
        return result
    }

    private func appendWord(_ bytes: [UInt8], _ range: Range<Int>, to result: inout [UInt8]) {
        let word = bytes[range]
        let next = range.upperBound < bytes.count ? bytes[range.upperBound] : 0
        let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0
        guard next != UInt8(ascii: "("), next != UInt8(ascii: "!"), before != UInt8(ascii: "#"),
            let reference = RelativeReference(word)
        else {
            result.append(contentsOf: word)
            return
        }
        // `A` or `5` alone is a name or a number; only `A:C` and `5:7` are whole columns and rows.
        if reference.isWhole, !Self.hasPartner(bytes, range, reference) {
            result.append(contentsOf: word)
        } else if let moved = reference.moved(rows: rows, columns: columns) {
            moved.append(to: &result)
        } else {
            result.append(contentsOf: "#REF!".utf8)
        }
    }

    /// Whether a colon joins this half of a range of whole rows or columns to another half of the same kind.
    private static func hasPartner(_ bytes: [UInt8], _ range: Range<Int>, _ half: RelativeReference) -> Bool {
        let colon = UInt8(ascii: ":")
        if range.upperBound < bytes.count, bytes[range.upperBound] == colon {
            let start = range.upperBound + 1
            if let other = RelativeReference(bytes[start..<endOfWord(bytes, from: start)]) {
                return other.isSameKind(as: half)
            }
        }
        if range.lowerBound > 0, bytes[range.lowerBound - 1] == colon {
            let end = range.lowerBound - 1
            var start = end
            while start > 0, isWordByte(bytes[start - 1]) { start -= 1 }
            if let other = RelativeReference(bytes[start..<end]) { return other.isSameKind(as: half) }
        }
        return false
    }

    /// Letters, digits and whatever else a name may hold; all bytes of letters beyond ASCII.
    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "$"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: "\\"), UInt8(ascii: "?"), 0x80...:
            true
        default: false
        }
    }

    private static func endOfWord(_ bytes: [UInt8], from start: Int) -> Int {
        var at = start
        while at < bytes.count, isWordByte(bytes[at]) { at += 1 }
        return at
    }

    /// Behind the closing quote; a doubled quote opens the next piece at once, which comes to the same.
    private static func endOfQuotes(_ bytes: [UInt8], from start: Int) -> Int {
        let rest = bytes[(start + 1)...]
        return rest.firstIndex(of: bytes[start]).map { $0 + 1 } ?? bytes.count
    }

    private static func endOfBrackets(_ bytes: [UInt8], from start: Int) -> Int {
        var open = 0
        var at = start
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "["): open += 1
            case UInt8(ascii: "]"): open -= 1
            // In a table reference an apostrophe takes the meaning from the bracket behind it.
            case UInt8(ascii: "'"): at += 1
            default: break
            }
            at += 1
            if open == 0 { break }
        }
        return min(at, bytes.count)
    }
}
