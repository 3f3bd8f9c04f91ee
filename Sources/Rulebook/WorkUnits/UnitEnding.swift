/// How a unit's life ends: it is closed, or merged into another. It keeps its past and takes on nothing new.
public enum UnitEnding {
    /// Where the problems of a merger are, in the words of the form.
    public enum Field {
        /// The unit it becomes part of.
        public static let target = "unit-tujuan"
        /// The first day on which it is part of the other.
        public static let day = "tanggal-gabung"
    }

    /// Makes sure that something new may begin in a unit, such as a candidacy.
    ///
    /// - Throws: ``Refusal`` of code `unitEnded`.
    public static func requireOpen(isClosed: Bool) throws(Refusal) {
        guard isClosed else { return }
        throw Refusal(
            .unitEnded, at: "", "Unit ini sudah ditutup atau digabung. Riwayatnya tetap ada, tetapi tidak ada yang baru dimulai di sini.")
    }

    /// Every problem of merging a unit into another of its agency.
    ///
    /// - Parameters:
    ///   - above: the units that the other stands under, the nearest first.
    ///   - isTargetClosed: whether the other has ended itself.
    ///   - day: the first day on which they are one; `nil` where it was no day.
    public static func mergerProblems(
        of unit: WorkUnitID, into target: WorkUnitID, under above: [WorkUnitID], isTargetClosed: Bool, on day: Day?, today: Day
    ) -> [Finding] {
        var problems: [Finding] = []
        if target == unit || above.contains(unit) || isTargetClosed {
            problems.append(
                .error(
                    .mergerTargetInvalid, at: Field.target,
                    "Unit tujuan harus unit lain yang masih berjalan di instansi yang sama dan tidak berada di bawah unit ini."))
        }
        if day.map({ $0 > today }) ?? true {
            problems.append(.error(.mergerDayInvalid, at: Field.day, "Isi tanggal penggabungan, paling lambat hari ini."))
        }
        return problems
    }
}
