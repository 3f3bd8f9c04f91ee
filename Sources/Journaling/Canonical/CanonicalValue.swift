/// A value that has exactly one text: a strict part of JSON, whose text is also its RFC 8785 form.
///
/// Keys consist of `a…z`, `0…9` and `_`; numbers are integers within ±(2⁵³ − 1), so that every JSON library reads them
/// exactly; there are no blanks.
public enum CanonicalValue: Sendable {
    /// Named values. Keys have 1 to ``maximumKeyBytes`` characters.
    case object([String: CanonicalValue])
    /// Values in order.
    case array([CanonicalValue])
    /// Any Unicode text; it is not normalised.
    case text(String)
    /// A whole number, from −(2⁵³ − 1) to 2⁵³ − 1.
    case integer(Int)
    /// True or false.
    case truth(Bool)
    /// Nothing.
    case null

    /// The most levels of objects and arrays.
    public static let maximumDepth = 16
    /// The most bytes of a canonical text.
    public static let maximumBytes = 65_536
    /// The most characters of a key.
    public static let maximumKeyBytes = 64
    /// The greatest integer; the least is its negative.
    public static let maximumInteger = 9_007_199_254_740_991
}

extension CanonicalValue: Hashable {
    /// Whether both have the same canonical text. Two texts that only look alike are different. O(size)
    public static func == (left: CanonicalValue, right: CanonicalValue) -> Bool {
        switch (left, right) {
        case (.object(let left), .object(let right)): left == right
        case (.array(let left), .array(let right)): left == right
        case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
        case (.integer(let left), .integer(let right)): left == right
        case (.truth(let left), .truth(let right)): left == right
        case (.null, .null): true
        default: false
        }
    }

    /// Agrees with `==`. O(size)
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .object(let fields): hasher.combine(fields)
        case .array(let values): hasher.combine(values)
        case .text(let text): for byte in text.utf8 { hasher.combine(byte) }
        case .integer(let number): hasher.combine(number)
        case .truth(let truth): hasher.combine(truth)
        case .null: hasher.combine(0)
        }
    }
}

extension CanonicalValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A text.
    public init(stringLiteral value: String) { self = .text(value) }
    /// An integer.
    public init(integerLiteral value: Int) { self = .integer(value) }
    /// A truth value.
    public init(booleanLiteral value: Bool) { self = .truth(value) }
    /// An array.
    public init(arrayLiteral elements: CanonicalValue...) { self = .array(elements) }
    /// An object. Of two equal keys the later one counts.
    public init(dictionaryLiteral elements: (String, CanonicalValue)...) {
        self = .object(Dictionary(elements) { _, later in later })
    }
}
