/// The steps by which a working group scores a candidate. No regulation sets them; each stands with what it means, so that two
/// groups mean the same by a number.
public struct SelectionScale: Hashable, Sendable {
    /// One step.
    public struct Level: Hashable, Sendable {
        /// The number that is given.
        public let score: Int
        /// What it stands for, in Indonesian.
        public let meaning: String

        /// Puts a step together.
        public init(score: Int, meaning: String) {
            self.score = score
            self.meaning = meaning
        }
    }

    /// Lowest first.
    public let levels: [Level]

    /// Puts a scale together; that it rises is not checked.
    public init(_ levels: [Level]) {
        self.levels = levels
    }

    /// The scale that Zona uses.
    public static let standard = SelectionScale([
        Level(score: 1, meaning: "belum tampak; tidak ada data yang mendukung"),
        Level(score: 2, meaning: "tampak sebagian kecil; data yang mendukung sedikit"),
        Level(score: 3, meaning: "cukup tampak; ada data untuk sebagian besar"),
        Level(score: 4, meaning: "jelas tampak; data lengkap dan berlaku sekarang"),
        Level(score: 5, meaning: "sangat jelas; data lengkap dan menonjol di antara unit lain"),
    ])

    /// The step of a score; `nil` when it is not on the scale.
    ///
    /// - Complexity: O(levels)
    public func level(_ score: Int) -> Level? { levels.first { $0.score == score } }
}
