/// What must hold for a unit to set out towards a designation, and some of it again when it is nominated.
public enum CandidacyStart {
    /// Checks that a candidacy may begin.
    ///
    /// - Parameters:
    ///   - designation: what the unit sets out for.
    ///   - year: the year of nomination aimed at.
    ///   - affirmation: the kind of unit that may be proposed although prerequisites are still being met; `nil` for others.
    ///   - day: the day of beginning.
    ///   - rules: the rules it will go by.
    ///   - standing: what the unit brings along.
    /// - Throws: ``MoveRefusal`` with everything that is not met.
    public static func check(
        _ designation: Designation, year: Int, affirmation: String?, on day: Day, under rules: ProgrammeRules, standing: UnitStanding
    ) throws(MoveRefusal) {
        var list = [unitOpen(standing), only(designation, standing)] + presupposed(by: designation, under: rules, standing)
        // A wait that ends may be used to develop; one that never ends makes the way pointless.
        list += rules.parts.waits.filter { $0.years == nil }.compactMap { barred(by: $0, designation, on: day, standing) }
        list.append(
            MoveRequirement(
                .programme, isMet: rules.parts.years.contains(year), "\(rules.name) tidak berlaku untuk pengusulan tahun \(year).",
                wayOut: "Pilih tahun lain atau peraturan yang berlaku pada tahun itu."))
        if let affirmation {
            let known = rules.parts.affirmation.map { $0.designation == designation && $0.kinds.contains { $0.id == affirmation } } ?? false
            list.append(
                MoveRequirement(
                    .programme, isMet: known, "\(rules.name) tidak mengenal afirmasi itu untuk \(designation.acronym).",
                    wayOut: "Pilih salah satu yang ditawarkan, atau tanpa afirmasi."))
        }
        let unmet = list.filter { !$0.isMet }
        if !unmet.isEmpty { throw MoveRefusal(unmet) }
    }

    static func unitOpen(_ standing: UnitStanding) -> MoveRequirement {
        MoveRequirement(
            .unitOpen, isMet: !standing.isClosed, standing.isClosed ? "Unit ini sudah ditutup." : "Unit masih berjalan.",
            wayOut: "Pilih unit yang masih berjalan.")
    }

    static func only(_ designation: Designation, _ standing: UnitStanding) -> MoveRequirement {
        only(designation, isTaken: standing.onItsWay.contains(designation) || standing.awards.contains(designation))
    }

    /// That a unit goes one way to a designation at a time.
    public static func only(_ designation: Designation, isTaken: Bool) -> MoveRequirement {
        MoveRequirement(
            .only, isMet: !isTaken, "Satu unit hanya mempunyai satu pencalonan \(designation.acronym) yang berjalan, dan tidak selagi predikatnya berlaku.",
            wayOut: "Buka pencalonan yang sudah ada.")
    }

    static func presupposed(
        by designation: Designation, under rules: ProgrammeRules, _ standing: UnitStanding
    ) -> [MoveRequirement] {
        rules.parts.presuppositions.filter { $0.designation == designation }.map { rule in
            MoveRequirement(
                .presupposed(rule.presupposes), isMet: standing.awards.contains(rule.presupposes),
                "Pencalonan \(designation.acronym) memerlukan predikat \(rule.presupposes.acronym) yang berlaku.",
                wayOut: "Raih predikat \(rule.presupposes.acronym) lebih dahulu.", clause: rule.clause)
        }
    }

    /// The waits after revocations, met or not, for a nomination on a day.
    static func waits(
        for designation: Designation, on day: Day, under rules: ProgrammeRules, _ standing: UnitStanding
    ) -> [MoveRequirement] {
        rules.parts.waits.compactMap { barred(by: $0, designation, on: day, standing) }
    }

    private static func barred(
        by wait: RevocationWait, _ designation: Designation, on day: Day, _ standing: UnitStanding
    ) -> MoveRequirement? {
        guard wait.proposed == designation else { return nil }
        let days = standing.revocations.filter { wait.revoked.contains($0.designation) }.map(\.day)
        guard let latest = days.max() else { return nil }
        guard let years = wait.years else {
            return MoveRequirement(
                .wait, isMet: false, "Unit yang predikatnya pernah dicabut tidak dapat diusulkan \(designation.acronym).",
                wayOut: "Halangan ini tidak berakhir menurut peraturan tersebut.", clause: wait.clause)
        }
        let free = latest.adding(years: years)
        return MoveRequirement(
            .wait, isMet: day >= free, "Sesudah pencabutan, unit tidak dapat diusulkan \(designation.acronym) selama \(years) tahun.",
            wayOut: "Dapat diusulkan lagi mulai \(free.inWords).", clause: wait.clause)
    }
}

extension Day {
    /// The same date so many years later; for 29 February in a year without it, 1 March. Stops at the last day.
    public func adding(years: Int) -> Day {
        let (year, month, day) = date
        let (sum, beyond) = year.addingReportingOverflow(years)
        if beyond { return years < 0 ? .first : .last }
        if let same = Day(year: sum, month: month, day: day) { return same }
        return Day(year: sum, month: 3, day: 1) ?? (years < 0 ? .first : .last)
    }
}
