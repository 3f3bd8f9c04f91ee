import Relational
import Rulebook

extension CandidacyChecks {
    /// Those of all features; each line is one feature's answer.
    static func all(_ instruments: PreparedInstruments) -> CandidacyChecks {
        let eligibility = EligibilityChecks(instruments: instruments)
        return CandidacyChecks(
            providers: [
                { try DeadlineChecks.results(of: $0, in: $1) },
                { try DeclarationChecks.results(for: $0.candidacy, under: $0.rules, on: $0.day, in: $1) },
                { try SelectionChecks.results(for: $0.candidacy, under: $0.rules, on: $0.day, in: $1) },
                { try DevelopmentChecks.results(of: $0, in: $1) },
                AssessmentChecks(terms: AssessmentTerms(instruments: instruments)).provider,
                { try eligibility.results(of: $0, in: $1) },
            ],
            documents: { try FilingChecks.documents(for: $0.candidacy, in: $1) },
            followers: [
                // From the appointment on, the first review is somebody's task.
                { move, candidacy, rules, session in
                    guard move.move == .appoint else { return }
                    try DevelopmentStart.begin(candidacy, every: rules.parts.development.reviewEveryMonths, in: session)
                }
            ])
    }
}
