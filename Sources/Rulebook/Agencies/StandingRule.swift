/// What a statement about an agency or a unit has to be, and when it may be revoked.
public enum StandingRule {
    /// Where the problems are, in the words of the form.
    public enum Field {
        /// What is stated.
        public static let fact = "keadaan"
        /// The value.
        public static let value = "nilai"
        /// The financial year.
        public static let year = "tahun"
        /// The day of the document.
        public static let day = "tanggal"
        /// The document.
        public static let source = "sumber"
        /// From which day a revoked statement no longer counts.
        public static let revokedOn = "tanggal-cabut"
        /// Why it is revoked.
        public static let reason = "alasan"
    }

    /// The first financial year that can be stated; nothing in the programme is older.
    public static let firstYear = 2000
    /// How long the name of a document and a reason may be, in characters.
    public static let lengths = 5...300

    /// Every problem of a statement by itself.
    ///
    /// - Parameters:
    ///   - year: `nil` where none was given.
    ///   - statedOn: `nil` where it was no day.
    ///   - today: nothing is stated ahead of time.
    public static func problems(
        of fact: Fact, text: String, year: Int?, statedOn: Day?, source: String, today: Day
    ) -> [Finding] {
        var problems: [Finding] = []
        do {
            _ = try fact.read(text)
        } catch {
            problems += error.findings.map { .error($0.code, at: Field.value, $0.message) }
        }
        if statedOn.map({ $0 > today }) ?? true {
            problems.append(.error(.standingDayInvalid, at: Field.day, "Isi tanggal dokumennya, paling lambat hari ini."))
        }
        if fact.source.isYearly {
            // The year of the document is the last it can tell of.
            let last = min(statedOn ?? today, today).date.year
            if year.map({ !(firstYear...max(firstYear, last)).contains($0) }) ?? true {
                problems.append(
                    .error(
                        .standingYearInvalid, at: Field.year,
                        "Isi tahun yang dinilai, mulai \(firstYear) dan tidak sesudah tahun dokumennya."))
            }
        } else if year != nil {
            problems.append(
                .error(.standingYearInvalid, at: Field.year, "\(fact.name): kosongkan tahunnya. Yang berlaku ialah tanggal dokumennya."))
        }
        if !isPlain(source) {
            problems.append(
                .error(
                    .standingSourceMissing, at: Field.source,
                    "Sebut dokumen sumbernya, misalnya nomor dan tanggal surat, dengan \(lengths.lowerBound) sampai \(lengths.upperBound) huruf."))
        }
        return problems
    }

    /// Makes sure that nothing is stated twice: for a financial year, or of one day, only one statement stands.
    ///
    /// - Parameter kept: statements about the same holder.
    /// - Throws: ``Refusal`` of code `standingStands`.
    /// - Complexity: O(kept)
    public static func requireFree(
        _ fact: Fact, year: Int?, statedOn: Day, among kept: [Standing]
    ) throws(Refusal) {
        let name = fact.source.standing ?? fact.id
        let stands = kept.contains { standing in
            guard standing.fact == name, standing.revocation == nil else { return false }
            return fact.source.isYearly ? standing.year == year : standing.statedOn == statedOn
        }
        if stands {
            throw Refusal(
                .standingStands, at: fact.source.isYearly ? Field.year : Field.day,
                "\(fact.name) untuk \(fact.source.isYearly ? "tahun" : "tanggal") itu sudah dicatat. Bila keliru, cabut catatan itu dahulu, lalu catat yang benar."
            )
        }
    }

    /// Every problem of revoking a statement.
    ///
    /// - Parameter day: from when it no longer counts; `nil` where it was no day.
    public static func revocationProblems(
        of standing: Standing, on day: Day?, reason: String, today: Day
    ) -> [Finding] {
        if standing.revocation != nil {
            return [.error(.standingRevoked, at: "", "Catatan ini sudah dicabut. Tidak ada lagi yang perlu dicabut.")]
        }
        var problems: [Finding] = []
        if day.map({ $0 < standing.statedOn || $0 > today }) ?? true {
            problems.append(
                .error(
                    .standingDayInvalid, at: Field.revokedOn,
                    "Isi tanggal sejak kapan catatan tidak berlaku, dari tanggal dokumennya sampai hari ini."))
        }
        if !isPlain(reason) {
            problems.append(
                .error(
                    .revocationReasonMissing, at: Field.reason,
                    "Tulis alasannya dengan \(lengths.lowerBound) sampai \(lengths.upperBound) huruf."))
        }
        return problems
    }

    /// Whether a text is of the length asked for and made of what can be seen.
    ///
    /// - Complexity: O(length)
    static func isPlain(_ text: String) -> Bool {
        lengths.contains(text.unicodeScalars.count)
            && text.unicodeScalars.allSatisfy {
                switch $0.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
                default: true
                }
            }
    }
}
