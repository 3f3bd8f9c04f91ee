/// What a unit is and does, as far as it was told.
public struct UnitProfile: Hashable, Sendable {
    /// The rank of its head; `nil` while nobody said.
    public var echelon: Echelon?
    /// What it does for whom, in a sentence; empty while nobody said.
    public var function: String
    /// People who work there; `nil` while nobody said.
    public var headCount: Int64?
    /// Its budget of a year in rupiah; `nil` while nobody said.
    public var budget: Int64?
    /// The services it offers, in the order people gave them.
    public var services: [String]

    /// The most services that are listed.
    public static let mostServices = 30
    /// The longest service or function, in characters.
    public static let longestText = 300

    /// Puts a profile together; without arguments one of which nothing is known.
    public init(
        echelon: Echelon? = nil, function: String = "", headCount: Int64? = nil, budget: Int64? = nil,
        services: [String] = []
    ) {
        self.echelon = echelon
        self.function = function
        self.headCount = headCount
        self.budget = budget
        self.services = services
    }
}

/// A whole number about a unit, as people type it.
public enum UnitFigure: Sendable {
    /// People.
    case headCount
    /// Rupiah a year.
    case budget

    /// The greatest that is believed: a million people, a thousand trillion rupiah.
    public var maximum: Int64 {
        switch self {
        case .headCount: 1_000_000
        case .budget: 1_000_000_000_000_000
        }
    }

    /// Reads `1250`, `1.250` or, for money, `Rp1.250`: points only between groups of three digits, nothing behind a comma.
    ///
    /// - Returns: `nil` for anything else and for what is beyond ``maximum``.
    /// - Complexity: O(length)
    public func read(_ text: String) -> Int64? {
        var rest = Substring(text)
        if self == .budget, rest.prefix(2).lowercased() == "rp" {
            rest = rest.dropFirst(2)
            if rest.first == "." { rest = rest.dropFirst() }
            rest = rest.drop { $0 == " " || $0 == "\u{A0}" }
        }
        let groups = rest.split(separator: ".", omittingEmptySubsequences: false)
        guard let first = groups.first, !first.isEmpty, rest.utf8.count <= 24 else { return nil }
        if groups.count > 1 {
            guard first.utf8.count <= 3, groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) else { return nil }
        }
        let digits = groups.joined()
        guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let number = Int64(digits) else { return nil }
        return number <= maximum ? number : nil
    }
}
