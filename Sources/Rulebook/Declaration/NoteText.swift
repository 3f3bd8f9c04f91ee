/// A text that people write to explain something: a place, a reason, where something was published.
public enum NoteText {
    /// Why a text cannot be kept.
    public enum Problem: Error, Hashable, Sendable {
        /// There is nothing but blanks.
        case missing
        /// Fewer characters than asked for.
        case tooShort(Int)
        /// More characters than fit.
        case tooLong(Int)
        /// A character that cannot be seen.
        case unseenCharacter

        /// The rule with the way out, in Indonesian.
        public var message: String {
            switch self {
            case .missing: "Belum diisi. Isi dengan kalimat yang dapat dipahami orang lain."
            case .tooShort(let shortest): "Terlalu singkat. Tulis paling sedikit \(shortest) karakter agar dapat dipahami orang lain."
            case .tooLong(let longest): "Terlalu panjang. Singkatkan menjadi paling banyak \(longest) karakter."
            case .unseenCharacter: "Berisi tanda yang tidak terlihat. Ketik ulang, jangan ditempel."
            }
        }
    }

    /// Takes a text: blanks around it go, several in a line become one; line ends stay.
    ///
    /// - Parameters:
    ///   - shortest: characters at least, counted as Unicode scalars.
    ///   - longest: characters at most.
    /// - Throws: ``Problem``
    /// - Complexity: O(length), and of a text far over the limit only the beginning is looked at
    public static func read(_ typed: String, shortest: Int = 1, longest: Int) throws(Problem) -> String {
        guard typed.utf8.prefix(longest * 8 + 1).count <= longest * 8 else { throw .tooLong(longest) }
        var tidy = String.UnicodeScalarView()
        var blankBefore = false
        for line in typed.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            for scalar in line.unicodeScalars {
                if scalar.properties.generalCategory == .spaceSeparator || scalar == "\t" {
                    blankBefore = true
                    continue
                }
                guard !scalar.isUnseen else { throw .unseenCharacter }
                if blankBefore, let last = tidy.last, last != "\n" { tidy.append(" ") }
                blankBefore = false
                tidy.append(scalar)
            }
            blankBefore = false
            // Never two empty lines in a row, and none at the beginning.
            if !tidy.isEmpty, !tidy.suffix(2).allSatisfy({ $0 == "\n" }) { tidy.append("\n") }
        }
        while tidy.last == "\n" { tidy.removeLast() }
        guard !tidy.isEmpty else { throw .missing }
        guard tidy.count >= shortest else { throw .tooShort(shortest) }
        guard tidy.count <= longest else { throw .tooLong(longest) }
        return String(tidy)
    }
}
