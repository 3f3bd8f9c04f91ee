import Rulebook

/// Whose standings a page is about: an agency's own, or those of one of its units.
struct StandingPlace: Hashable, Sendable {
    let agency: AgencyID
    let unit: WorkUnitID?

    /// What the policy is asked about.
    var target: AccessTarget { unit.map { .unit($0, of: agency) } ?? agency.target }

    /// Whose facts they are.
    var holder: Fact.Holder { unit == nil ? .agency : .unit }

    /// What has to be allowed to look.
    var seeing: Capability { unit == nil ? .seeAgency : .seeUnit }

    /// The page.
    var path: SitePath { unit.map { .unitAction(agency, $0, .standings) } ?? .agencyAction(agency, .standings) }
}
