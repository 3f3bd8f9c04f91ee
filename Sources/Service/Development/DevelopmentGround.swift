import Rulebook

/// What the rules of a candidacy's programme say about development: nothing of it stands in code.
struct DevelopmentGround: Sendable {
    /// The sheet that actions work on.
    let instrument: Instrument
    /// Months between two reviews, until the candidacy sets its own rhythm.
    let reviewMonths: Int
    /// Whole months of development before the nomination; `nil` where the regulation asks for none.
    let leastMonths: Int?
    /// Where the regulation says so, or leaves it open.
    let clause: String
    /// What each area of change is for.
    let guidance: [AreaGuidance]

    /// Finds the ground of a candidacy.
    typealias Source = @Sendable (CandidacyStore.Kept) throws -> DevelopmentGround

    /// What the programme says for a designation.
    init(_ rules: ProgrammeRules, instrument: Instrument, designation: Designation) {
        self.instrument = instrument
        let rule = rules.parts.development
        reviewMonths = rule.reviewEveryMonths
        leastMonths = rule.leastMonths[designation]
        clause = rule.clause
        guidance = rules.parts.areas
    }

    /// The grounds of the programmes that were read.
    static func source(_ programmes: PreparedProgrammes, _ instruments: PreparedInstruments) -> Source {
        { candidacy in
            let rules = try programmes.rules(candidacy.programme)
            return DevelopmentGround(
                rules, instrument: try instruments.instrument(rules.parts.instrument), designation: candidacy.designation)
        }
    }

    /// What an area is for; `nil` for the results.
    func guidance(for area: PlanArea) -> AreaGuidance? {
        guidance.first { $0.number == area.number }
    }
}
