/// The people who look for the unit to choose, named by decree of the head of the agency.
///
/// Clause: PermenPANRB 52/2014 Lampiran Bab II.B; PermenPANRB 90/2021 Lampiran I Bab II.
public struct WorkingGroup: Hashable, Sendable {
    /// What somebody is in the group. Raw values stand in the database.
    public enum Part: String, CaseIterable, Hashable, Sendable {
        /// Leads it and answers for its minutes.
        case chair = "ketua"
        /// Keeps the minutes.
        case secretary = "sekretaris"
        /// Takes part.
        case member = "anggota"

        /// What people read, in Indonesian.
        public var name: String {
            switch self {
            case .chair: "Ketua"
            case .secretary: "Sekretaris"
            case .member: "Anggota"
            }
        }
    }

    /// The number of the decree.
    public let decree: String
    /// The day of the decree.
    public let decreedOn: Day
    /// What each member is, in any order.
    public let parts: [Part]

    /// Puts a group together; nothing is checked here.
    public init(decree: String, decreedOn: Day, parts: [Part]) {
        self.decree = decree
        self.decreedOn = decreedOn
        self.parts = parts
    }

    /// What is missing before the group may propose anything; empty when nothing is.
    ///
    /// - Complexity: O(members)
    public func gaps(on day: Day) -> [Gap] {
        var gaps: [Gap] = []
        if decreedOn > day { gaps.append(.decreeInFuture) }
        let chairs = parts.count { $0 == .chair }
        if chairs == 0 { gaps.append(.noChair) }
        if chairs > 1 { gaps.append(.severalChairs) }
        if parts.count < 2 { gaps.append(.alone) }
        return gaps
    }

    /// What may be missing.
    public enum Gap: Hashable, Sendable {
        /// The decree is of a day that lies ahead.
        case decreeInFuture
        /// Nobody leads it.
        case noChair
        /// More than one leads it.
        case severalChairs
        /// One person is no group.
        case alone

        /// The rule with the way out, in Indonesian.
        public var message: String {
            switch self {
            case .decreeInFuture: "Hari keputusan tentang kelompok kerja belum tiba. Tunggu sampai keputusannya berlaku."
            case .noChair: "Kelompok kerja belum mempunyai ketua. Tambahkan satu orang sebagai ketua."
            case .severalChairs: "Kelompok kerja mempunyai lebih dari satu ketua. Sisakan satu, ubah yang lain menjadi anggota."
            case .alone: "Kelompok kerja terdiri atas paling sedikit dua orang. Tambahkan anggotanya."
            }
        }
    }
}
