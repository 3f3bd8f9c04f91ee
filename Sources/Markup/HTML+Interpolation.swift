extension HTML {
    /// What may stand between `\(` and `)`. Anything else does not compile: an optional text, for one, would
    /// otherwise print as `Optional(…)`.
    public struct Interpolation: StringInterpolationProtocol {
        var bytes: [UInt8] = []

        /// Called by the compiler, with a guess of the size.
        public init(literalCapacity: Int, interpolationCount: Int) {
            // Most interpolations are words or numbers.
            bytes.reserveCapacity(literalCapacity + interpolationCount * 48)
        }

        /// Raw markup, straight from the source code.
        public mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        /// Text from anywhere; escaped. A literal with tags in it, such as a branch of a choice, is markup and not text:
        /// so this is the last choice of the compiler, which would otherwise take `String` for it.
        @_disfavoredOverload
        public mutating func appendInterpolation(_ text: some StringProtocol) {
            Escaping.append(text, to: &bytes)
        }

        /// A whole number.
        public mutating func appendInterpolation(_ number: Int) {
            if (0...9).contains(number) {
                bytes.append(UInt8(ascii: "0") + UInt8(number))
            } else {
                bytes.append(contentsOf: String(number).utf8)
            }
        }

        /// Markup inside markup.
        public mutating func appendInterpolation(_ html: HTML) {
            bytes.append(contentsOf: html.bytes)
        }

        /// Markup, or nothing.
        public mutating func appendInterpolation(_ html: HTML?) {
            if let html { bytes.append(contentsOf: html.bytes) }
        }

        /// Pieces of markup, one behind the other.
        public mutating func appendInterpolation(_ pieces: [HTML]) {
            for piece in pieces { bytes.append(contentsOf: piece.bytes) }
        }

        /// An attribute with the blank before it, or nothing where it does not apply.
        public mutating func appendInterpolation(_ attribute: Attribute) {
            bytes.append(contentsOf: attribute.bytes)
        }

        /// An address, for `href`, `src` and `action`.
        public mutating func appendInterpolation(_ address: Address) {
            Escaping.append(address.text, to: &bytes)
        }
    }
}
