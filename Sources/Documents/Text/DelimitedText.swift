public import Rulebook

/// Tables as plain text (CSV): UTF-8, fields parted by comma, semicolon or tab, quotes as in RFC 4180.
public enum DelimitedText {
    /// One line of the table; longer than a line of text when a quoted field holds line ends.
    public struct Record: Hashable, Sendable {
        /// The line of the file it starts on, 1-based.
        public let line: Int
        /// As written, without the quotes around them; at least one.
        public let fields: [String]

        /// Puts a record together; nothing is checked.
        public init(line: Int, fields: [String]) {
            self.line = line
            self.fields = fields
        }
    }

    /// Bytes of one file.
    public static let largestFile = 10 << 20
    /// Records in one file.
    public static let mostRecords = 20_000
    /// Fields in one record.
    public static let mostFields = 64
    /// Characters of one field (UTF-16 units, as a spreadsheet's cell).
    public static let longestField = 32_767

    /// Reads a whole file; lines with nothing but blanks are left out. O(n).
    ///
    /// Throws a refusal that names the line: `fileTooLarge`, `malformedText` for bytes that are no UTF-8 text and
    /// for quotes that do not match, `beyondLimits`.
    ///
    /// - Parameters:
    ///   - most: records that are taken.
    ///   - advice: the way out of a table that is too large, as a sentence.
    public static func parse(
        _ bytes: [UInt8], most: Int = mostRecords, advice: String = "Kirim hanya tabel kode dan jawaban."
    ) throws(Refusal) -> [Record] {
        guard bytes.count <= largestFile else {
            throw Refusal(.fileTooLarge, at: "", "Berkas ini lebih dari \(largestFile >> 20) MiB. \(advice)")
        }
        return try bytes.withUnsafeBufferPointer { (buffer) throws(Refusal) -> [Record] in
            let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
            let text = UnsafeBufferPointer(rebasing: buffer.dropFirst(buffer.starts(with: mark) ? mark.count : 0))
            if let line = firstUnreadableLine(text) {
                throw Refusal(
                    .malformedText, at: place(line),
                    "Baris \(line) memuat huruf yang tidak terbaca sebagai UTF-8. Di Excel pilih Simpan Sebagai, jenis “CSV UTF-8”, lalu kirim kembali.")
            }
            var reader = DelimitedTextReader(text, most: most, advice: advice)
            return try reader.records()
        }
    }

    /// The place of a finding on a line.
    static func place(_ line: Int) -> String { "baris \(line)" }

    /// The first line that is not UTF-8, or that holds a zero byte, which no text does; `nil` when all is well.
    private static func firstUnreadableLine(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        if !text.contains(0), isUTF8(text) { return nil }
        var line = 1
        var start = 0
        for at in 0...text.count {
            guard at == text.count || text[at] == UInt8(ascii: "\n") || text[at] == UInt8(ascii: "\r") else { continue }
            let piece = UnsafeBufferPointer(rebasing: text[start..<at])
            if piece.contains(0) || !isUTF8(piece) { return line }
            start = at + 1
            // A carriage return counts only when no line feed follows.
            if at < text.count, text[at] == UInt8(ascii: "\n") || at + 1 == text.count || text[at + 1] != UInt8(ascii: "\n") {
                line += 1
            }
        }
        return line
    }

    private static func isUTF8(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        String(validating: text, as: UTF8.self) != nil
    }
}
