/// Names and values that tell the numbers of one metric apart. Values must come from a small fixed set: each new one
/// is a series of its own for ever, and none may say who somebody is.
public struct MetricLabels: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    private let pairs: [String]

    /// Labels in the order given; letters that a name may not hold become `_`.
    public init(dictionaryLiteral elements: (String, String)...) {
        self.init(elements)
    }

    init(_ elements: [(String, String)]) {
        pairs = elements.map { "\(MetricName.tidied($0, colons: false))=\"\(Self.escaped($1))\"" }
    }

    /// In braces, together with one more; nothing when there is none.
    func text(_ more: String? = nil) -> String {
        let all = more.map { pairs + [$0] } ?? pairs
        return all.isEmpty ? "" : "{" + all.joined(separator: ",") + "}"
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}

/// One number of a metric at the moment it was asked for.
public struct MetricSample: Hashable, Sendable {
    let labels: MetricLabels
    let value: Int
    let places: Int

    /// - Parameters:
    ///   - value: the number times ten to the power of `places`.
    ///   - places: decimal places, so that seconds need no floating point: 1,250 with 3 places is 1.25 seconds.
    public init(_ labels: MetricLabels, _ value: Int, places: Int = 0) {
        self.labels = labels
        self.value = value
        self.places = max(places, 0)
    }

    /// The only number of a metric: ten to the power of `places` times too large, as above.
    public init(_ value: Int, places: Int = 0) {
        self.init([:], value, places: places)
    }

    /// The number in decimal notation.
    var number: String { Self.decimal(value, places: places) }

    static func decimal(_ value: Int, places: Int) -> String {
        guard places > 0 else { return String(value) }
        var digits = String(value.magnitude)
        if digits.count <= places { digits = String(repeating: "0", count: places + 1 - digits.count) + digits }
        var fraction = digits.suffix(places)
        while fraction.last == "0" { fraction.removeLast() }
        let sign = value < 0 ? "-" : ""
        return sign + digits.dropLast(places) + (fraction.isEmpty ? "" : "." + fraction)
    }
}

/// How Prometheus writes names.
enum MetricName {
    /// The name with letters replaced that may not occur.
    static func tidied(_ name: String, colons: Bool = true) -> String {
        var text = ""
        for scalar in name.unicodeScalars {
            let fits = scalar.isASCII && (scalar.properties.isAlphabetic || scalar == "_" || (colons && scalar == ":"))
            let isDigit = ("0"..."9").contains(scalar)
            text.unicodeScalars.append(fits || (isDigit && !text.isEmpty) ? scalar : "_")
        }
        return text.isEmpty ? "_" : text
    }
}
