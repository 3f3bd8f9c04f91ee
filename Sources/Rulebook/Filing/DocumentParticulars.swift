/// What a letter or decree says of itself, as far as it was typed.
public struct DocumentParticulars: Hashable, Sendable {
    /// Characters of the longest number.
    public static let longestReference = 100

    /// The number of the letter or decree, such as `SK/12/2026`.
    public let reference: String?
    /// Its day.
    public let dated: Day?

    /// Reads both; empty texts stand for nothing.
    ///
    /// - Throws: `Refusal` of code `documentFieldMalformed` with each problem at its field.
    public init(reference: String, at referenceField: String, dated: String, at datedField: String, today: Day) throws(Refusal) {
        var findings: [Finding] = []
        let line = reference.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if line.unicodeScalars.count > Self.longestReference || !line.unicodeScalars.allSatisfy(\.isVisible) {
            findings.append(
                .error(.documentFieldMalformed, at: referenceField, "Isi nomor dengan paling banyak \(Self.longestReference) huruf dan angka, atau kosongkan."))
        }
        let day = Day(dated)
        if !dated.isEmpty {
            if let day {
                if day > today {
                    findings.append(.error(.documentFieldMalformed, at: datedField, "Tanggal dokumen belum tiba. Periksa kembali tahun dan bulannya."))
                }
            } else {
                findings.append(.error(.documentFieldMalformed, at: datedField, "Isi tanggal seperti 2026-11-24, atau kosongkan."))
            }
        }
        guard findings.isEmpty else { throw Refusal(findings) }
        self.reference = line.isEmpty ? nil : line
        self.dated = day
    }
}
