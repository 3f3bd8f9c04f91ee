/// How far a candidacy has come. What a later move has to know of an earlier one stands in the state itself, so that no award
/// can be decided without knowing who proposed it, and none after an unfavourable review.
public enum CandidacyState: Hashable, Sendable {
    /// Begun; the declaration is being prepared.
    case preparing
    /// The declaration was held.
    case declared
    /// The unit lies before the head of the agency.
    case proposed
    /// The unit carries out its plan.
    case developing
    /// The assessors are at work.
    case assessing
    /// The assessors have reported; the head may nominate.
    case assessed
    /// The proposal lies with the minister.
    case nominated
    /// The national team reviews; these steps are done, in this order.
    case reviewing(done: [ReviewStepID], isFavourable: Bool)
    /// The national team has stated its result.
    case reviewed(isFavourable: Bool)
    /// An award was proposed by this person; only another one may award.
    case awardProposed(by: AccountID)
    /// The designation is in force.
    case awarded
    /// There is a ground to take the designation away; it is still in force.
    case revocationOpened
    /// The ground was clarified; the designation is still in force.
    case revocationClarified
    /// The national team recommended taking the designation away; it is still in force.
    case revocationRecommended
    /// The designation was taken away. The end.
    case revoked
    /// The agency gave up. The end.
    case withdrawn

    /// The state without what it carries, as the database and the journal have it.
    public var kind: Kind {
        switch self {
        case .preparing: .preparing
        case .declared: .declared
        case .proposed: .proposed
        case .developing: .developing
        case .assessing: .assessing
        case .assessed: .assessed
        case .nominated: .nominated
        case .reviewing: .reviewing
        case .reviewed: .reviewed
        case .awardProposed: .awardProposed
        case .awarded: .awarded
        case .revocationOpened: .revocationOpened
        case .revocationClarified: .revocationClarified
        case .revocationRecommended: .revocationRecommended
        case .revoked: .revoked
        case .withdrawn: .withdrawn
        }
    }

    /// A state without what it carries. Raw values stand in the database and the journal and never change.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case preparing = "persiapan"
        case declared = "dicanangkan"
        case proposed = "unit-diusulkan"
        case developing = "pembangunan"
        case assessing = "penilaian"
        case assessed = "selesai-dinilai"
        case nominated = "diajukan"
        case reviewing = "reviu"
        case reviewed = "selesai-direviu"
        case awardProposed = "penetapan-diusulkan"
        case awarded = "ditetapkan"
        case revocationOpened = "pencabutan-dibuka"
        case revocationClarified = "pencabutan-diklarifikasi"
        case revocationRecommended = "pencabutan-direkomendasikan"
        case revoked = "dicabut"
        case withdrawn = "ditarik"

        /// The stage of the programme that the candidacy stands in. One that has ended stays where it ended: at the award.
        public var stage: Stage {
            switch self {
            case .preparing: .declaration
            case .declared, .proposed: .selection
            case .developing: .development
            case .assessing: .assessment
            case .assessed, .nominated: .nomination
            case .reviewing, .reviewed: .nationalReview
            case .awardProposed, .awarded, .revocationOpened, .revocationClarified, .revocationRecommended, .revoked, .withdrawn: .award
            }
        }

        /// Whether the unit is on its way: then there is no second candidacy of the unit for the same designation.
        public var isOnItsWay: Bool { !isAwarded && self != .revoked && self != .withdrawn }

        /// Whether the designation was awarded and not taken away. Whether its term has passed shows only on a day.
        public var isAwarded: Bool {
            switch self {
            case .awarded, .revocationOpened, .revocationClarified, .revocationRecommended: true
            default: false
            }
        }

        /// What people read, in Indonesian.
        public var name: String {
            switch self {
            case .preparing: "Menyiapkan pencanangan"
            case .declared: "Sudah dicanangkan"
            case .proposed: "Menunggu penetapan unit"
            case .developing: "Membangun Zona Integritas"
            case .assessing: "Sedang dinilai TPI"
            case .assessed: "Selesai dinilai TPI"
            case .nominated: "Diajukan kepada Menteri"
            case .reviewing: "Sedang direviu TPN"
            case .reviewed: "Selesai direviu TPN"
            case .awardProposed: "Menunggu penetapan predikat"
            case .awarded: "Berpredikat"
            case .revocationOpened: "Berpredikat, pencabutan diproses"
            case .revocationClarified: "Berpredikat, sudah diklarifikasi"
            case .revocationRecommended: "Berpredikat, pencabutan direkomendasikan"
            case .revoked: "Predikat dicabut"
            case .withdrawn: "Pencalonan ditarik"
            }
        }
    }
}
