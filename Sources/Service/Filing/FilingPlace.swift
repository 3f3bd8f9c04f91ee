import Rulebook

/// Where a document belongs, which decides who may see it: people of the unit where one is named, otherwise only those
/// whose roles span the agency.
struct FilingPlace: Hashable, Sendable {
    let agency: AgencyID
    var unit: WorkUnitID?
    /// The way towards a designation that it was filed for.
    var candidacy: CandidacyID?

    init(_ agency: AgencyID, unit: WorkUnitID? = nil, candidacy: CandidacyID? = nil) {
        self.agency = agency
        self.unit = unit
        self.candidacy = candidacy
    }

    /// What access is asked for.
    var target: AccessTarget { unit.map { .unit($0, of: agency) } ?? agency.target }
}
