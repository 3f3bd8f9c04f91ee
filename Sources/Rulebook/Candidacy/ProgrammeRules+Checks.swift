import ExactMath

/// What must hold before a unit is taken through stages by a programme file.
extension ProgrammeRules {
    /// Every problem of the parts, in the order of the file.
    static func problems(in parts: Parts) -> [Finding] {
        frameProblems(parts) + moveProblems(parts) + stepProblems(parts) + nominationProblems(parts) + areaProblems(parts)
    }

    private static func problem(_ place: String, _ message: String) -> Finding {
        .error(.programmeMalformed, at: place, message)
    }

    private static func frameProblems(_ parts: Parts) -> [Finding] {
        var problems: [Finding] = []
        if parts.stages.map(\.stage) != Stage.allCases {
            problems.append(problem("stages", "Tulis setiap tahap satu kali menurut urutannya."))
        }
        problems += repeated(parts.documents.map(\.kind.text), "documents")
        if parts.pact.share < .zero || parts.pact.share > .one || parts.pact.isExclusive && parts.pact.share == .one {
            problems.append(problem("pact.share", "Cakupan harus dari 0 sampai 1 dan dapat dicapai."))
        }
        if parts.criteria.isEmpty { problems.append(problem("criteria", "Tulis paling sedikit satu kriteria pemilihan.")) }
        problems += repeated(parts.criteria.map(\.id), "criteria")
        let months = parts.development.leastMonths.values
        if months.contains(where: { !(1...60).contains($0) }) || !(1...12).contains(parts.development.reviewEveryMonths) {
            problems.append(problem("development", "Masa pembangunan 1 sampai 60 bulan; jarak monitoring 1 sampai 12 bulan."))
        }
        let texts = [
            ("pact.clause", parts.pact.clause), ("development.clause", parts.development.clause), ("monitoring.clause", parts.monitoring.clause),
        ]
        let clauses =
            texts + parts.stages.map { ("stages.\($0.stage.rawValue)", $0.clause) } + parts.criteria.map { ("criteria.\($0.id)", $0.clause) }
            + parts.notes.map { ("notes.\($0.topic)", $0.clause) }
        for (place, clause) in clauses where clause.isEmpty { problems.append(problem(place, "Aturan ini belum menyebut dasar hukumnya.")) }
        return problems
    }

    private static func moveProblems(_ parts: Parts) -> [Finding] {
        var problems: [Finding] = []
        let known = Set(parts.documents.map(\.kind))
        for rule in parts.moves {
            let place = "moves.\(rule.move.rawValue)"
            if rule.roles.isEmpty || rule.designations.isEmpty {
                problems.append(problem(place, "Sebutkan paling sedikit satu peran dan satu predikat."))
            }
            if rule.clause.isEmpty { problems.append(problem(place, "Aturan ini belum menyebut dasar hukumnya.")) }
            if rule.apartFrom.contains(rule.move) { problems.append(problem(place, "Langkah tidak dapat dipisah dari dirinya sendiri.")) }
            for kind in rule.documents where !known.contains(kind) {
                problems.append(problem(place, "Jenis dokumen “\(kind)” tidak ada pada documents."))
            }
            if rule.checks.contains(.withinDeadline), parts.deadline == nil {
                problems.append(problem(place, "Tenggat diperiksa, tetapi deadline tidak ditulis."))
            }
        }
        for move in Move.allCases {
            for designation in Designation.allCases {
                let count = parts.moves.filter { $0.move == move && $0.designations.contains(designation) }.count
                if count > 1 || count == 0 && !move.mayBeMissing {
                    problems.append(
                        problem("moves.\(move.rawValue)", "Untuk \(designation.acronym) ada \(count) aturan. Tulis tepat satu untuk tiap predikat."))
                }
            }
        }
        return problems
    }

    private static func stepProblems(_ parts: Parts) -> [Finding] {
        var problems = repeated(parts.reviewSteps.map(\.id.text), "reviewSteps")
        for designation in Designation.allCases where !parts.reviewSteps.contains(where: { $0.designations.contains(designation) }) {
            problems.append(problem("reviewSteps", "Belum ada langkah reviu untuk \(designation.acronym)."))
        }
        for step in parts.reviewSteps {
            if step.clause.isEmpty { problems.append(problem("reviewSteps.\(step.id)", "Langkah ini belum menyebut dasar hukumnya.")) }
            if let least = step.leastRespondents, !(1...10_000).contains(least) {
                problems.append(problem("reviewSteps.\(step.id)", "Jumlah responden paling sedikit harus 1 sampai 10.000."))
            }
        }
        return problems
    }

    private static func nominationProblems(_ parts: Parts) -> [Finding] {
        var problems: [Finding] = []
        if let deadline = parts.deadline {
            // A year without a leap day: the day must exist every year.
            if Day(year: 2_023, month: deadline.month, day: deadline.day) == nil || deadline.clause.isEmpty {
                problems.append(problem("deadline", "Tenggat harus tanggal yang ada setiap tahun, dengan dasar hukumnya."))
            }
            for announced in deadline.announced where announced.day.date.year != announced.year || announced.source.isEmpty {
                problems.append(problem("deadline.announced", "Tenggat tahun \(announced.year) harus jatuh pada tahun itu dan menyebut sumbernya."))
            }
            problems += repeated(deadline.announced.map { "\($0.year)" }, "deadline.announced")
        }
        if let affirmation = parts.affirmation {
            problems += repeated(affirmation.kinds.map(\.id), "affirmation.kinds")
            if affirmation.kinds.isEmpty || affirmation.clause.isEmpty {
                problems.append(problem("affirmation", "Tulis paling sedikit satu jenis unit, dengan dasar hukumnya."))
            }
        }
        problems += repeated(parts.revocationGrounds.map(\.id), "revocationGrounds")
        if parts.revocationGrounds.isEmpty { problems.append(problem("revocationGrounds", "Tulis paling sedikit satu alasan pencabutan.")) }
        for wait in parts.waits where wait.clause.isEmpty || wait.years.map({ !(1...50).contains($0) }) ?? false {
            problems.append(problem("waits", "Masa tunggu 1 sampai 50 tahun, dengan dasar hukumnya."))
        }
        if let years = parts.monitoring.everyYears, !(1...10).contains(years) {
            problems.append(problem("monitoring", "Pemantauan tiap 1 sampai 10 tahun."))
        }
        return problems
    }

    private static func areaProblems(_ parts: Parts) -> [Finding] {
        var problems = repeated(parts.areas.map { "\($0.number)" }, "areas")
        for area in parts.areas where area.targets.isEmpty || area.indicators.isEmpty || area.clause.isEmpty {
            problems.append(problem("areas.\(area.number)", "Area ini belum lengkap: sasaran, indikator, dan dasar hukumnya."))
        }
        return problems
    }

    private static func repeated(_ ids: [String], _ place: String) -> [Finding] {
        var seen: Set<String> = []
        return ids.filter { !seen.insert($0).inserted }.map { problem("\(place).\($0)", "Ditulis lebih dari sekali.") }
    }
}
