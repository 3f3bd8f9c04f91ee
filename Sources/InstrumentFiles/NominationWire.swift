/// The last day of nomination, with other days that were announced.
struct DeadlineWire: StrictlyKeyed {
    struct AnnouncedWire: StrictlyKeyed {
        let year: Whole
        let day: String
        let source: String

        enum CodingKeys: String, CodingKey, CaseIterable { case year, day, source }
    }

    let month: Whole
    let day: Whole
    let announced: [Strict<AnnouncedWire>]
    let clause: String

    enum CodingKeys: String, CodingKey, CaseIterable { case month, day, announced, clause }
}

/// The kinds of units for which some checks do not stand in the way of the nomination.
struct AffirmationWire: StrictlyKeyed {
    let designation: String
    let waives: [String]
    let kinds: [Strict<ChoiceWire>]
    let text: String
    let clause: String

    enum CodingKeys: String, CodingKey, CaseIterable { case designation, waives, kinds, text, clause }
}

/// A designation that can be had only on top of another.
struct PresuppositionWire: StrictlyKeyed {
    let designation: String
    let presupposes: String
    let clause: String

    enum CodingKeys: String, CodingKey, CaseIterable { case designation, presupposes, clause }
}

/// What stands in the way after a revocation; without `revoked` of any designation, without `years` for ever.
struct WaitWire: StrictlyKeyed {
    let revoked: [String]?
    let proposed: String
    let years: Whole?
    let clause: String

    enum CodingKeys: String, CodingKey, CaseIterable { case revoked, proposed, years, clause }
}

/// How a designation is looked at again.
struct MonitoringWire: StrictlyKeyed {
    let everyYears: Whole?
    let exemptWhenProposedFor: String?
    let text: String
    let clause: String

    enum CodingKeys: String, CodingKey, CaseIterable { case everyYears, exemptWhenProposedFor, text, clause }
}
