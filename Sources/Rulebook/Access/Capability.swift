/// One thing that may be done; the policy knows each by name and allows none that it does not name.
public enum Capability: String, CaseIterable, Hashable, Sendable {
    // One's own account
    case seeOwnAccount, changeOwnAccount, exportOwnData, closeOwnAccount
    // Accounts of others
    case listAccounts, seeAccount, inviteAccount, correctAccount, closeAccount, endSessions, issueResetLink, approveResetLink
    // Roles
    case grantRole, revokeRole, requireSecondFactor
    // Agencies and units
    case listAgencies, createAgency, seeAgency, editAgency, listUnits, createUnit, seeUnit, editUnit, closeUnit
    // The journal
    case readJournal, exportJournal, seeProof

    /// What the docs list together.
    public enum Group: String, CaseIterable, Hashable, Sendable {
        /// One's own account.
        case ownAccount = "Akun sendiri"
        /// Accounts of others.
        case accounts = "Akun orang lain"
        /// Who is what.
        case roles = "Mengatur peran"
        /// Agencies and their units.
        case agencies = "Instansi dan unit kerja"
        /// The record of changes.
        case journal = "Jurnal"
    }

    /// Where the docs list it.
    public var group: Group {
        switch self {
        case .seeOwnAccount, .changeOwnAccount, .exportOwnData, .closeOwnAccount: .ownAccount
        case .listAccounts, .seeAccount, .inviteAccount, .correctAccount, .closeAccount, .endSessions, .issueResetLink, .approveResetLink: .accounts
        case .grantRole, .revokeRole, .requireSecondFactor: .roles
        case .listAgencies, .createAgency, .seeAgency, .editAgency, .listUnits, .createUnit, .seeUnit, .editUnit, .closeUnit: .agencies
        case .readJournal, .exportJournal, .seeProof: .journal
        }
    }

    /// What people read, in Indonesian: a verb and its object.
    public var name: String {
        switch self {
        case .seeOwnAccount: "melihat akun sendiri"
        case .changeOwnAccount: "mengubah akun sendiri"
        case .exportOwnData: "mengunduh data pribadi sendiri"
        case .closeOwnAccount: "menutup akun sendiri"
        case .listAccounts: "melihat daftar akun"
        case .seeAccount: "melihat akun"
        case .inviteAccount: "mengundang orang"
        case .correctAccount: "membetulkan akun"
        case .closeAccount: "menutup akun"
        case .endSessions: "mengakhiri sesi"
        case .issueResetLink: "meminta tautan atur ulang"
        case .approveResetLink: "menyetujui tautan atur ulang"
        case .grantRole: "memberi peran"
        case .revokeRole: "mencabut peran"
        case .requireSecondFactor: "mewajibkan faktor kedua"
        case .listAgencies: "melihat daftar instansi"
        case .createAgency: "mendaftarkan instansi"
        case .seeAgency: "melihat instansi"
        case .editAgency: "mengubah instansi"
        case .listUnits: "melihat daftar unit"
        case .createUnit: "menambah unit"
        case .seeUnit: "melihat unit"
        case .editUnit: "mengubah unit"
        case .closeUnit: "menutup unit"
        case .readJournal: "membaca jurnal"
        case .exportJournal: "mengunduh jurnal"
        case .seeProof: "melihat bukti keutuhan"
        }
    }

    /// What it can be done to; asked about anything else, the policy denies.
    public var targetKinds: Set<AccessTarget.Kind> {
        switch self {
        case .seeOwnAccount, .changeOwnAccount, .exportOwnData, .closeOwnAccount: [.account]
        case .seeAccount, .correctAccount, .closeAccount, .endSessions, .issueResetLink, .approveResetLink: [.account]
        case .grantRole, .revokeRole, .listAccounts: [.nation, .agency, .unit]
        case .inviteAccount, .requireSecondFactor, .readJournal, .exportJournal, .seeProof: [.nation, .agency]
        case .listAgencies, .createAgency: [.nation]
        case .seeAgency, .editAgency, .listUnits, .createUnit: [.agency]
        case .seeUnit, .editUnit, .closeUnit: [.unit]
        }
    }

    /// Whether doing it changes anything. Reading, and taking a copy of what may be read, do not.
    public var changes: Bool {
        switch self {
        case .seeOwnAccount, .exportOwnData, .listAccounts, .seeAccount, .listAgencies, .seeAgency, .listUnits, .seeUnit, .readJournal, .exportJournal,
            .seeProof:
            false
        default: true
        }
    }

    /// Whether it gives power over the account it is done to: then never one's own, and only by whoever answers for all its scopes.
    public var takesHold: Bool {
        switch self {
        case .correctAccount, .closeAccount, .endSessions, .issueResetLink, .approveResetLink: true
        default: false
        }
    }
}
