/// Something that must hold before a candidacy may move on. Each feature finds out about its own; what nobody found out
/// counts as not met.
public enum Check: String, CaseIterable, Hashable, Sendable {
    // Pencanangan
    /// The declaration was held and published.
    case declarationHeld = "pencanangan-terlaksana"
    /// Enough of the unit's people signed the pact on the day of counting.
    case pactCovered = "pakta-tercakup"
    /// The head of the unit stated readiness.
    case readinessStated = "kesiapan-dinyatakan"

    // Pemilihan
    /// The working group scored the unit against every criterion, with reasons, and minuted it.
    case selectionMinuted = "pemilihan-dibahas"

    // Pembangunan
    /// There is an action plan with target, person and dates for each action.
    case planAdopted = "rencana-ditetapkan"
    /// Progress was reviewed at its rhythm and what was found is followed up.
    case progressReviewed = "monev-terlaksana"
    /// The unit has been developing for as long as the rules ask.
    case developedLongEnough = "masa-pembangunan-cukup"

    // Penilaian TPI
    /// The team stands, with its roles, its decree, and a declaration of no conflict by each member.
    case assessorsIndependent = "tim-bebas-benturan"
    /// The unit's sheet of this year was handed in.
    case sheetHandedIn = "lembar-unit-masuk"
    /// The assessors' own sheet is complete and the report to the head is written.
    case assessmentReported = "hasil-penilaian-dilaporkan"
    /// The assessors' sheet meets every minimum of the designation.
    case minimumsMet = "nilai-memenuhi-syarat"

    // Pengusulan
    /// Every prerequisite of agency and unit is met on dated facts.
    case prerequisitesMet = "syarat-pengajuan-terpenuhi"
    /// The day lies within the period of nomination.
    case withinDeadline = "dalam-tenggat"

    // Reviu
    /// The national team's sheet meets every minimum of the designation.
    case nationalMinimumsMet = "nilai-nasional-memenuhi-syarat"

    /// What people read in a list of requirements, in Indonesian.
    public var name: String {
        switch self {
        case .declarationHeld: "Pencanangan sudah dilaksanakan dan diumumkan"
        case .pactCovered: "Pakta integritas sudah ditandatangani oleh cukup banyak pegawai"
        case .readinessStated: "Pimpinan unit sudah menyatakan kesiapan"
        case .selectionMinuted: "Unit sudah dinilai terhadap semua kriteria pemilihan, dengan berita acara"
        case .planAdopted: "Rencana aksi sudah ditetapkan"
        case .progressReviewed: "Monitoring dan evaluasi sudah dilaksanakan menurut jadwalnya"
        case .developedLongEnough: "Masa pembangunan sudah cukup"
        case .assessorsIndependent: "Tim penilai lengkap dan bebas dari benturan kepentingan"
        case .sheetHandedIn: "LKE unit sudah diserahkan"
        case .assessmentReported: "Hasil penilaian sudah lengkap dan dilaporkan"
        case .minimumsMet: "Nilai hasil penilaian TPI memenuhi setiap syarat minimal"
        case .prerequisitesMet: "Setiap syarat pengajuan instansi dan unit terpenuhi"
        case .withinDeadline: "Pengajuan masih dalam tenggat"
        case .nationalMinimumsMet: "Nilai hasil reviu TPN memenuhi setiap syarat minimal"
        }
    }
}

/// What a feature found out about a ``Check`` on a day.
public struct CheckResult: Hashable, Sendable {
    /// Whether it holds.
    public let isMet: Bool
    /// What was found, in Indonesian, with its numbers: `32 dari 40 pegawai (80%) sudah menandatangani.`
    public let statement: String
    /// What to do when it is not met; empty when it is.
    public let wayOut: String

    /// Puts a result together.
    public init(isMet: Bool, statement: String, wayOut: String = "") {
        self.isMet = isMet
        self.statement = statement
        self.wayOut = wayOut
    }

    /// What counts while nobody found out.
    public static let unknown = CheckResult(
        isMet: false, statement: "Belum ada datanya.", wayOut: "Lengkapi datanya di halaman tahap yang bersangkutan.")
}
