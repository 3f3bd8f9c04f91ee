extension ProgrammeRules {
    /// Whether a nomination on a day lies within the period of its year: from 1 January to the last day, itself included.
    ///
    /// - Parameters:
    ///   - day: the day of the nomination.
    ///   - announced: another last day that was announced for the year, which goes before what the file says.
    /// - Complexity: O(announced days)
    public func deadlineCheck(on day: Day, announced: Day? = nil) -> CheckResult {
        let year = day.date.year
        guard let last = announced ?? lastDay(ofNominationIn: year) else {
            return CheckResult(isMet: true, statement: "Peraturan tidak menetapkan batas waktu.")
        }
        return CheckResult(
            isMet: day <= last, statement: "Batas pengajuan tahun \(year): \(last.inWords).",
            wayOut: day <= last ? "" : "Ajukan pada tahun berikutnya, mulai 1 Januari.")
    }
}
