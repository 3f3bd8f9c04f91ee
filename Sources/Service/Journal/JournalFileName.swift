/// What the files of a journal are called when people keep them.
enum JournalFileName {
    static func journal(_ code: String) -> String { plain("jurnal-\(code.lowercased())") }
    static func proof(_ sequence: Int) -> String { plain("bukti-\(sequence)") }
    static func checkpoint(_ size: Int) -> String { plain("titik-periksa-\(size)") }
    static func consistency(_ old: Int, _ new: Int) -> String { plain("bukti-lanjutan-\(old)-\(new)") }

    /// Only what is a letter of a name on every system and means nothing in a header.
    private static func plain(_ name: String) -> String {
        String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0)) ? $0 : "-" }) + ".jsonl"
    }
}
