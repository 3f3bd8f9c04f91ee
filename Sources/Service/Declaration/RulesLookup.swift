import Rulebook

/// Finds the rules that a candidacy goes by; throws where there are none of that name.
typealias RulesLookup = @Sendable (_ programme: ProgrammeID) throws -> ProgrammeRules
