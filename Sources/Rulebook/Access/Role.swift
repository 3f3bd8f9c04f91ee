/// What a person is to an agency, a unit or the programme. Raw values stand in the database and the journal and never change.
public enum Role: String, CaseIterable, Hashable, Sendable {
    /// Works in a unit and fills in its sheet.
    case unitMember = "anggota-unit"
    /// Heads a unit and answers for its sheet.
    case unitHead = "pimpinan-unit"
    /// Assesses units for the agency (TPI).
    case assessorMember = "anggota-tpi"
    /// Controls the technical quality of an assessment (TPI).
    case assessorController = "pengendali-teknis-tpi"
    /// Leads an assessment (TPI).
    case assessorLead = "ketua-tpi"
    /// Keeps accounts, roles and units of an agency.
    case agencyAdministrator = "admin-instansi"
    /// Heads the agency: nominates, and awards where the regulation says so.
    case agencyHead = "pimpinan-instansi"
    /// Reviews nominations for the nation (TPN).
    case nationalReviewer = "penilai-nasional"
    /// Keeps agencies and their first administrators.
    case nationalAdministrator = "admin-nasional"
    /// Reads everything of an agency and changes nothing.
    case auditor = "auditor"

    /// What people read, in Indonesian.
    public var name: String {
        switch self {
        case .unitMember: "Anggota unit kerja"
        case .unitHead: "Pimpinan unit kerja"
        case .assessorMember: "Anggota TPI"
        case .assessorController: "Pengendali teknis TPI"
        case .assessorLead: "Ketua TPI"
        case .agencyAdministrator: "Admin instansi"
        case .agencyHead: "Pimpinan instansi"
        case .nationalReviewer: "Penilai nasional (TPN)"
        case .nationalAdministrator: "Admin nasional"
        case .auditor: "Auditor"
        }
    }

    /// The kinds of scope the role may be granted for.
    public var scopeKinds: Set<Scope.Kind> {
        switch self {
        case .unitMember, .unitHead: [.unit]
        case .assessorMember, .assessorController, .assessorLead: [.agency, .unit]
        case .agencyAdministrator, .agencyHead, .auditor: [.agency]
        case .nationalReviewer, .nationalAdministrator: [.nation]
        }
    }

    /// Whether the role assesses units for their agency (TPI).
    public var isInternalAssessor: Bool {
        switch self {
        case .assessorMember, .assessorController, .assessorLead: true
        default: false
        }
    }

    /// Whether whoever has the role is a unit's own person.
    public var belongsToUnit: Bool { self == .unitMember || self == .unitHead }

    /// Whether the role keeps other people's accounts and roles.
    public var isAdministrator: Bool { self == .agencyAdministrator || self == .nationalAdministrator }

    /// Whether the role comes and goes by two people, unless a higher level decides.
    public var isKey: Bool { isAdministrator || self == .agencyHead }
}
