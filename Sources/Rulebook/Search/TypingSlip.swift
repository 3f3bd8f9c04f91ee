/// Words that were meant although others were typed: a letter too many, too few, another one, or two swapped.
///
/// Found by deletion (Garbe's symmetric delete): two words a few slips apart have a form in common when letters are left out of either. Only the first
/// seven letters take part, which loses nothing and keeps long words from having hundreds of forms.
public enum TypingSlip {
    /// The letters of a word of which forms are made.
    static let reach = 7

    /// How many slips are forgiven in a word of so many letters: none below 4, one up to 7, two above.
    public static func forgiven(inLength length: Int) -> Int {
        length < 4 ? 0 : length < 8 ? 1 : 2
    }

    /// The forms of a word with letters left out, itself among them, under which it is kept and looked for; none for words in which no slip is
    /// forgiven. At most 29.
    ///
    /// - Complexity: O(1)
    public static func forms(of word: String) -> [String] {
        let letters = Array(word.unicodeScalars)
        let slips = forgiven(inLength: letters.count)
        guard slips > 0 else { return [] }
        var forms: Set<[Unicode.Scalar]> = [Array(letters.prefix(reach))]
        var last = forms
        for _ in 0..<slips {
            var next: Set<[Unicode.Scalar]> = []
            for form in last {
                for place in form.indices {
                    var shorter = form
                    shorter.remove(at: place)
                    next.insert(shorter)
                }
            }
            forms.formUnion(next)
            last = next
        }
        return forms.map { form in
            var text = String.UnicodeScalarView()
            text.append(contentsOf: form)
            return String(text)
        }.sorted()
    }

    /// How many slips lie between two words, swapping two neighbours counted as one; `nil` when more than are forgiven in the shorter one.
    ///
    /// - Complexity: O(product of the lengths), which are bounded by `SearchText.longestWord`
    public static func slips(between one: String, and other: String) -> Int? {
        let a = Array(one.unicodeScalars.prefix(SearchText.longestWord + 1))
        let b = Array(other.unicodeScalars.prefix(SearchText.longestWord + 1))
        let most = forgiven(inLength: min(a.count, b.count))
        guard abs(a.count - b.count) <= most else { return nil }
        if a == b { return 0 }
        guard most > 0 else { return nil }
        var before: [Int] = []
        var row = Array(0...b.count)
        for i in a.indices {
            var next = [i + 1]
            next.reserveCapacity(b.count + 1)
            for j in b.indices {
                var cost = min(row[j + 1] + 1, next[j] + 1, row[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
                next.append(cost)
            }
            (before, row) = (row, next)
        }
        return row[b.count] <= most ? row[b.count] : nil
    }
}
