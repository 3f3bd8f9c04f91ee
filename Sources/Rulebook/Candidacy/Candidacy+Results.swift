/// What a step brings along, and whether it fits.
extension Candidacy {
    /// What is wrong with the result of a step; `nil` when nothing is.
    func resultProblem(_ request: MoveRequest, _ rules: ProgrammeRules) -> MoveRequirement? {
        switch (request.move, request.result) {
        case (.recordReviewStep, .step(let step, _, let respondents, let team)):
            return stepProblem(step, respondents: respondents, team: team, rules)
        case (.concludeReview, .conclusion(let isFavourable, _)): return conclusionProblem(isFavourable, rules)
        case (.openRevocation, .ground(let ground)):
            guard !rules.parts.revocationGrounds.contains(where: { $0.id == ground }) else { return nil }
            return refused("Alasan itu tidak ada pada aturan program.", "Pilih salah satu alasan yang ditawarkan.")
        case (.award, .award(let until)):
            guard let until, until < request.day else { return nil }
            return refused("Masa berlaku berakhir sebelum penetapan.", "Isi tanggal akhir sesudah tanggal penetapan, atau kosongkan.")
        case (.closeAssessment, .score(let score)):
            return score.isEmpty ? refused("Nilai hasil penilaian TPI belum ditulis.", "Tulis nilainya seperti pada laporan.") : nil
        case (.recordReviewStep, _), (.concludeReview, _), (.openRevocation, _), (.award, _), (.closeAssessment, _):
            return refused("Hasil langkah ini belum diisi.", "Isi hasilnya.")
        default:
            return request.result == .none ? nil : refused("Langkah ini tidak membawa hasil.", "Muat ulang halaman.")
        }
    }

    /// The next step of the national review; `nil` when all are done, or one was not passed, or no review is under way.
    ///
    /// - Complexity: O(steps)
    public func nextReviewStep(under rules: ProgrammeRules) -> ReviewStepRule? {
        guard case .reviewing(let done, isFavourable: true) = state else { return nil }
        return rules.reviewSteps(towards: designation).first { !done.contains($0.id) }
    }

    private func stepProblem(_ step: ReviewStepID, respondents: Int?, team: String, _ rules: ProgrammeRules) -> MoveRequirement? {
        guard let next = nextReviewStep(under: rules) else {
            return refused("Tidak ada langkah reviu yang tersisa, atau satu langkah tidak lulus.", "Simpulkan reviu.")
        }
        guard next.id == step else {
            return refused("Langkah reviu dicatat berurutan; berikutnya “\(next.name)”.", "Catat langkah itu lebih dahulu.", next.clause)
        }
        if let least = next.leastRespondents, (respondents ?? 0) < least {
            return refused(
                "Survei pada langkah “\(next.name)” memerlukan paling sedikit \(least) responden; tercatat \(respondents ?? 0).",
                "Lengkapi surveinya.", next.clause)
        }
        if team.isEmpty || team.unicodeScalars.count > MoveRequest.longestText {
            return refused("Pelaksana langkah belum ditulis atau terlalu panjang.", "Tulis tim atau jabatannya.")
        }
        return nil
    }

    private func conclusionProblem(_ isFavourable: Bool, _ rules: ProgrammeRules) -> MoveRequirement? {
        guard case .reviewing(let done, let passed) = state else { return nil }
        let steps = rules.reviewSteps(towards: designation).map(\.id)
        if !passed {
            return isFavourable
                ? refused("Satu langkah reviu tidak lulus, jadi hasilnya tidak dapat memenuhi.", "Simpulkan sebagai belum memenuhi.") : nil
        }
        guard done != steps else { return nil }
        let left = rules.reviewSteps(towards: designation).filter { !done.contains($0.id) }.map(\.name).joined(separator: ", ")
        return refused("Masih ada langkah reviu yang belum dicatat: \(left).", "Catat langkah itu lebih dahulu.")
    }

    private func refused(_ statement: String, _ wayOut: String, _ clause: String = "") -> MoveRequirement {
        MoveRequirement(.result, isMet: false, statement, wayOut: wayOut, clause: clause)
    }
}
