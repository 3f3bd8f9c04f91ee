extension SitePath {
    // The names of the varying steps of plans and reviews.
    static let actionStep = "aksi"
    static let findingStep = "temuan"
}

/// The pages of a candidacy's plan and reviews, and what is sent there.
enum DevelopmentStep: String, CaseIterable, Sendable {
    case plan = "rencana"
    case chart = "rencana/bagan"
    case newAction = "rencana/aksi-baru"
    case adopt = "rencana/tetapkan"
    case draft = "rencana/usulan"
    case addDrafted = "rencana/usulan-tambah"
    case reviews = "monev"
    case newReview = "monev/baru"
    case rhythm = "monev/jadwal"
}

/// What is done with an action of a plan.
enum PlannedActionStep: String, CaseIterable, Sendable {
    case see = ""
    case change = "ubah"
    case progress = "kemajuan"
    case drop = "hentikan"
}
