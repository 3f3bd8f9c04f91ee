/// The code and the name of an agency or a unit, as people type them.
public enum NamedThing {
    /// A code: 2 to 40 letters, digits, points and hyphens, in capitals. What is wrong with it goes into `findings`, located at `field`.
    public static func code(_ typed: String, at field: String, into findings: inout [Finding]) -> String {
        let code = typed.uppercased()
        let isPlain = code.unicodeScalars.allSatisfy {
            ("A"..."Z").contains($0) || ("0"..."9").contains($0) || $0 == "." || $0 == "-"
        }
        if !isPlain || !(2...40).contains(code.utf8.count) {
            findings.append(
                .error(.malformedName, at: field, "Isi kode dengan 2 sampai 40 huruf, angka, titik, atau tanda hubung."))
        }
        return code
    }

    /// A name: 3 to 200 characters that can be seen, blanks tidied. What is wrong with it goes into `findings`, located at `field`.
    public static func name(_ typed: String, at field: String, into findings: inout [Finding]) -> String {
        let name = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !isPlain(name) || !(3...200).contains(name.unicodeScalars.count) {
            findings.append(
                .error(.malformedName, at: field, "Isi nama dengan 3 sampai 200 huruf, tanpa tanda yang tidak tampak."))
        }
        return name
    }

    /// Whether every character of a text can be seen.
    ///
    /// - Complexity: O(length)
    public static func isPlain(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            switch $0.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
            default: true
            }
        }
    }
}
