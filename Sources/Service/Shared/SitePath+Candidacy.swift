extension SitePath {
    // The names of the varying steps of candidacies.
    static let candidacyStep = "calon"
    static let moveStep = "langkah"
    static let programmeStep = "program"

    /// The name of the stage that a list is narrowed to.
    static let stageQuery = "tahap"
}

/// What is seen and done with a candidacy beside its steps.
enum CandidacyAction: String, CaseIterable, Sendable {
    case settle = "tindak-lanjut"
    case letter = "draf-surat"
    case statement = "draf-sptjm"
    case list = "draf-daftar"
}
