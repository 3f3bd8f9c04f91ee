/// The conditions of a designation as a tree: each stands under the smallest one that contains it.
///
/// The adviser is exact because conditions nest: an area lies within its component, a component within the
/// total. Conditions that cross (share questions without one containing the other) are refused.
struct ConditionTree {
    struct Branch {
        /// Position among the conditions.
        let condition: Int
        /// The questions that count, those of the branches below included.
        let questions: Set<Int>
        /// Questions that count in no branch below.
        var own: [Int]
        var below: [Int]
    }

    /// Smallest first, so every branch stands after those below it.
    private(set) var branches: [Branch]
    /// The branches that stand under no other.
    private(set) var roots: [Int]

    /// - Throws: ``Refusal`` when two conditions cross.
    /// - Complexity: O(conditions² × questions)
    init(_ conditions: [Condition], of instrument: Instrument) throws(Refusal) {
        let sets = conditions.enumerated().map { position, condition -> (Int, Set<Int>) in
            guard case .nodes(let nodes) = condition.measure else { return (position, []) }
            return (position, Set(nodes.flatMap { instrument.nodes[$0].questions }))
        }
        branches = sets.sorted { ($0.1.count, $0.0) < ($1.1.count, $1.0) }.map {
            Branch(condition: $0.0, questions: $0.1, own: [], below: [])
        }
        roots = []
        for (position, branch) in branches.enumerated() {
            for other in branches[(position + 1)...]
            where !branch.questions.isDisjoint(with: other.questions) && !branch.questions.isSubset(of: other.questions) {
                throw Refusal(
                    .conditionsOverlap, at: conditions[branch.condition].id.text,
                    "Syarat ini beririsan dengan \(conditions[other.condition].id), sehingga langkah termurah tidak dapat dihitung pasti.")
            }
            let above = branches.indices[(position + 1)...].first { branch.questions.isSubset(of: branches[$0].questions) }
            if let above { branches[above].below.append(position) } else { roots.append(position) }
        }
        for position in branches.indices {
            let covered = branches[position].below.reduce(into: Set<Int>()) { $0.formUnion(branches[$1].questions) }
            branches[position].own = branches[position].questions.subtracting(covered).sorted()
        }
    }
}
