import Markup
import Rulebook

extension SitePath {
    /// For the router; what varies is named.
    var pattern: String {
        switch self {
        case .template: "/templat/:\(Self.templateFile)"
        case .sample: SitePath.sample(nil).address.text
        case .signIn: SitePath.signIn(wanted: nil).address.text
        case .link: "/tautan/:\(Self.token)"
        case .agency: "/instansi/:\(Self.agencyStep)"
        case .agencyAction(_, let action): "/instansi/:\(Self.agencyStep)/\(action.rawValue)"
        case .person: "/instansi/:\(Self.agencyStep)/akun/:\(Self.accountStep)"
        case .personAction(_, _, let action): "/instansi/:\(Self.agencyStep)/akun/:\(Self.accountStep)/\(action.rawValue)"
        case .unit: "/instansi/:\(Self.agencyStep)/unit/:\(Self.unitStep)"
        case .unitAction(_, _, let action): "/instansi/:\(Self.agencyStep)/unit/:\(Self.unitStep)/\(action.rawValue)"
        case .standingRevocation: "/instansi/:\(Self.agencyStep)/keadaan/:\(Self.standingStep)/cabut"
        case .journalEntry: "/instansi/:\(Self.agencyStep)/jurnal/:\(Self.sequenceStep)"
        case .journalProof: "/instansi/:\(Self.agencyStep)/jurnal/:\(Self.sequenceStep)/bukti.jsonl"
        case .journalCheckpoint: "/instansi/:\(Self.agencyStep)/titik-periksa/:\(Self.checkpointStep)"
        // The assessment by TPI
        case .assessment: Self.assessmentPattern
        case .assessmentAction(_, _, let action): "\(Self.assessmentPattern)/\(action.rawValue)"
        case .sheets: "\(Self.assessmentPattern)/lembar/:\(Self.partyStep)"
        case .sheet: "\(Self.assessmentPattern)/lembar/:\(Self.partyStep)/:\(Self.versionStep)"
        case .sheetAction(_, _, _, _, let action): "\(Self.assessmentPattern)/lembar/:\(Self.partyStep)/:\(Self.versionStep)/\(action.rawValue)"
        // Candidacies
        case .candidacies: "/instansi/:\(Self.agencyStep)/pencalonan"
        case .candidacy: "/instansi/:\(Self.agencyStep)/pencalonan/:\(Self.candidacyStep)"
        case .candidacyMove: "/instansi/:\(Self.agencyStep)/pencalonan/:\(Self.candidacyStep)/langkah/:\(Self.moveStep)"
        case .candidacyAction(_, _, let action): "/instansi/:\(Self.agencyStep)/pencalonan/:\(Self.candidacyStep)/\(action.rawValue)"
        case .newCandidacy: "/instansi/:\(Self.agencyStep)/unit/:\(Self.unitStep)/pencalonan-baru"
        case .programme: "/program/:\(Self.programmeStep)"
        case .announcements: "/instansi/:\(Self.agencyStep)/pengumuman"
        case .demoLink: "/lihat/:\(Self.demoStep)"
        // Development
        case .development(_, _, let step): "/instansi/:\(Self.agencyStep)/pencalonan/:\(Self.candidacyStep)/\(step.rawValue)"
        case .plannedAction(_, _, _, let step):
            "/instansi/:\(Self.agencyStep)/pencalonan/:\(Self.candidacyStep)/rencana/aksi/:\(Self.actionStep)\(step == .see ? "" : "/")\(step.rawValue)"
        case .reviewFinding:
            "/instansi/:\(Self.agencyStep)/pencalonan/:\(Self.candidacyStep)/monev/temuan/:\(Self.findingStep)"
        // Documents
        case .candidacyDocuments: "/instansi/:\(Self.agencyStep)/pencalonan/:\(Self.candidacyStep)/dokumen"
        case .document: "/instansi/:\(Self.agencyStep)/dokumen/:\(Self.documentStep)"
        case .documentAction(_, _, let action): "/instansi/:\(Self.agencyStep)/dokumen/:\(Self.documentStep)/\(action.rawValue)"
        // Declaration and selection
        case .declaration: "\(Self.stagePattern)/pencanangan"
        case .declarationAction(_, _, let action): "\(Self.stagePattern)/pencanangan/\(action.rawValue)"
        case .employee: "\(Self.stagePattern)/pencanangan/pegawai/:\(Self.employeeStep)"
        case .employeeAction(_, _, _, let action): "\(Self.stagePattern)/pencanangan/pegawai/:\(Self.employeeStep)/\(action.rawValue)"
        case .selection: "\(Self.stagePattern)/pemilihan"
        case .selectionScores: "\(Self.stagePattern)/pemilihan/nilai"
        case .comparison: "/instansi/:\(Self.agencyStep)/pemilihan"
        case .workingGroupAction(_, let action): "/instansi/:\(Self.agencyStep)/pemilihan/\(action.rawValue)"
        // Imports
        case .importFile: "/instansi/:\(Self.agencyStep)/impor/:\(Self.importStep)"
        case .importAction(_, _, let action): "/instansi/:\(Self.agencyStep)/impor/:\(Self.importStep)/\(action.rawValue)"
        default: address.text
        }
    }

    private static let assessmentPattern = "/instansi/:\(agencyStep)/pencalonan/:\(candidacyStep)/penilaian"

    // The names of the varying steps.
    static let templateFile = "berkas"
    static let token = "tautan"
    static let agencyStep = "instansi"
    static let accountStep = "akun"
    static let unitStep = "unit"
    static let standingStep = "catatan"
    static let sequenceStep = "nomor"
    static let checkpointStep = "titik"
    static let importStep = "impor"
    // The assessment by TPI
    static let partyStep = "pihak"
    static let versionStep = "versi"
    static let demoStep = "contoh"
    // Documents
    static let documentStep = "dokumen"

    /// The name of the page that is wanted after signing in, in the address of the form.
    static let wanted = "tujuan"
}
