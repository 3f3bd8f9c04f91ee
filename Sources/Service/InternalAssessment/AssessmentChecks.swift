import ExactMath
import Relational
import Rulebook

/// What the assessment says about the requirements of a candidacy's next step.
struct AssessmentChecks: Sendable {
    let terms: AssessmentTerms

    /// What ``CandidacyChecks`` asks.
    var provider: CandidacyChecks.Provider {
        { question, session in try results(for: question.candidacy, on: question.day, in: session) }
    }

    /// The checks that the assessment owns, as they are on a day.
    ///
    /// - Throws: `Refusal` when this program does not know the programme; `RelationalError`.
    /// - Complexity: O(members × their roles + questions)
    func results(
        for candidacy: CandidacyStore.Kept, on day: Day, in session: any ReadSession
    ) throws -> [Check: CheckResult] {
        let found = try AssessmentCase.load(candidacy, under: terms.team(of: candidacy), in: session)
        return [
            .assessorsIndependent: try independence(found, on: day, in: session), .sheetHandedIn: handedIn(found),
            .assessmentReported: reported(found), .minimumsMet: minimums(found, .internalTeam),
            .nationalMinimumsMet: minimums(found, .nationalTeam),
        ]
    }

    private func independence(_ found: AssessmentCase, on day: Day, in session: any ReadSession) throws -> CheckResult {
        let team = found.assessment.team
        let obstacles = team.obstacles(under: found.rule, on: day)
        guard !obstacles.isEmpty else {
            return CheckResult(
                isMet: true, statement: "Tim berisi \(team.members.count) orang; semuanya sudah menyatakan diri bebas dari benturan kepentingan.")
        }
        let names = try AssessmentActions.names(Set(obstacles.compactMap(\.account)), in: session)
        let told = obstacles.map { $0.finding({ names[$0] ?? "Seseorang" }, \.journalText).message }
        return CheckResult(
            isMet: false, statement: told.joined(separator: " "), wayOut: "Lengkapi tim dan pernyataan anggotanya di halaman Penilaian TPI.")
    }

    private func handedIn(_ found: AssessmentCase) -> CheckResult {
        guard let sheet = found.sheets[.unit], let handedIn = sheet.handedIn else {
            return CheckResult(
                isMet: false, statement: "LKE unit belum diserahkan oleh pimpinan unit.",
                wayOut: "Anggota unit mengunggah LKE di halaman Penilaian TPI, lalu pimpinan unit menyerahkannya.")
        }
        return CheckResult(
            isMet: true,
            statement: "Versi \(sheet.version) diserahkan pada \(Identity.day(handedIn.at).journalText), nilai \(figures(sheet).plain(sheet.record.floor)).")
    }

    private func reported(_ found: AssessmentCase) -> CheckResult {
        if let signature = found.validSignature {
            return CheckResult(
                isMet: true, statement: "Hasil dan laporan disahkan oleh ketua tim pada \(Identity.day(signature.at).journalText).")
        }
        var missing: [String] = []
        if let sheet = found.sheets[.internalTeam] {
            if sheet.record.unanswered > 0 { missing.append("LKE TPI masih kosong pada \(sheet.record.unanswered) pertanyaan") }
        } else {
            missing.append("LKE TPI belum diunggah")
        }
        if found.report == nil { missing.append("laporan kepada pimpinan instansi belum ditulis") }
        if missing.isEmpty {
            missing.append(found.signature == nil ? "hasil belum disahkan oleh ketua tim" : "hasil berubah sesudah disahkan oleh ketua tim")
        }
        return CheckResult(
            isMet: false, statement: "Hasil penilaian belum selesai: \(missing.joined(separator: "; ")).",
            wayOut: "Lengkapi LKE TPI dan laporannya, lalu mintalah ketua tim mengesahkannya di halaman Penilaian TPI.")
    }

    private func minimums(_ found: AssessmentCase, _ party: SheetParty) -> CheckResult {
        guard let sheet = found.sheets[party] else {
            return CheckResult(
                isMet: false, statement: "LKE \(party.name) belum diunggah, jadi syarat minimal belum dapat dinilai.",
                wayOut: "Unggah LKE \(party.name) di halaman Penilaian TPI.")
        }
        guard let verdict = try? terms.judge(sheet) else {
            return CheckResult(
                isMet: false, statement: "LKE \(party.name) versi \(sheet.version) tidak dapat dihitung ulang dengan instrumen yang ada.",
                wayOut: "Unggah LKE \(party.name) sekali lagi.")
        }
        let figures = figures(sheet)
        let (name, aim) = ("LKE \(party.name) versi \(sheet.version)", verdict.designation.acronym)
        if verdict.met {
            return CheckResult(
                isMet: true, statement: "Semua \(verdict.outcomes.count) syarat \(aim) terpenuhi pada \(name), nilai \(figures.plain(sheet.record.floor)).")
        }
        let gaps = verdict.unmet.map { outcome in
            let measured = outcome.measured.map { figures.measured($0, against: outcome.minimum) } ?? "–"
            return "\(outcome.condition.name) \(measured) dari \(figures.plain(outcome.minimum)), kurang \(outcome.gap.map(figures.lack) ?? "–")"
        }
        let unmet = "\(verdict.unmet.count) dari \(verdict.outcomes.count) syarat \(aim) belum terpenuhi pada \(name)"
        return CheckResult(
            isMet: false, statement: "\(unmet): \(gaps.joined(separator: "; ")).",
            wayOut: "Kembalikan unit ke pembangunan, atau perbaiki butir yang menentukan selama penilaian masih terbuka.")
    }

    private func figures(_ sheet: SheetStore.Kept) -> Figures {
        Figures(places: (try? terms.instruments.instrument(sheet.record.instrument))?.policies.decimals ?? 2)
    }
}

extension Figures {
    /// How much is missing, without a sign: `0,25`. Never rounded away.
    func lack(_ gap: Ratio) -> String { String(signed(gap.magnitude).dropFirst(gap == .zero ? 0 : 1)) }
}
