public import ExactMath

/// Somebody on the roll, as far as counting needs to know.
public struct RollEntry: Hashable, Sendable {
    /// The days on which they work in the unit.
    public let employment: Employment
    /// The day on which they signed; `nil` while they did not.
    public let signedOn: Day?

    /// Puts an entry together.
    public init(employment: Employment, signedOn: Day?) {
        self.employment = employment
        self.signedOn = signedOn
    }

    /// Whether their name stands under the pact on a day.
    public func hasSigned(by day: Day) -> Bool {
        if let signedOn { signedOn <= day } else { false }
    }
}

/// How many of a unit's people have signed, counted exactly on a day. Whoever came later or has left is not counted.
///
/// Clause: PermenPANRB 52/2014 Lampiran Bab II.A.3 ("all or most employees; the rest may follow").
public struct PactCoverage: Hashable, Sendable {
    /// Who works there on the day.
    public private(set) var employed = 0
    /// Of those, who has signed by then.
    public private(set) var signed = 0
    /// Of those, who came after the declaration.
    public private(set) var newcomers = 0
    /// Who came after the declaration and has not signed.
    public private(set) var newcomersUnsigned = 0
    /// The day of counting.
    public let day: Day
    /// The day of the declaration; `nil` while there is none, and then nobody is new.
    public let declaredOn: Day?

    /// Nobody yet.
    public init(on day: Day, declaredOn: Day?) {
        self.day = day
        self.declaredOn = declaredOn
    }

    /// Takes one entry of the roll into the count.
    public mutating func count(_ entry: RollEntry) {
        guard entry.employment.covers(day) else { return }
        let hasSigned = entry.hasSigned(by: day)
        employed += 1
        if hasSigned { signed += 1 }
        guard let declaredOn, entry.employment.began(after: declaredOn) else { return }
        newcomers += 1
        if !hasSigned { newcomersUnsigned += 1 }
    }

    /// Who works there and has not signed.
    public var unsigned: Int { employed - signed }

    /// The part that has signed, 0 to 1; `nil` while nobody works there.
    public var share: Ratio? { (try? Ratio(Int128(signed), over: Int128(employed))) ?? nil }

    /// Whether enough have signed. Never, while nobody works there.
    public func meets(_ rule: PactRule) -> Bool { rule.isMet(signed: signed, of: employed) }

    /// How many more have to sign; 0 when enough have, `nil` when not even all would do.
    public func missing(for rule: PactRule) -> Int? { rule.needed(of: employed).map { max(0, $0 - signed) } }
}
