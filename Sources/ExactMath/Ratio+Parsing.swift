/// Why a text is not a number Zona accepts.
public enum NumberRefusal: Error, Hashable, Sendable {
    /// Nothing there at all.
    case empty
    /// A character other than digits, one leading sign and one decimal mark; also a second mark, which could
    /// have been meant as a thousands mark and is never guessed.
    case malformed
    /// More than 30 digits, or an exponent outside ±30.
    case tooLong
}

extension Ratio {
    /// Most digits a typed number may have, before and after the mark together.
    static let longestNumber = 30

    /// Reads a decimal number as people type it: digits with at most one decimal mark, comma or point.
    ///
    /// `3,78` and `3.78` are the same number. `1.234,5`, `1 000`, `1e3`, `.5` and `5.` are refused.
    /// - Throws: ``NumberRefusal``
    /// - Complexity: O(length)
    public init(decimal text: some StringProtocol) throws(NumberRefusal) {
        self = try Self.parse(text.utf8, allowingExponent: false, commaIsMark: true)
    }

    /// Reads a number as a spreadsheet stores it: a point as mark and perhaps an exponent, `1.5E-05`.
    ///
    /// - Throws: ``NumberRefusal``
    /// - Complexity: O(length + exponent)
    public init(stored text: some StringProtocol) throws(NumberRefusal) {
        self = try Self.parse(text.utf8, allowingExponent: true, commaIsMark: false)
    }

    private static func parse(
        _ bytes: some Collection<UInt8>, allowingExponent: Bool, commaIsMark: Bool
    ) throws(NumberRefusal) -> Ratio {
        var rest = bytes[...]
        guard !rest.isEmpty else { throw .empty }
        let negative = rest.first == UInt8(ascii: "-")
        if negative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        var digits: Int128 = 0
        var count = 0
        var places: Int?
        var lastWasDigit = false
        while let byte = rest.first {
            if byte >= 0x30, byte <= 0x39 {
                guard count < longestNumber else { throw .tooLong }
                digits = digits * 10 + Int128(byte - 0x30)
                count += 1
                if let seen = places { places = seen + 1 }
                lastWasDigit = true
            } else if byte == UInt8(ascii: ".") || (commaIsMark && byte == UInt8(ascii: ",")) {
                guard places == nil, lastWasDigit else { throw .malformed }
                places = 0
                lastWasDigit = false
            } else {
                break
            }
            rest = rest.dropFirst()
        }
        guard lastWasDigit else { throw .malformed }
        var exponent = -(places ?? 0)
        if !rest.isEmpty {
            guard allowingExponent else { throw .malformed }
            exponent += try parseExponent(rest)
        }
        return try scaled(negative ? -digits : digits, by: exponent)
    }

    private static func parseExponent(_ bytes: some Collection<UInt8>) throws(NumberRefusal) -> Int {
        guard let mark = bytes.first, mark | 0x20 == UInt8(ascii: "e") else { throw .malformed }
        var rest = bytes.dropFirst()
        let negative = rest.first == UInt8(ascii: "-")
        if negative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        guard !rest.isEmpty else { throw .malformed }
        var value = 0
        for byte in rest {
            guard byte >= 0x30, byte <= 0x39 else { throw .malformed }
            value = value * 10 + Int(byte - 0x30)
            guard value <= longestNumber else { throw .tooLong }
        }
        return negative ? -value : value
    }

    private static func scaled(_ digits: Int128, by exponent: Int) throws(NumberRefusal) -> Ratio {
        do throws(Overflow) {
            var power: Int128 = 1
            for _ in 0..<abs(exponent) { power = try product(power, 10) }
            return exponent >= 0 ? Ratio(reduced: try product(digits, power), 1) : try reduce(digits, power)
        } catch {
            throw .tooLong
        }
    }
}
