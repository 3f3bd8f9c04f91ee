import ExactMath
import Relational
import Rulebook

/// What a move may ask of the declaration, found out in the transaction of the move.
enum DeclarationChecks {
    /// Whether the declaration was held, enough have signed, and readiness was stated.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(employees of the unit)
    static func results(
        for candidacy: CandidacyStore.Kept, under rules: ProgrammeRules, on day: Day, in session: any ReadSession
    ) throws -> [Check: CheckResult] {
        let declaration = try DeclarationStore.find(of: candidacy, in: session)
        let roll = PactStore.Roll(of: candidacy, on: day, declaredOn: declaration?.heldOn)
        return [
            .declarationHeld: held(declaration, on: day),
            .pactCovered: covered(try PactStore.coverage(roll, in: session), by: rules.parts.pact),
            .readinessStated: stated(try DeclarationStore.readiness(of: candidacy, in: session), on: day),
        ]
    }

    static func held(_ declaration: Declaration?, on day: Day) -> CheckResult {
        guard let declaration else {
            return CheckResult(
                isMet: false, statement: "Acara pencanangan belum dicatat.", wayOut: "Isi hari, tempat, dan pengumumannya pada halaman pencanangan.")
        }
        let when = "Pencanangan pada \(declaration.heldOn.journalText) di \(declaration.place)"
        switch declaration.standing(on: day) {
        case .planned:
            return CheckResult(isMet: false, statement: "\(when) belum berlangsung.", wayOut: "Tunggu sampai acaranya berlangsung.")
        case .unpublished:
            return CheckResult(
                isMet: false, statement: "\(when) belum diumumkan.", wayOut: "Umumkan pencanangan, lalu catat tempat pengumumannya.")
        case .held: return CheckResult(isMet: true, statement: "\(when), diumumkan lewat \(declaration.publication).")
        }
    }

    static func covered(_ coverage: PactCoverage, by rule: PactRule) -> CheckResult {
        guard let share = coverage.share else {
            return CheckResult(
                isMet: false, statement: "Daftar pegawai unit masih kosong.", wayOut: "Isi daftar pegawai pada halaman pencanangan.")
        }
        let statement =
            "\(coverage.signed) dari \(coverage.employed) pegawai (\(percent(share, against: rule.share))) sudah menandatangani per \(coverage.day.journalText); \(words(rule))."
        if coverage.meets(rule) { return CheckResult(isMet: true, statement: statement) }
        let wayOut =
            coverage.missing(for: rule).map { "Minta paling sedikit \($0) pegawai lagi menandatangani pakta integritas." }
            ?? "Periksa daftar pegawai: ketentuan ini belum dapat dipenuhi."
        return CheckResult(isMet: false, statement: statement, wayOut: wayOut)
    }

    static func stated(_ readiness: DeclarationStore.Readiness?, on day: Day) -> CheckResult {
        guard let readiness, readiness.statedOn <= day else {
            return CheckResult(
                isMet: false, statement: "Pimpinan unit belum menyatakan kesiapan.",
                wayOut: "Mintalah pimpinan unit menyatakannya pada halaman pencanangan.")
        }
        return CheckResult(isMet: true, statement: "Kesiapan dinyatakan pimpinan unit pada \(readiness.statedOn.journalText).")
    }

    /// What is asked for, such as `ketentuan: lebih dari 50%`.
    static func words(_ rule: PactRule) -> String {
        "ketentuan: \(rule.isExclusive ? "lebih dari" : "paling sedikit") \(percent(rule.share, against: .zero))"
    }

    /// `80%`, or with decimals where they are needed; 50,001% against 50% is not written 50%.
    static func percent(_ share: Ratio, against bound: Ratio) -> String {
        guard let value = try? share * Ratio(100), let limit = try? bound * Ratio(100) else { return "–" }
        let figures = Figures(places: 2)
        return (value.isWhole ? figures.short(value) : figures.measured(value, against: limit)) + "%"
    }
}
