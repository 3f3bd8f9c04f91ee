/// What a list is searched for; it decides which words of a name count.
public enum SearchKind: String, CaseIterable, Hashable, Sendable {
    /// Work units.
    case unit
    /// People.
    case person = "orang"
}

/// The words by which a name is found: lower case, one spelling for the old and the new way of writing, without what people leave out
/// when they search.
public enum SearchText {
    /// Raised when the same name comes to give other words; an index made with another version is made anew.
    public static let version = 1
    /// The most words of one name that count.
    public static let mostWords = 24
    /// The most words of a search that count.
    public static let mostTypedWords = 6
    /// Scalars of a word that count.
    public static let longestWord = 40

    /// The words under which a name is kept.
    ///
    /// - Complexity: O(length)
    public static func words(of name: String, _ kind: SearchKind) -> [String] {
        tidied(name, kind, keepsAbbreviations: true, most: mostWords)
    }

    /// The words that somebody looks for.
    ///
    /// - Parameter typed: any text; what is behind the first 200 characters does not count.
    /// - Complexity: O(length)
    public static func typed(_ typed: String, _ kind: SearchKind) -> [String] {
        tidied(String(typed.prefix(200)), kind, keepsAbbreviations: false, most: mostTypedWords)
    }

    private static func tidied(_ text: String, _ kind: SearchKind, keepsAbbreviations: Bool, most: Int) -> [String] {
        let plain = kind == .person ? NameTitles.removed(from: tokens(text)) : connectivesRemoved(from: tokens(text).flatMap(\.self))
        var words: [String] = []
        var seen: Set<String> = []
        func add(_ word: String) {
            let folded = SearchSpelling.folded(String(String.UnicodeScalarView(word.unicodeScalars.prefix(longestWord))))
            guard words.count < most, !folded.isEmpty, seen.insert(folded).inserted else { return }
            words.append(folded)
        }
        for word in plain {
            guard let meant = SearchAbbreviations.meaning(of: word, kind) else {
                add(word)
                continue
            }
            meant.forEach(add)
            if keepsAbbreviations { add(word) }
        }
        return words
    }

    /// The text in pieces between commas, each as its words in lower case and plain letters. What stands together with points only, such as
    /// `S.H.`, is one word when it is a degree and several otherwise.
    static func tokens(_ text: String) -> [[String]] {
        var parts: [[String]] = [[]]
        var run = ""
        func close() {
            defer { run = "" }
            let pieces = run.split(separator: ".").map(String.init)
            let joined = pieces.joined()
            guard !joined.isEmpty else { return }
            parts[parts.count - 1] += pieces.count > 1 && !NameTitles.isTitle(joined) ? pieces : [joined]
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case ",", ";":
                close()
                parts.append([])
            case "'", "’", "‘", "`", "ʻ", "ʼ": continue
            case ".": run += "."
            default:
                let plain = SearchSpelling.plain(scalar)
                if plain.isEmpty { close() } else { run += plain }
            }
        }
        close()
        return parts.filter { !$0.isEmpty }
    }

    /// Without small words that nobody types alike; when there is nothing else, they stay.
    private static func connectivesRemoved(from words: [String]) -> [String] {
        let rest = words.filter { !SearchAbbreviations.connectives.contains($0) }
        return rest.isEmpty ? words : rest
    }
}
