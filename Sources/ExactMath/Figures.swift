/// Writes numbers for people: comma, fixed decimals, true minus. Pages and the command line share it.
public struct Figures: Sendable {
    /// Decimals of scores.
    public let places: Int

    /// - Parameter places: decimals of scores, 0 to 12.
    public init(places: Int) {
        self.places = places
    }

    /// Where two decimals would hide a difference, as many more are written until it shows, up to this.
    private static let mostPlaces = 12

    /// `74,75`.
    public func plain(_ number: Ratio) -> String {
        Self.minus(number.rounded(places: places, mark: .comma))
    }

    /// `+1,25`, `−0,25`, or `0,00` for exactly nothing. A gap is never rounded away.
    public func signed(_ number: Ratio) -> String {
        guard number != .zero else { return plain(number) }
        var text = number.rounded(places: places, mark: .comma)
        var places = places
        while places < Self.mostPlaces, !text.contains(where: { ("1"..."9").contains($0) }) {
            places += 1
            text = number.rounded(places: places, mark: .comma)
        }
        return number < .zero ? Self.minus(text) : "+" + text
    }

    /// A measured value beside its minimum: 74,996 against 75 is not written 75,00.
    public func measured(_ number: Ratio, against minimum: Ratio) -> String {
        var text = number.rounded(places: places, mark: .comma)
        guard number != minimum else { return Self.minus(text) }
        var places = places
        while places < Self.mostPlaces, text == minimum.rounded(places: places, mark: .comma) {
            places += 1
            text = number.rounded(places: places, mark: .comma)
        }
        return Self.minus(text)
    }

    /// Four decimals, as a trace has them.
    public func fine(_ number: Ratio) -> String {
        Self.minus(number.rounded(places: max(places, 4), mark: .comma))
    }

    /// As short as exact allows: `17,5`, `60`; four decimals where it never ends.
    public func short(_ number: Ratio) -> String {
        Self.minus(number.finiteDecimal(mark: .comma) ?? number.rounded(places: 4, mark: .comma))
    }

    /// A count with points between thousands: `1.234.567`.
    public func count(_ number: Int) -> String {
        var groups: [Substring] = []
        var digits = Substring(String(number.magnitude))
        while digits.count > 3 {
            groups.insert(digits.suffix(3), at: 0)
            digits = digits.dropLast(3)
        }
        groups.insert(digits, at: 0)
        return (number < 0 ? "−" : "") + groups.joined(separator: ".")
    }

    /// A part of a whole as an SVG length, `72.841%`, never outside 0 to 100.
    public func width(_ part: Ratio, of whole: Ratio) -> String {
        let share = (try? part / whole) ?? nil
        let percent = share.flatMap { try? $0.clamped(from: .zero, to: .one) * Ratio(100) } ?? .zero
        return percent.rounded(places: 3) + "%"
    }

    private static func minus(_ text: String) -> String {
        text.first == "-" ? "−" + text.dropFirst() : text
    }
}
