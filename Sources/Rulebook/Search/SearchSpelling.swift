/// One spelling for the ways in which the same Indonesian word is written.
///
/// Until 1972 u, j, c, y, sy, ny and kh were written oe, dj, tj, j, sj, nj and ch, and names still are. Since an old j is a y and a new one is not,
/// both come to stand for the same letter here, as do letters written twice.
public enum SearchSpelling {
    /// The word in the one spelling.
    ///
    /// - Parameter word: lower case.
    /// - Complexity: O(length)
    public static func folded(_ word: String) -> String {
        var letters: [Unicode.Scalar] = []
        var rest = Array(word.unicodeScalars)[...]
        while let first = rest.popFirst() {
            var letter = first
            switch (first, rest.first) {
            case ("o", "e"): (letter, rest) = ("u", rest.dropFirst())
            case ("d", "j"): (letter, rest) = ("j", rest.dropFirst())
            case ("t", "j"): (letter, rest) = ("c", rest.dropFirst())
            case ("c", "h"): letter = "k"
            case ("y", _): letter = "j"
            default: break
            }
            // Digits written twice mean something.
            if letters.last == letter, !("0"..."9").contains(letter) { continue }
            letters.append(letter)
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: letters)
        return String(text)
    }

    /// A letter or digit in lower case and without marks; empty for anything that is neither.
    static func plain(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "a"..."z", "0"..."9": return String(scalar)
        case "A"..."Z": return String(Unicode.Scalar(UInt8(scalar.value) | 0x20))
        default: break
        }
        guard scalar.value >= 0x80, scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return "" }
        // `LATIN SMALL LETTER E WITH ACUTE`
        let name = scalar.properties.name?.split(separator: " ") ?? []
        if name.count >= 5, name[0] == "LATIN", name[2] == "LETTER", name[4] == "WITH", name[3].utf8.count == 1 { return name[3].lowercased() }
        return scalar.properties.lowercaseMapping
    }
}
