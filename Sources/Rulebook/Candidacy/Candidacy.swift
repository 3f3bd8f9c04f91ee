/// The way of one unit towards one designation, as far as the rules look at it.
///
/// Where it stands is not stored here but follows from the moves that were taken: there is no state without a way to it.
public struct Candidacy: Sendable {
    /// The unit.
    public let unit: WorkUnitID
    /// What it is on its way to.
    public let designation: Designation
    /// The kind of unit that may be proposed although prerequisites are still being met; `nil` for others.
    public let affirmation: String?
    /// Why somebody has to look at it before it may go on; `nil` when nobody has to.
    public let needsAttention: String?
    /// What was done, the first move first.
    public let moves: [RecordedMove]
    /// Where it stands.
    public let state: CandidacyState

    /// Follows the moves from the beginning.
    ///
    /// - Returns: `nil` when one is missing, or cannot have been taken where it stands in the list.
    /// - Complexity: O(moves)
    public init?(
        unit: WorkUnitID, designation: Designation, affirmation: String? = nil, needsAttention: String? = nil, moves: [RecordedMove] = []
    ) {
        var state = CandidacyState.preparing
        for (place, move) in moves.enumerated() {
            guard move.sequence == place + 1, state.kind == move.from, let next = state.after(move.move, by: move.actor, with: move.result),
                next.kind == move.to
            else { return nil }
            state = next
        }
        self.unit = unit
        self.designation = designation
        self.affirmation = affirmation
        self.needsAttention = needsAttention
        self.moves = moves
        self.state = state
    }

    /// The last time a step was taken.
    ///
    /// - Complexity: O(moves)
    public func last(_ move: Move) -> RecordedMove? { moves.last { $0.move == move } }

    /// The steps that lead on from where it stands, in the order in which they are offered.
    ///
    /// - Complexity: O(steps × rules)
    public func openMoves(under rules: ProgrammeRules) -> [Move] {
        Move.allCases.filter { state.allows($0, under: rules, towards: designation) }
    }
}
