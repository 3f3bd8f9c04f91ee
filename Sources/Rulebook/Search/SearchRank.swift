/// How well a name fits what was typed; the lesser comes first.
public struct SearchRank: Hashable, Comparable, Sendable {
    /// How a word fits one that was typed.
    public enum Fit: Int, Comparable, Sendable {
        /// The same word.
        case exact
        /// The word begins with what was typed.
        case beginning
        /// One slip apart.
        case slip
        /// Two slips apart.
        case twoSlips

        /// The better fit is the lesser one.
        public static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }
    }

    /// The worst fit of any typed word.
    public let worst: Fit
    /// The fits of all typed words added up.
    let sum: Int
    /// Words of the name that nobody typed.
    let others: Int

    /// How a name fits; `nil` when one of the typed words fits none of its words.
    ///
    /// - Parameters:
    ///   - words: of the name, as `SearchText` gives them.
    ///   - typed: what is looked for, as `SearchText` gives it; not empty.
    /// - Complexity: O(words · typed)
    public init?(_ words: [String], typed: [String]) {
        var worst = Fit.exact
        var sum = 0
        for wanted in typed {
            guard let best = words.compactMap({ Self.fit(of: $0, typed: wanted) }).min() else { return nil }
            worst = max(worst, best)
            sum += best.rawValue
        }
        self.worst = worst
        self.sum = sum
        others = max(0, words.count - typed.count)
    }

    /// How a word fits one that was typed; `nil` when it does not.
    ///
    /// - Complexity: O(product of the lengths)
    public static func fit(of word: String, typed: String) -> Fit? {
        if word == typed { return .exact }
        if word.unicodeScalars.starts(with: typed.unicodeScalars) { return .beginning }
        return TypingSlip.slips(between: word, and: typed).map { $0 <= 1 ? .slip : .twoSlips }
    }

    /// The better one is the lesser one: by its worst word, then by all, then the shorter name.
    public static func < (left: SearchRank, right: SearchRank) -> Bool {
        (left.worst.rawValue, left.sum, left.others) < (right.worst.rawValue, right.sum, right.others)
    }
}
