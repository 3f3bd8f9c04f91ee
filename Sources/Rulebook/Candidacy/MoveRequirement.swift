/// One thing that must hold for a step, whether it does, and what to do when it does not.
public struct MoveRequirement: Hashable, Sendable {
    /// What must hold.
    public enum Subject: Hashable, Sendable {
        /// The candidacy stands where the step begins.
        case order
        /// The person has a role that takes the step.
        case role
        /// The person does not belong to the unit.
        case outsider
        /// Another person took that step.
        case apart(from: Move)
        /// The check holds.
        case check(Check)
        /// A document of the kind is on file.
        case document(DocumentKind)
        /// A reason is given.
        case reason
        /// The number of a decree, letter or minutes is given.
        case reference
        /// The day is not in the future and not before the last step.
        case day
        /// What the step brings along is there and fits, such as the next step of the review.
        case result
        /// The designation that this one presupposes is in force.
        case presupposed(Designation)
        /// No wait after a revocation is left.
        case wait
        /// The agency's proposals of the year are not void.
        case standing
        /// Nothing is left that somebody has to look at.
        case attention
        /// The unit is not closed.
        case unitOpen
        /// The unit is not on its way to the designation, and does not have it.
        case only
        /// The rules are in force for the year, and have what was chosen.
        case programme

        /// The code of a refusal for this reason.
        public var code: FindingCode {
            switch self {
            case .order: .moveOutOfOrder
            case .role: .moveNotYours
            case .outsider: .moveByInsider
            case .apart: .moveNeedsAnotherPerson
            case .check: .moveCheckUnmet
            case .document: .moveDocumentMissing
            case .reason, .reference: .moveIncomplete
            case .day: .moveDayInvalid
            case .result: .reviewStepRefused
            case .presupposed: .wbkAwardMissing
            case .wait: .waitingAfterRevocation
            case .standing: .agencyKnockedOut
            case .attention: .attentionPending
            case .unitOpen: .unitNotOpen
            case .only: .candidacyExists
            case .programme: .programmeUnknown
            }
        }

        /// Whether it shows only once somebody typed something.
        public var isTyped: Bool {
            switch self {
            case .reason, .reference, .day, .result: true
            default: false
            }
        }
    }

    /// What must hold.
    public let subject: Subject
    /// Whether it does.
    public let isMet: Bool
    /// What was found, in Indonesian.
    public let statement: String
    /// What to do when it is not met; empty when it is.
    public let wayOut: String
    /// Where the regulation says so; empty for what Zona itself asks for.
    public let clause: String

    /// Puts a requirement together.
    public init(_ subject: Subject, isMet: Bool, _ statement: String, wayOut: String, clause: String = "") {
        self.subject = subject
        self.isMet = isMet
        self.statement = statement
        self.wayOut = isMet ? "" : wayOut
        self.clause = clause
    }

    /// The requirement as people read it when it is not met: what holds, the way out, and the clause.
    public var message: String {
        [statement, wayOut, clause.isEmpty ? "" : "Dasar: \(clause)."].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

/// A step was refused for these reasons, all of them.
public struct MoveRefusal: Error, Hashable, Sendable {
    /// What is not met; at least one.
    public let unmet: [MoveRequirement]

    /// A refusal for these reasons.
    public init(_ unmet: [MoveRequirement]) {
        self.unmet = unmet
    }

    /// The refusal as pages and files show it.
    ///
    /// - Parameter place: the field at which a requirement is shown; empty for the form as a whole.
    public func refusal(at place: (MoveRequirement.Subject) -> String = { _ in "" }) -> Refusal {
        Refusal(unmet.map { .error($0.subject.code, at: place($0.subject), $0.message) })
    }
}
