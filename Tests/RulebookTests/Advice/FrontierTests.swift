import Testing

@testable import Rulebook

@Suite("Frontiers of effort and gain")
struct FrontierTests {
    private func frontier(_ points: [(Int, Int128)], _ trail: inout Trail, _ improvement: Int) -> Frontier {
        Frontier(pruning: points.enumerated().map { .init(effort: $1.0, gain: $1.1, trail: trail.choose($0, of: improvement)) })
    }

    @Test("What costs more and wins no more is dropped")
    func pruning() {
        var trail = Trail()
        let kept = frontier([(3, 5), (0, 0), (1, 4), (2, 4), (3, 7), (4, 6), (5, 8)], &trail, 0)
        #expect(kept.points.map(\.effort) == [0, 1, 3, 5])
        #expect(kept.points.map(\.gain) == [0, 4, 7, 8])
    }

    @Test("A requirement cuts off what wins less, and keeps what wins exactly enough")
    func require() {
        var trail = Trail()
        var kept = frontier([(0, 0), (1, 4), (3, 7)], &trail, 0)
        kept.require(4)
        #expect(kept.points.map(\.gain) == [4, 7])
        kept.require(8)
        #expect(kept.points.isEmpty)
        kept.require(-1)
        #expect(trail.join(kept, Frontier(start: Trail.start)).points.isEmpty)
    }

    @Test("Joining two frontiers is trying every pair, and the choices can be traced back")
    func join() {
        var random = SplitMix64(seed: 81)
        for _ in 0..<200 {
            var trail = Trail()
            let lists = (0..<2).map { _ in
                [(0, Int128(0))]
                    + (0..<Int.random(in: 0...5, using: &random)).map { _ in
                        (Int.random(in: 1...9, using: &random), Int128(Int.random(in: 1...20, using: &random)))
                    }
            }
            let left = frontier(lists[0], &trail, 0)
            let right = frontier(lists[1], &trail, 1)
            let joined = trail.join(left, right)
            for budget in 0...18 {
                let best = lists[0].flatMap { a in lists[1].map { (a.0 + $0.0, a.1 + $0.1) } }.filter { $0.0 <= budget }.map(\.1).max()
                #expect(joined.points.last { $0.effort <= budget }?.gain == best)
            }
            for point in joined.points {
                let choices = trail.choices(from: point.trail)
                let chosen = choices.map { lists[$0.key][$0.value] }
                #expect(chosen.reduce(0) { $0 + $1.0 } == point.effort)
                #expect(chosen.reduce(0) { $0 + $1.1 } == point.gain)
            }
        }
    }
}
