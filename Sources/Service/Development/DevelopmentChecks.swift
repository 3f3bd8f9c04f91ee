import Relational
import Rulebook

/// What the development says about the checks it owns.
enum DevelopmentChecks {
    /// Finds out about the plan, the reviews of progress and the time of development.
    ///
    /// - Parameters:
    ///   - question: the candidacy as the move holds it, the rules it goes by, and the day.
    /// - Throws: `RelationalError`.
    /// - Complexity: O(actions + reviews)
    static func results(of question: CandidacyChecks.Question, in session: any ReadSession) throws -> [Check: CheckResult] {
        let (candidacy, day, rule) = (question.candidacy, question.day, question.rules.parts.development)
        let (agency, id) = (candidacy.agency, candidacy.id)
        let kept = try DevelopmentStore.plan(of: id, of: agency, in: session)
        let actions = try DevelopmentStore.actions(of: id, of: agency, in: session)
        let plan = try DevelopmentStore.actionPlan(kept, actions, of: id, of: agency, in: session)
        let appointed = try DevelopmentStore.appointed(id, of: agency, in: session)
        let reviews = try DevelopmentStore.reviews(of: id, of: agency, in: session)
        let rhythm = appointed.flatMap { ReviewRhythm(start: $0, months: kept?.months ?? rule.reviewEveryMonths) }
        return [
            .planAdopted: adopted(plan), .progressReviewed: reviewed(reviews, rhythm, on: day),
            .developedLongEnough: developed(appointed, rule.leastMonths[candidacy.designation], on: day),
        ]
    }

    static func adopted(_ plan: ActionPlan) -> CheckResult {
        let count = plan.standing.count
        guard let adoption = plan.adoption else {
            return CheckResult(
                isMet: false, statement: count == 0 ? "Rencana aksi belum disusun." : "Rencana dengan \(count) aksi belum ditetapkan.",
                wayOut: count == 0
                    ? "Susun rencana aksi, lalu mintalah pimpinan unit menetapkannya."
                    : "Mintalah pimpinan unit yang tidak ikut menyusunnya menetapkan rencana.")
        }
        let revision = adoption.revision == 1 ? "" : " (revisi \(adoption.revision - 1))"
        guard plan.isAdopted else {
            return CheckResult(
                isMet: false,
                statement: "Rencana\(revision) ditetapkan \(adoption.on.text), tetapi \(plan.waiting.count) perubahan sesudahnya belum ditetapkan.",
                wayOut: "Mintalah pimpinan unit yang tidak ikut mengubahnya menetapkan perubahan itu.")
        }
        return CheckResult(isMet: true, statement: "Rencana\(revision) dengan \(count) aksi ditetapkan \(adoption.on.text).")
    }

    static func reviewed(_ reviews: [ProgressReview], _ rhythm: ReviewRhythm?, on day: Day) -> CheckResult {
        guard let rhythm else {
            return CheckResult(
                isMet: false, statement: "Unit belum ditetapkan, jadi jadwal monev belum berjalan.", wayOut: "Catat penetapan unit lebih dahulu.")
        }
        let standing = ReviewStanding(reviews, rhythm: rhythm, on: day)
        var problems: [String] = []
        if !standing.overdue.isEmpty {
            problems.append("monev periode \(standing.overdue.map(String.init).joined(separator: ", ")) belum dicatat walau sudah lewat")
        }
        if standing.lateFindings > 0 { problems.append("\(standing.lateFindings) temuan lewat tenggat dan belum ditutup") }
        if standing.held == 0, problems.isEmpty { problems.append("belum ada monev yang dicatat") }
        let open = standing.openFindings == 0 ? "" : " \(standing.openFindings) temuan masih terbuka, belum lewat tenggat."
        guard problems.isEmpty else {
            return CheckResult(
                isMet: false, statement: "\(standing.held) monev dicatat; \(problems.joined(separator: "; ")).\(open)",
                wayOut: "Catat monev yang tertinggal dan tutup temuan yang lewat tenggat pada halaman Monev.")
        }
        return CheckResult(
            isMet: true, statement: "\(standing.held) monev dicatat menurut jarak \(rhythm.months) bulan, tidak ada yang tertinggal.\(open)")
    }

    static func developed(_ appointed: Day?, _ leastMonths: Int?, on day: Day) -> CheckResult {
        guard let appointed else {
            return CheckResult(isMet: false, statement: "Unit belum ditetapkan.", wayOut: "Catat penetapan unit lebih dahulu.")
        }
        let time = DevelopmentTime(since: appointed)
        let months = CalendarSpan.wholeMonths(from: appointed, to: day)
        let passed = "Membangun \(months) bulan penuh sejak \(appointed.text)"
        guard let least = leastMonths, least > 0 else {
            return CheckResult(isMet: true, statement: "\(passed); peraturan tidak menetapkan masa paling singkat.")
        }
        let reached = time.reached(months: least)
        guard day >= reached else {
            return CheckResult(
                isMet: false, statement: "\(passed); paling singkat \(least) bulan, tercapai \(reached.text).",
                wayOut: "Lanjutkan pembangunan; langkah ini dapat diambil mulai \(reached.text).")
        }
        return CheckResult(isMet: true, statement: "\(passed); paling singkat \(least) bulan, tercapai \(reached.text).")
    }
}
