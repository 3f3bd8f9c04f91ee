import Rulebook

/// Reads records from text that is known to be UTF-8.
struct DelimitedTextReader {
    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    private let text: UnsafeBufferPointer<UInt8>
    private let delimiter: UInt8
    private let most: Int
    private let advice: String
    private var at = 0
    private var line = 1

    /// - Parameters:
    ///   - most: records that are taken.
    ///   - advice: the way out of a table that is too large.
    init(_ text: UnsafeBufferPointer<UInt8>, most: Int, advice: String) {
        self.text = text
        self.most = most
        self.advice = advice
        delimiter = Self.delimiter(of: text)
    }

    /// What parts the fields: whatever stands most often on the first line that holds anything, outside quotes.
    /// Where two are even, the one that is less likely to be part of a value.
    private static func delimiter(of text: UnsafeBufferPointer<UInt8>) -> UInt8 {
        let candidates = [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")]
        var counts = [0, 0, 0]
        var isQuoted = false
        var holdsAnything = false
        for byte in text {
            if byte == quote { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == lineFeed || byte == carriageReturn {
                if holdsAnything { break }
                counts = [0, 0, 0]
            } else if let index = candidates.firstIndex(of: byte) {
                counts[index] += 1
                holdsAnything = holdsAnything || byte != UInt8(ascii: "\t")
            } else if byte != UInt8(ascii: " ") {
                holdsAnything = true
            }
        }
        let most = counts.max() ?? 0
        return most > 0 ? candidates[counts.firstIndex(of: most) ?? 2] : UInt8(ascii: ",")
    }

    /// All records. Throws `malformedText` or `beyondLimits`.
    mutating func records() throws(Refusal) -> [DelimitedText.Record] {
        var records: [DelimitedText.Record] = []
        while at < text.count {
            let start = line
            let fields = try record()
            if fields.allSatisfy({ $0.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } }), fields.count == 1 { continue }
            guard records.count < most else {
                throw beyond("Tabel ini lebih dari \(most) baris.", on: start)
            }
            records.append(DelimitedText.Record(line: start, fields: fields))
        }
        return records
    }

    private mutating func record() throws(Refusal) -> [String] {
        let start = line
        var fields: [String] = []
        while true {
            guard fields.count < DelimitedText.mostFields else {
                throw beyond("Baris \(start) memuat lebih dari \(DelimitedText.mostFields) kolom.", on: start)
            }
            fields.append(try field())
            guard at < text.count, text[at] == delimiter else { break }
            at += 1
        }
        passLineEnd()
        return fields
    }

    private mutating func field() throws(Refusal) -> String {
        if at < text.count, text[at] == Self.quote { return try quotedField() }
        let start = at
        while at < text.count, text[at] != delimiter, text[at] != Self.lineFeed, text[at] != Self.carriageReturn {
            at += 1
        }
        return try bounded(text[start..<at], on: line)
    }

    private mutating func quotedField() throws(Refusal) -> String {
        let start = line
        at += 1
        var bytes: [UInt8] = []
        while true {
            guard at < text.count else {
                throw Refusal(
                    .malformedText, at: DelimitedText.place(start),
                    "Tanda petik yang dibuka pada baris \(start) tidak ditutup. Tutup tanda petik itu, atau hapus.")
            }
            let byte = text[at]
            if byte == Self.quote {
                at += 1
                guard at < text.count, text[at] == Self.quote else { break }
                bytes.append(byte)
                at += 1
            } else if byte == Self.lineFeed || byte == Self.carriageReturn {
                let from = at
                passLineEnd()
                bytes.append(contentsOf: text[from..<at])
            } else {
                bytes.append(byte)
                at += 1
            }
        }
        guard at == text.count || text[at] == delimiter || text[at] == Self.lineFeed || text[at] == Self.carriageReturn
        else {
            throw Refusal(
                .malformedText, at: DelimitedText.place(line),
                "Pada baris \(line) masih ada isi sesudah tanda petik tutup. Tulis tanda petik di dalam isi dua kali (\"\").")
        }
        return try bounded(bytes, on: start)
    }

    /// Goes past one line end, if one is here.
    private mutating func passLineEnd() {
        guard at < text.count, text[at] == Self.lineFeed || text[at] == Self.carriageReturn else { return }
        let pair = text[at] == Self.carriageReturn && at + 1 < text.count && text[at + 1] == Self.lineFeed
        at += pair ? 2 : 1
        line += 1
    }

    private func bounded(_ bytes: some Collection<UInt8>, on line: Int) throws(Refusal) -> String {
        let field = String(decoding: bytes, as: UTF8.self)
        guard bytes.count <= DelimitedText.longestField || field.utf16.count <= DelimitedText.longestField else {
            throw beyond("Satu isian pada baris \(line) lebih dari \(DelimitedText.longestField) huruf.", on: line)
        }
        return field
    }

    private func beyond(_ fault: String, on line: Int) -> Refusal {
        Refusal(.beyondLimits, at: DelimitedText.place(line), "\(fault) \(advice)")
    }
}
