/// How high a row must be for its wrapped texts. Some programs do not find that out by themselves, and no font
/// is at hand here to measure with, so it is estimated on the generous side.
struct RowHeight {
    /// The highest row the file format knows, in points.
    private static let most = 409.0
    private static let padding = 3.0
    private(set) var points = 15.0

    /// Makes room for a text.
    ///
    /// - Parameters:
    ///   - width: of the column, in characters of the workbook's standard font of 11 points.
    /// - Complexity: O(length)
    mutating func fit(_ text: String, width: Double, style: CellStyle) {
        let room = (width - Double(style.indent) - 1) * 12 / style.size * (style.bold ? 0.92 : 1)
        // Letters are narrower than the digits a column's width is counted in: 12 in place of 11.
        let lines = Self.lines(of: text, room: max(Int(room), 1))
        points = min(Self.most, max(points, Double(lines) * style.size * 1.3 + Self.padding))
    }

    /// Lines a text takes when it is broken between words, and inside those longer than a line.
    static func lines(of text: String, room: Int) -> Int {
        var lines = 0
        for paragraph in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            lines += 1
            var used = 0
            for word in paragraph.split(separator: UInt8(ascii: " ")) {
                // Bytes that only continue a letter take no room.
                var length = word.count { $0 & 0xC0 != 0x80 }
                if used > 0, used + 1 + length > room {
                    lines += 1
                    used = 0
                }
                while length > room {
                    lines += 1
                    length -= room
                }
                used += (used > 0 ? 1 : 0) + length
            }
        }
        return lines
    }
}
