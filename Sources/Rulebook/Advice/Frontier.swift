/// The best that can be won for each effort: points of rising effort and rising gain, none dominated.
///
/// Because gains only ever help, a set of answers that costs more and wins less can never be part of the
/// cheapest plan, whatever the conditions around it ask for. That makes the search exact without trying every
/// combination.
struct Frontier {
    struct Point {
        let effort: Int
        /// In the search's common unit.
        let gain: Int128
        /// Where the choices that lead here are written down.
        let trail: Int
    }

    /// Never empty unless a condition cut everything off.
    var points: [Point]

    /// Keeps, for each effort, the greatest gain, and drops what is dominated.
    ///
    /// - Complexity: O(n log n)
    init(pruning candidates: [Point]) {
        let ordered = candidates.sorted { ($0.effort, -$0.gain) < ($1.effort, -$1.gain) }
        points = []
        for point in ordered where points.last.map({ point.gain > $0.gain }) ?? true {
            points.append(point)
        }
    }

    init(start trail: Int) {
        points = [Point(effort: 0, gain: 0, trail: trail)]
    }

    /// Cuts off everything that wins less than a condition needs.
    mutating func require(_ gain: Int128) {
        points.removeAll { $0.gain < gain }
    }
}

/// Which choices led to each point of the frontiers, as a tree that shares its branches.
struct Trail {
    private enum Entry {
        case start
        case join(Int, Int)
        case choice(improvement: Int, option: Int)
    }

    private var entries: [Entry] = [.start]

    /// The trail with no choice on it.
    static let start = 0

    mutating func choose(_ option: Int, of improvement: Int) -> Int {
        entries.append(.choice(improvement: improvement, option: option))
        return entries.count - 1
    }

    /// Both trails together, every pair of points of two frontiers.
    ///
    /// - Complexity: O(n × m × log(n × m))
    mutating func join(_ left: Frontier, _ right: Frontier) -> Frontier {
        // Best pair for each effort first, so that only the survivors get an entry.
        var best: [Int: (gain: Int128, left: Int, right: Int)] = [:]
        for a in left.points {
            for b in right.points {
                let gain = a.gain + b.gain
                if let known = best[a.effort + b.effort], known.gain >= gain { continue }
                best[a.effort + b.effort] = (gain, a.trail, b.trail)
            }
        }
        let pruned = Frontier(pruning: best.map { .init(effort: $0.key, gain: $0.value.gain, trail: $0.key) })
        var result = pruned
        result.points = pruned.points.map { point in
            guard let pair = best[point.effort] else { return point }
            return .init(effort: point.effort, gain: point.gain, trail: link(pair.left, pair.right))
        }
        return result
    }

    private mutating func link(_ left: Int, _ right: Int) -> Int {
        if left == Trail.start { return right }
        if right == Trail.start { return left }
        entries.append(.join(left, right))
        return entries.count - 1
    }

    /// The choices on a trail: by improvement, the option taken.
    ///
    /// - Complexity: O(choices)
    func choices(from trail: Int) -> [Int: Int] {
        var found: [Int: Int] = [:]
        var open = [trail]
        while let next = open.popLast() {
            switch entries[next] {
            case .start: break
            case .join(let left, let right): open += [left, right]
            case .choice(let improvement, let option): found[improvement] = option
            }
        }
        return found
    }
}
