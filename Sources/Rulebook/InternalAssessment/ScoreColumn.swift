public import ExactMath

/// What a table of many units shows of each sheet: the total, the areas of change, and whatever else has a minimum. Which
/// columns there are follows from the instrument alone.
public struct ScoreColumn: Sendable {
    /// Names the column in addresses and the database: the id of its condition, `total`, or `area-3`.
    public let key: String
    /// What people read.
    public let name: String
    /// Positions in ``Instrument/nodes`` whose points are added.
    public let nodes: [Int]
    /// What is asked of them; `nil` where nothing is.
    public let condition: Condition?

    /// The key of the total where no condition measures it.
    public static let total = "total"

    /// The columns for an instrument and a designation: total first, then the areas of change, then the other conditions.
    ///
    /// - Complexity: O(conditions × areas)
    public static func columns(of instrument: Instrument, for designation: Designation) -> [ScoreColumn] {
        let conditions = instrument.conditions(for: designation)
        func condition(on nodes: [Int]) -> Condition? { conditions.first { $0.measure == .nodes(nodes) } }
        let components = instrument.nodes.indices.filter { instrument.nodes[$0].parent == nil }
        let whole = condition(on: components)
        var columns = [ScoreColumn(key: whole?.id.text ?? total, name: "Nilai total", nodes: components, condition: whole)]
        for area in instrument.parts.changeAreas {
            let own = condition(on: area.nodes)
            columns.append(ScoreColumn(key: own?.id.text ?? "area-\(area.number)", name: area.name, nodes: area.nodes, condition: own))
        }
        let shown = Set(columns.map(\.key))
        for condition in conditions where !shown.contains(condition.id.text) {
            guard case .nodes(let nodes) = condition.measure else { continue }
            columns.append(ScoreColumn(key: condition.id.text, name: condition.name, nodes: nodes, condition: condition))
        }
        return columns
    }

    /// The points of a sheet in this column.
    ///
    /// - Throws: `Overflow` when the exact sum does not fit.
    public func points(of scored: ScoredSheet) throws(Overflow) -> Ratio {
        var points: [Ratio] = []
        for node in nodes { points.append(scored.nodeScores[node]) }
        return try Ratio.sum(points)
    }
}

/// How far points lie from their minimum, for the eye only: nothing is decided by it (`docs/adr/0016`).
public enum HeatBand: Hashable, Sendable {
    /// At least the band's width above the minimum.
    case wellAbove
    /// Met.
    case above
    /// Met by little.
    case thin
    /// Not met.
    case below
    /// Not met by more than the band's width.
    case farBelow

    /// The band of points.
    ///
    /// - Parameters:
    ///   - thin: the part of the minimum under which a surplus is little.
    ///   - width: the part of the minimum that makes the outer bands.
    /// - Throws: `Overflow` when the exact edges do not fit.
    public init(_ points: Ratio, minimum: Ratio, thin: Ratio, width: Ratio) throws(Overflow) {
        let edge = try minimum * width
        if points < minimum {
            self = try points < minimum - edge ? .farBelow : .below
        } else if try points >= minimum + edge {
            self = .wellAbove
        } else {
            self = try points - minimum < minimum * thin ? .thin : .above
        }
    }
}
