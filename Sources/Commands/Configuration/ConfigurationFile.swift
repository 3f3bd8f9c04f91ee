import Rulebook

/// A file of settings: `kunci = nilai` on each line, `#` for remarks. There is nothing else to learn and nothing to
/// nest, so whoever looks after the machine can write it with any editor.
struct ConfigurationFile {
    struct Entry {
        let key: String
        let value: String
        /// Counted from 1.
        let line: Int
    }

    /// Bytes; hundreds of times what all settings need.
    static let largest = 64 << 10

    /// What was understood, in the order of the lines.
    private(set) var entries: [Entry] = []
    /// What was not, each at its line.
    private(set) var problems: [Finding] = []

    /// - Parameters:
    ///   - path: as it is named in messages.
    ///   - known: keys that mean something.
    /// - Complexity: O(length)
    init(_ bytes: [UInt8], path: String, known: [String]) {
        guard let text = String(validating: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...], as: UTF8.self) else {
            problems = [.error(.malformedText, at: path, "Berkas konfigurasi harus teks UTF-8. Simpan ulang sebagai teks biasa.")]
            return
        }
        var lines: [String: Int] = [:]
        // By bytes: to Swift, the line end of Windows is one character, which is no "\n".
        for (index, bytes) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let raw = Substring(bytes)
            let number = index + 1
            let place = "\(path) baris \(number)"
            switch Self.read(raw.last == "\r" ? raw.dropLast() : raw) {
            case .nothing: continue
            case .problem(let message): problems.append(.error(.configurationMalformed, at: place, message))
            case .pair(let key, let value):
                if let first = lines[key] {
                    problems.append(
                        .error(.duplicateSetting, at: place, "Pengaturan “\(key)” sudah ditulis di baris \(first). Hapus salah satu."))
                } else if known.contains(key) {
                    lines[key] = number
                    entries.append(Entry(key: key, value: value, line: number))
                } else {
                    lines[key] = number
                    problems.append(.error(.unknownSetting, at: place, Self.unknown(key, known)))
                }
            }
        }
    }

    private enum Line {
        case nothing
        case pair(String, String)
        case problem(String)
    }

    private static func read(_ raw: Substring) -> Line {
        let line = trimmed(raw)
        guard !line.isEmpty, line.first != "#" else { return .nothing }
        guard line.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F || $0 == "\t" }) else {
            return .problem("Baris ini berisi tanda yang tidak terlihat. Tulis ulang barisnya.")
        }
        guard line.first != "[" else { return .problem("Bagian seperti [nama] tidak ada. Hapus baris ini.") }
        guard let equals = line.firstIndex(of: "=") else {
            return .problem("Baris ini bukan `kunci = nilai`. Beri tanda # di depannya bila itu catatan.")
        }
        let key = trimmed(line[..<equals])
        let value = trimmed(withoutRemark(line[line.index(after: equals)...]))
        guard !key.isEmpty, key.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") }) else {
            return .problem("Nama pengaturan hanya huruf kecil, angka, dan tanda hubung, misalnya `metrics-port = 9090`.")
        }
        guard !value.isEmpty else {
            return .problem("Pengaturan “\(key.prefix(60))” tidak diberi nilai. Isi nilainya, atau hapus barisnya.")
        }
        guard !"\"'".contains(value.first ?? "a"), !"\"'".contains(value.last ?? "a") else {
            return .problem("Nilai “\(key.prefix(60))” ditulis dengan tanda petik. Tulis tanpa tanda petik.")
        }
        return .pair(String(key), String(value))
    }

    /// A remark begins with `#` after a blank; one inside a word, as in a password, is part of it.
    private static func withoutRemark(_ text: Substring) -> Substring {
        var previous: Character = " "
        for index in text.indices {
            if text[index] == "#", previous == " " || previous == "\t" { return text[..<index] }
            previous = text[index]
        }
        return text
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " || $0 == "\t" }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }

    /// The message for a name that means nothing, with the name that was probably meant.
    static func unknown(_ key: String, _ known: [String]) -> String {
        let wrong = Array(key.utf8.prefix(60))
        let near = known.map { (name: $0, distance: distance(wrong, Array($0.utf8))) }.min { $0.distance < $1.distance }
        let way =
            near.flatMap { $0.distance <= 3 ? "Mungkin yang dimaksud “\($0.name)”." : nil }
            ?? "Lihat daftarnya dengan `zona config show`."
        return "Pengaturan “\(key.prefix(60))” tidak dikenal. \(way)"
    }

    /// How many letters must be exchanged, added or left out.
    ///
    /// - Complexity: O(n · m)
    private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
        var row = Array(0...other.count)
        for (i, a) in one.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in other.enumerated() {
                let substituted = diagonal + (a == b ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substituted, diagonal + 1, row[j] + 1)
            }
        }
        return row[other.count]
    }
}
