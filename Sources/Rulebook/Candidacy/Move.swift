/// A step that somebody takes with a candidacy. Raw values stand in the database, the journal and programme files, and never
/// change their meaning.
public enum Move: String, CaseIterable, Hashable, Sendable {
    // Towards development
    /// The declaration was held; the unit stands as one that wants to be chosen.
    case declare = "catat-pencanangan"
    /// The working group proposes the unit to the head of the agency.
    case propose = "usulkan-unit"
    /// The head decrees the unit; development begins.
    case appoint = "tetapkan-unit"

    // Assessment and nomination
    /// The assessors begin.
    case openAssessment = "buka-penilaian"
    /// The assessors are done and have reported.
    case closeAssessment = "tutup-penilaian"
    /// The head of the agency proposes the unit to the minister.
    case nominate = "ajukan-usulan"

    // National review
    /// The national team takes the proposal up.
    case startReview = "mulai-reviu"
    /// One step of the national review is done.
    case recordReviewStep = "catat-langkah-reviu"
    /// The national team states its result, which stands from then on.
    case concludeReview = "simpulkan-reviu"

    // Award
    /// One person proposes the award …
    case proposeAward = "usulkan-penetapan"
    /// … and another one awards.
    case award = "tetapkan-predikat"
    /// The unit goes back to development, with reasons.
    case returnForDevelopment = "kembalikan-ke-pembangunan"

    // After the award
    /// The designation was looked at again, as it is from time to time.
    case recordMonitoring = "catat-pemantauan"
    /// There is a ground to take the designation away.
    case openRevocation = "buka-pencabutan"
    /// The assessors have clarified the ground.
    case clarify = "klarifikasi"
    /// The national team recommends taking it away.
    case recommendRevocation = "rekomendasikan-pencabutan"
    /// The designation is taken away.
    case revoke = "cabut-predikat"
    /// The ground does not hold; the designation stays.
    case dismissRevocation = "hentikan-pencabutan"

    /// The agency gives up this way.
    case withdraw = "tarik-pencalonan"

    /// What people read on a button and in the history, in Indonesian: a verb and its object.
    public var name: String {
        switch self {
        case .declare: "Mencatat pencanangan"
        case .propose: "Mengusulkan unit kepada pimpinan"
        case .appoint: "Menetapkan unit"
        case .openAssessment: "Membuka penilaian TPI"
        case .closeAssessment: "Menutup penilaian TPI"
        case .nominate: "Mengajukan usulan kepada Menteri"
        case .startReview: "Memulai reviu TPN"
        case .recordReviewStep: "Mencatat langkah reviu"
        case .concludeReview: "Menyimpulkan reviu"
        case .proposeAward: "Mengusulkan penetapan predikat"
        case .award: "Menetapkan predikat"
        case .returnForDevelopment: "Mengembalikan ke pembangunan"
        case .recordMonitoring: "Mencatat pemantauan berkala"
        case .openRevocation: "Membuka proses pencabutan"
        case .clarify: "Mencatat klarifikasi TPI"
        case .recommendRevocation: "Merekomendasikan pencabutan"
        case .revoke: "Mencabut predikat"
        case .dismissRevocation: "Menghentikan proses pencabutan"
        case .withdraw: "Menarik pencalonan"
        }
    }

    /// Whether it cannot be taken back, so that a page of its own asks first.
    public var isDangerous: Bool {
        switch self {
        case .nominate, .award, .revoke, .withdraw: true
        default: false
        }
    }

    /// Whether a reason has to be given.
    public var needsReason: Bool {
        switch self {
        case .returnForDevelopment, .openRevocation, .recommendRevocation, .revoke, .dismissRevocation, .withdraw: true
        default: false
        }
    }

    /// Whether a regulation may do without the step: then the one after it follows at once.
    public var mayBeMissing: Bool { self == .clarify || self == .recommendRevocation }

    /// Whether it leads on towards the award, so that nothing may be left open behind it.
    public var leadsOn: Bool {
        switch self {
        case .declare, .propose, .appoint, .openAssessment, .closeAssessment, .nominate, .startReview, .recordReviewStep, .concludeReview,
            .proposeAward, .award:
            true
        default: false
        }
    }
}
