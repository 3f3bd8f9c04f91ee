/// The table itself. `docs/hak-akses.md` shows what it comes to; a test compares them.
extension AccessPolicy {
    /// How far a role carries a capability; `nil`, the default, is not at all.
    static func reach(of role: Role, for capability: Capability) -> Reach? {
        switch role {
        case .unitMember: unitMember(capability)
        case .unitHead: unitHead(capability)
        case .assessorMember, .assessorController: assessor(capability)
        case .assessorLead: assessorLead(capability)
        case .agencyAdministrator: agencyAdministrator(capability)
        case .agencyHead: agencyHead(capability)
        case .nationalReviewer: nationalReviewer(capability)
        case .nationalAdministrator: nationalAdministrator(capability)
        case .auditor: auditor(capability)
        }
    }

    private static func unitMember(_ capability: Capability) -> Reach? {
        switch capability {
        case .seeAgency: .itsAgency
        case .seeUnit: .within
        // The assessment by TPI: members fill in, the head hands in.
        case .seeAssessment, .recordUnitSheet: .within
        case .seeCandidacy: .within
        // Development
        case .seePlan, .draftPlan, .reportProgress: .within
        // Documents
        case .readDocument, .fileDocument: .within
        case .signPact: .within
        default: nil
        }
    }

    private static func unitHead(_ capability: Capability) -> Reach? {
        switch capability {
        case .listAccounts, .seeAccount: .within
        // The assessment by TPI
        case .handInUnitSheet: .within
        case .recordUnitSheet: nil
        case .startCandidacy, .moveCandidacy: .within
        // Development. Who heads the unit adopts the plan and writes none of it.
        case .adoptPlan, .reviewProgress: .within
        case .draftPlan: nil
        // Documents
        case .withdrawDocument: .within
        case .seePactRoll, .keepPactRoll, .stateReadiness: .within
        default: unitMember(capability)
        }
    }

    private static func assessor(_ capability: Capability) -> Reach? {
        switch capability {
        case .seeAgency: .itsAgency
        case .listUnits, .seeUnit: .within
        // The assessment by TPI: members fill in, the lead signs.
        case .seeAssessment, .declareInterests, .recordTeamSheet, .writeAssessmentReport, .seeMatrix: .within
        case .listCandidacies, .seeCandidacy: .within
        case .stateStanding, .revokeStanding: .within
        // Development
        case .seePlan, .reviewProgress: .within
        // Documents
        case .readDocument, .fileDocument: .within
        case .seePactRoll, .seeSelection: .within
        default: nil
        }
    }

    /// Which steps the lead takes says the programme; the members prepare them.
    private static func assessorLead(_ capability: Capability) -> Reach? {
        switch capability {
        case .formAssessmentTeam, .signAssessment, .moveCandidacy: .within
        case .recordTeamSheet: nil
        default: assessor(capability)
        }
    }

    private static func agencyAdministrator(_ capability: Capability) -> Reach? {
        switch capability {
        case .listAccounts, .seeAccount, .inviteAccount, .correctAccount, .closeAccount, .endSessions, .issueResetLink, .approveResetLink: .within
        case .grantRole, .revokeRole, .requireSecondFactor: .within
        case .seeAgency, .editAgency, .listUnits, .createUnit, .seeUnit, .editUnit, .closeUnit: .within
        case .stateStanding, .revokeStanding: .within
        case .readJournal, .exportJournal, .seeProof: .within
        // The assessment by TPI
        case .seeAssessment, .seeMatrix: .within
        case .listCandidacies, .seeCandidacy, .startCandidacy, .moveCandidacy, .settleCandidacy: .within
        // Development
        case .seePlan: .within
        // Documents
        case .readDocument, .fileDocument, .withdrawDocument: .within
        case .seePactRoll, .seeSelection, .keepSelection: .within
        default: nil
        }
    }

    private static func agencyHead(_ capability: Capability) -> Reach? {
        switch capability {
        case .listCandidacies, .seeCandidacy, .moveCandidacy, .settleCandidacy: .within
        case .seePactRoll, .seeSelection: .within
        case .listAccounts, .seeAccount, .seeAgency, .listUnits, .seeUnit, .readJournal, .exportJournal, .seeProof: .within
        // The assessment by TPI
        case .seeAssessment, .seeMatrix: .within
        // Development
        case .seePlan: .within
        // Documents
        case .readDocument, .fileDocument: .within
        default: nil
        }
    }

    private static func nationalReviewer(_ capability: Capability) -> Reach? {
        switch capability {
        case .listAgencies, .seeAgency, .listUnits, .seeUnit: .within
        // The assessment by TPI
        case .seeAssessment, .recordNationalSheet, .seeMatrix: .within
        case .listCandidacies, .seeCandidacy, .moveCandidacy, .settleCandidacy, .announceProgramme: .within
        // Development
        case .seePlan: .within
        // Documents and overview
        case .readDocument, .fileDocument, .seeNationalOverview: .within
        default: nil
        }
    }

    /// Answers for agencies and for accounts, not for what agencies write: no unit, no journal but the nation's own.
    private static func nationalAdministrator(_ capability: Capability) -> Reach? {
        switch capability {
        case .seeAccount, .correctAccount, .closeAccount, .endSessions, .issueResetLink, .approveResetLink: .within
        case .listAccounts, .inviteAccount, .grantRole, .revokeRole: .downToAgencies
        case .listAgencies, .createAgency, .seeAgency, .editAgency: .within
        case .requireSecondFactor, .readJournal, .exportJournal, .seeProof: .itself
        // Overview: numbers, nothing that an agency wrote
        case .seeNationalOverview: .itself
        default: nil
        }
    }

    private static func auditor(_ capability: Capability) -> Reach? {
        switch capability {
        case .listCandidacies, .seeCandidacy: .within
        case .seePactRoll, .seeSelection: .within
        case .listAccounts, .seeAccount, .seeAgency, .listUnits, .seeUnit, .readJournal, .exportJournal, .seeProof: .within
        // The assessment by TPI
        case .seeAssessment, .seeMatrix: .within
        // Development
        case .seePlan: .within
        // Documents
        case .readDocument: .within
        default: nil
        }
    }
}
