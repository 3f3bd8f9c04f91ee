/// Whether a candidate's selection is far enough to be laid before the head of the agency.
///
/// Clause: PermenPANRB 52/2014 Lampiran Bab II.B; PermenPANRB 90/2021 Lampiran I Bab II.
public struct SelectionReview: Hashable, Sendable {
    /// What is missing.
    public enum Gap: Hashable, Sendable {
        /// There is no working group for the year.
        case noGroup
        /// The working group is not complete.
        case group(WorkingGroup.Gap)
        /// These criteria have no score; their names.
        case unscored([String])
        /// The meeting was not minuted.
        case noMinutes
        /// The meeting lies ahead.
        case minutesInFuture
        /// The meeting was before the decree that named the group.
        case minutesBeforeDecree

        /// The rule with the way out, in Indonesian.
        public var message: String {
            switch self {
            case .noGroup: "Kelompok kerja tahun ini belum dicatat. Catat keputusan dan anggotanya pada halaman pemilihan instansi."
            case .group(let gap): gap.message
            case .unscored(let names): "Belum dinilai: \(names.joined(separator: "; ")). Isi skor dan alasannya."
            case .noMinutes: "Rapat kelompok kerja belum dicatat. Isi hari rapatnya pada halaman pemilihan."
            case .minutesInFuture: "Hari rapat kelompok kerja belum tiba. Isi hari rapat yang sudah berlangsung."
            case .minutesBeforeDecree: "Rapat berlangsung sebelum kelompok kerja ditetapkan. Betulkan hari rapat atau hari keputusannya."
            }
        }
    }

    /// Everything that is missing; empty when nothing is.
    public let gaps: [Gap]

    /// Looks at what there is.
    ///
    /// - Parameters:
    ///   - group: the working group of the year; `nil` when there is none.
    ///   - metOn: the day of the minuted meeting; `nil` when there is none.
    /// - Complexity: O(criteria + members)
    public init(
        of sheet: SelectionSheet, by criteria: [SelectionCriterion], on scale: SelectionScale, group: WorkingGroup?, metOn: Day?, day: Day
    ) {
        var gaps: [Gap] = group.map { group in group.gaps(on: day).map(Gap.group) } ?? [.noGroup]
        let missing = sheet.missing(of: criteria, on: scale)
        if !missing.isEmpty { gaps.append(.unscored(missing.map(\.name))) }
        if let metOn {
            if metOn > day { gaps.append(.minutesInFuture) }
            if let group, metOn < group.decreedOn { gaps.append(.minutesBeforeDecree) }
        } else {
            gaps.append(.noMinutes)
        }
        self.gaps = gaps
    }

    /// Whether nothing is missing.
    public var isComplete: Bool { gaps.isEmpty }
}
