/// A statement with its values apart from its text, so that nothing a person typed can become part of the text.
///
///     "SELECT name FROM agencies WHERE id = \(id)"        // text: … WHERE id = $1
///
/// Statements that are used often have the same text each time, so an engine prepares them once.
public struct SQL: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// The text with `$1`, `$2`, … in the place of values.
    public let text: String
    /// The values, in the order of their numbers.
    public let arguments: [SQLValue]

    /// A statement without values. The text is the programmer's, never a person's.
    public init(stringLiteral text: String) {
        self.text = text
        arguments = []
    }

    /// A statement with values in it.
    ///
    /// - Complexity: O(length of the text)
    public init(stringInterpolation parts: StringInterpolation) {
        text = parts.text
        arguments = parts.arguments
    }

    /// A statement whose text was put together before, such as one read from a schema file.
    ///
    /// - Parameters:
    ///   - text: with `$1`, `$2`, … for the values; never anything that a person typed.
    ///   - arguments: as many as the highest number in the text.
    public init(text: String, arguments: [SQLValue] = []) {
        self.text = text
        self.arguments = arguments
    }

    /// The placeholders that nearly every statement has; making them costs more than the rest of a statement.
    private static let numbers = (1...24).map { "$\($0)" }

    /// Collects text and values.
    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        var text = ""
        var arguments: [SQLValue] = []

        /// Makes room for the text and its values.
        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 3)
            arguments.reserveCapacity(interpolationCount)
        }

        /// Text of the statement.
        public mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        /// A value: its number goes into the text.
        public mutating func appendInterpolation(_ value: some SQLConvertible) {
            arguments.append(value.sqlValue)
            text += arguments.count <= SQL.numbers.count ? SQL.numbers[arguments.count - 1] : "$\(arguments.count)"
        }

        /// A value that may be missing: nothing stands in its place then.
        public mutating func appendInterpolation(_ value: (some SQLConvertible)?) {
            appendInterpolation(value.sqlValue)
        }

        /// A piece of a statement; its values are numbered on.
        ///
        /// - Complexity: O(length of the piece)
        public mutating func appendInterpolation(_ piece: SQL) {
            let before = arguments.count
            var digits = false
            var number = 0
            for character in piece.text.unicodeScalars {
                if digits, ("0"..."9").contains(character) {
                    number = number * 10 + Int(character.value) - 48
                    continue
                }
                if digits {
                    text += "\(number + before)"
                    (digits, number) = (false, 0)
                }
                text.unicodeScalars.append(character)
                digits = character == "$"
            }
            if digits { text += "\(number + before)" }
            arguments += piece.arguments
        }

        /// Values for `IN (…)`, separated by commas; an empty list becomes `NULL`, which nothing equals.
        public mutating func appendInterpolation(list values: some Collection<some SQLConvertible>) {
            guard !values.isEmpty else { return appendLiteral("NULL") }
            for (index, value) in values.enumerated() {
                if index > 0 { text += ", " }
                appendInterpolation(value)
            }
        }
    }
}
