public import ExactMath

/// The letters a question may be answered with and what each is worth.
///
/// The values are the regulation's literals (B of four is 0,67, not two thirds).
public struct Scale: Hashable, Sendable {
    /// One letter of a scale.
    public struct Choice: Hashable, Sendable {
        /// The letter as it is shown: `A` to `E`, `Ya` or `Tidak`.
        public let letter: String
        /// What it is worth, 0 to 1.
        public let value: Ratio

        /// Puts a choice together; its value is checked with the whole scale.
        public init(letter: String, value: Ratio) {
            self.letter = letter
            self.value = value
        }
    }

    /// The scale's name inside the instrument file.
    public let name: String
    /// The scale as forms show it, such as `A/B/C` or `Ya/Tidak`.
    public let label: String
    /// Best first, worst last; two to eight of them.
    public let choices: [Choice]

    /// Puts a scale together; ``Instrument/init(_:)`` checks that the values of scales in use fall from 1 to 0.
    public init(name: String, label: String, choices: [Choice]) {
        self.name = name
        self.label = label
        self.choices = choices
    }

    /// The position of a letter, whatever its case.
    ///
    /// - Complexity: O(choices)
    public func position(of letter: some StringProtocol) -> Int? {
        choices.firstIndex { $0.letter.lowercased() == letter.lowercased() }
    }
}
