/// A person's name as they write it, with titles if they like.
public struct PersonName: Hashable, Sendable {
    /// The name: blanks tidied, 1 to 120 characters.
    public let text: String

    /// The most characters, counted as Unicode scalars.
    public static let longest = 120

    /// Takes a name: blanks around it go, several inside become one.
    ///
    /// - Throws: ``PersonNameRefusal``
    /// - Complexity: O(length), and no more than 2,000 bytes are looked at
    public init(_ typed: String) throws(PersonNameRefusal) {
        guard typed.utf8.prefix(2_001).count <= 2_000 else { throw .tooLong }
        var tidy = String.UnicodeScalarView()
        var blankBefore = false
        var hasLetter = false
        for scalar in typed.unicodeScalars {
            if scalar.properties.generalCategory == .spaceSeparator || scalar == "\t" {
                blankBefore = true
                continue
            }
            guard !scalar.isUnseen else { throw .unseenCharacter }
            if blankBefore, !tidy.isEmpty { tidy.append(" ") }
            blankBefore = false
            if scalar.properties.isAlphabetic { hasLetter = true }
            tidy.append(scalar)
        }
        guard !tidy.isEmpty else { throw .missing }
        guard tidy.count <= Self.longest else { throw .tooLong }
        guard hasLetter else { throw .noLetter }
        text = String(tidy)
    }
}

/// Why a text is no person's name.
public enum PersonNameRefusal: Error, Hashable, Sendable {
    /// There is nothing but blanks.
    case missing
    /// Over 120 characters.
    case tooLong
    /// A character that cannot be seen or that turns the direction of writing.
    case unseenCharacter
    /// No letter at all.
    case noLetter

    /// The code, and the rule with the way out; `place` is the form's field.
    public func refusal(at place: String) -> Refusal {
        switch self {
        case .missing: Refusal(.personNameMalformed, at: place, "Nama kosong. Isi nama lengkap.")
        case .tooLong: Refusal(.personNameMalformed, at: place, "Nama paling panjang \(PersonName.longest) karakter. Singkat gelar atau nama tengah.")
        case .unseenCharacter:
            Refusal(.personNameMalformed, at: place, "Nama berisi tanda yang tidak terlihat atau pindah baris. Ketik ulang namanya, jangan ditempel.")
        case .noLetter: Refusal(.personNameMalformed, at: place, "Nama tidak berisi huruf. Isi nama lengkap.")
        }
    }
}

extension Unicode.Scalar {
    /// Control, format (direction marks among them), line and paragraph separators, surrogates, private use and unassigned characters.
    var isUnseen: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
        default: properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint
        }
    }
}
