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
    // Standings of agencies and units
    case stateStanding, revokeStanding
    // The journal
    case readJournal, exportJournal, seeProof
    // The assessment by TPI
    case seeAssessment, recordUnitSheet, handInUnitSheet, formAssessmentTeam, declareInterests, recordTeamSheet, writeAssessmentReport,
        signAssessment, recordNationalSheet, seeMatrix
    // Candidacies
    case listCandidacies, seeCandidacy, startCandidacy, moveCandidacy, settleCandidacy, announceProgramme
    // Development
    case seePlan, draftPlan, adoptPlan, reportProgress, reviewProgress
    // Documents
    case readDocument, fileDocument, withdrawDocument
    // Overview
    case seeNationalOverview
    // Declaration and selection
    case seePactRoll, keepPactRoll, signPact, stateReadiness, seeSelection, keepSelection

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
        /// The assessment by TPI, its sheets, and the table of all units.
        case assessment = "Penilaian TPI"
        /// The way of units towards their designations.
        case candidacies = "Pencalonan"
        /// The plan of a unit and the reviews of its progress.
        case development = "Pembangunan unit"
        /// What is kept of letters, decrees and evidence.
        case documents = "Dokumen"
        /// The declaration, its pact, and the selection of the unit.
        case declaration = "Pencanangan dan pemilihan"
    }

    /// Where the docs list it.
    public var group: Group {
        switch self {
        case .seeOwnAccount, .changeOwnAccount, .exportOwnData, .closeOwnAccount: .ownAccount
        case .listAccounts, .seeAccount, .inviteAccount, .correctAccount, .closeAccount, .endSessions, .issueResetLink, .approveResetLink: .accounts
        case .grantRole, .revokeRole, .requireSecondFactor: .roles
        case .listAgencies, .createAgency, .seeAgency, .editAgency, .listUnits, .createUnit, .seeUnit, .editUnit, .closeUnit: .agencies
        case .stateStanding, .revokeStanding: .agencies
        case .readJournal, .exportJournal, .seeProof: .journal
        // The assessment by TPI
        case .seeAssessment, .recordUnitSheet, .handInUnitSheet, .formAssessmentTeam, .declareInterests, .recordTeamSheet,
            .writeAssessmentReport, .signAssessment, .recordNationalSheet, .seeMatrix:
            .assessment
        case .listCandidacies, .seeCandidacy, .startCandidacy, .moveCandidacy, .settleCandidacy, .announceProgramme: .candidacies
        // Development
        case .seePlan, .draftPlan, .adoptPlan, .reportProgress, .reviewProgress: .development
        // Documents
        case .readDocument, .fileDocument, .withdrawDocument: .documents
        // Overview
        case .seeNationalOverview: .agencies
        case .seePactRoll, .keepPactRoll, .signPact, .stateReadiness, .seeSelection, .keepSelection: .declaration
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
        case .stateStanding: "mencatat keadaan instansi dan unit"
        case .revokeStanding: "mencabut catatan keadaan"
        case .readJournal: "membaca jurnal"
        case .exportJournal: "mengunduh jurnal"
        case .seeProof: "melihat bukti keutuhan"
        // The assessment by TPI
        case .seeAssessment: "melihat penilaian"
        case .recordUnitSheet: "mengunggah LKE unit"
        case .handInUnitSheet: "menyerahkan LKE unit"
        case .formAssessmentTeam: "menyusun tim penilai"
        case .declareInterests: "menyatakan benturan kepentingan"
        case .recordTeamSheet: "mengunggah LKE TPI"
        case .writeAssessmentReport: "menulis laporan penilaian"
        case .signAssessment: "mengesahkan hasil penilaian"
        case .recordNationalSheet: "mengunggah LKE TPN"
        case .seeMatrix: "melihat matriks instansi"
        case .listCandidacies: "melihat daftar pencalonan"
        case .seeCandidacy: "melihat pencalonan unit"
        case .startCandidacy: "memulai pencalonan unit"
        case .moveCandidacy: "mengambil langkah pencalonan"
        case .settleCandidacy: "menyatakan selesai hal yang harus ditindaklanjuti"
        case .announceProgramme: "mengumumkan tenggat dan gugurnya usulan"
        // Development
        case .seePlan: "melihat rencana aksi dan monev"
        case .draftPlan: "menyusun rencana aksi"
        case .adoptPlan: "menetapkan rencana aksi"
        case .reportProgress: "melaporkan kemajuan aksi"
        case .reviewProgress: "mencatat monev dan menutup temuannya"
        // Documents
        case .readDocument: "melihat dan mengunduh dokumen"
        case .fileDocument: "menyimpan dokumen"
        case .withdrawDocument: "menarik dokumen"
        // Overview
        case .seeNationalOverview: "melihat ikhtisar nasional"
        case .seePactRoll: "melihat daftar pegawai dan paktanya"
        case .keepPactRoll: "mencatat pencanangan dan daftar pegawai"
        case .signPact: "menandatangani pakta integritas sendiri"
        case .stateReadiness: "menyatakan kesiapan unit"
        case .seeSelection: "melihat pemilihan unit"
        case .keepSelection: "mencatat kelompok kerja dan penilaiannya"
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
        // The assessment by TPI
        case .seeAssessment, .recordUnitSheet, .handInUnitSheet, .formAssessmentTeam, .declareInterests, .recordTeamSheet,
            .writeAssessmentReport, .signAssessment, .recordNationalSheet:
            [.unit]
        case .seeMatrix: [.agency]
        case .listCandidacies: [.agency]
        case .seeCandidacy, .startCandidacy, .moveCandidacy, .settleCandidacy: [.unit]
        case .announceProgramme: [.nation]
        case .stateStanding, .revokeStanding: [.agency, .unit]
        // Development
        case .seePlan, .draftPlan, .adoptPlan, .reportProgress, .reviewProgress: [.unit]
        // Documents
        case .readDocument, .fileDocument, .withdrawDocument: [.nation, .agency, .unit]
        // Overview
        case .seeNationalOverview: [.nation]
        case .seePactRoll, .keepPactRoll, .signPact, .stateReadiness: [.unit]
        case .seeSelection, .keepSelection: [.agency, .unit]
        }
    }

    /// Whether doing it changes anything. Reading, and taking a copy of what may be read, do not.
    public var changes: Bool {
        switch self {
        case .seeOwnAccount, .exportOwnData, .listAccounts, .seeAccount, .listAgencies, .seeAgency, .listUnits, .seeUnit, .readJournal, .exportJournal,
            .seeProof, .listCandidacies, .seeCandidacy, .seePactRoll, .seeSelection:
            false
        // The assessment by TPI
        case .seeAssessment, .seeMatrix: false
        // Development
        case .seePlan: false
        // Documents and overview
        case .readDocument, .seeNationalOverview: false
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
