/// The table itself. `docs/hak-akses.md` shows what it comes to; a test compares them.
extension AccessPolicy {
    /// How far a role carries a capability; `nil`, the default, is not at all.
    static func reach(of role: Role, for capability: Capability) -> Reach? {
        switch role {
        case .unitMember: unitMember(capability)
        case .unitHead: unitHead(capability)
        case .assessorMember, .assessorController, .assessorLead: assessor(capability)
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
        default: nil
        }
    }

    private static func unitHead(_ capability: Capability) -> Reach? {
        switch capability {
        case .listAccounts, .seeAccount: .within
        default: unitMember(capability)
        }
    }

    private static func assessor(_ capability: Capability) -> Reach? {
        switch capability {
        case .seeAgency: .itsAgency
        case .listUnits, .seeUnit: .within
        default: nil
        }
    }

    private static func agencyAdministrator(_ capability: Capability) -> Reach? {
        switch capability {
        case .listAccounts, .seeAccount, .inviteAccount, .correctAccount, .closeAccount, .endSessions, .issueResetLink, .approveResetLink: .within
        case .grantRole, .revokeRole, .requireSecondFactor: .within
        case .seeAgency, .editAgency, .listUnits, .createUnit, .seeUnit, .editUnit, .closeUnit: .within
        case .readJournal, .exportJournal, .seeProof: .within
        default: nil
        }
    }

    private static func agencyHead(_ capability: Capability) -> Reach? {
        switch capability {
        case .listAccounts, .seeAccount, .seeAgency, .listUnits, .seeUnit, .readJournal, .exportJournal, .seeProof: .within
        default: nil
        }
    }

    private static func nationalReviewer(_ capability: Capability) -> Reach? {
        switch capability {
        case .listAgencies, .seeAgency, .listUnits, .seeUnit: .within
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
        default: nil
        }
    }

    private static func auditor(_ capability: Capability) -> Reach? {
        switch capability {
        case .listAccounts, .seeAccount, .seeAgency, .listUnits, .seeUnit, .readJournal, .exportJournal, .seeProof: .within
        default: nil
        }
    }
}
