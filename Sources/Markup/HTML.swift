/// A piece of markup that is safe to put into a page.
///
/// Written as a string literal with interpolations: the literal stands as it is, every interpolated text is
/// escaped for use between tags and inside double-quoted attributes.
///
///     let row: HTML = "<td title=\"\(typed)\">\(typed)</td>"
///
/// A literal is the only way to bring in raw markup: it is a `StaticString`, so text that came from anywhere
/// else cannot be passed off as one.
public struct HTML: Hashable, Sendable {
    /// The markup as UTF-8.
    public private(set) var bytes: [UInt8]

    /// Nothing.
    public init() {
        bytes = []
    }

    @usableFromInline
    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether there is nothing in it.
    public var isEmpty: Bool { bytes.isEmpty }

    /// The markup as text.
    ///
    /// - Complexity: O(length)
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Puts another piece behind this one.
    ///
    /// - Complexity: O(length of the other)
    public static func += (left: inout HTML, right: HTML) {
        left.bytes.append(contentsOf: right.bytes)
    }

    /// Two pieces, one behind the other.
    ///
    /// - Complexity: O(length)
    public static func + (left: HTML, right: HTML) -> HTML {
        HTML(bytes: left.bytes + right.bytes)
    }

    /// The markup of each element, one behind the other.
    ///
    /// - Complexity: O(length of the result)
    public static func each<Element>(_ elements: some Sequence<Element>, _ markup: (Element) -> HTML) -> HTML {
        var result = HTML()
        for element in elements { result += markup(element) }
        return result
    }
}

extension HTML: ExpressibleByStringInterpolation {
    /// Raw markup, straight from the source code.
    public init(stringLiteral literal: StaticString) {
        bytes = literal.withUTF8Buffer { Array($0) }
    }

    /// Raw markup with escaped texts in it.
    public init(stringInterpolation interpolation: Interpolation) {
        bytes = interpolation.bytes
    }
}
