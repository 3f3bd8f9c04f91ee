public import ExactMath

/// All candidates of a year side by side. It orders and never decides: the head of the agency does.
public struct SelectionRanking: Sendable {
    /// Where one candidate stands.
    public struct Place: Hashable, Sendable {
        /// The candidate.
        public let candidacy: CandidacyID
        /// Its mean; `nil` while a score is missing.
        public let mean: Ratio?
        /// From 1; candidates of the same mean share a rank, and the next rank is passed over. `nil` without a mean.
        public let rank: Int?
        /// How many others have the same mean.
        public let ties: Int
    }

    /// Best first; those without a mean last, in the order given.
    public let places: [Place]

    /// Orders candidates by their exact means. Of equal ones the order given stays.
    ///
    /// - Complexity: O(n log n)
    public init(_ candidates: [(candidacy: CandidacyID, mean: Ratio?)]) {
        let scored = candidates.enumerated().compactMap { at, candidate in candidate.mean.map { (at, candidate.candidacy, $0) } }
            .sorted { left, right in left.2 == right.2 ? left.0 < right.0 : left.2 > right.2 }
        var places: [Place] = []
        var start = 0
        while start < scored.count {
            var end = start
            while end < scored.count, scored[end].2 == scored[start].2 { end += 1 }
            for at in start..<end {
                places.append(Place(candidacy: scored[at].1, mean: scored[at].2, rank: start + 1, ties: end - start - 1))
            }
            start = end
        }
        for candidate in candidates where candidate.mean == nil {
            places.append(Place(candidacy: candidate.candidacy, mean: nil, rank: nil, ties: 0))
        }
        self.places = places
    }
}
