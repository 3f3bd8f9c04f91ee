import Synchronization

/// How often a duration fell into each of a few ranges. Recording takes two atomic additions and no lock.
public final class Histogram: Sendable {
    /// Upper ends of the ranges, in microseconds, the end included. What is longer falls into a last one.
    public static let bounds: InlineArray<14, Int> = [
        500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000,
        10_000_000,
    ]

    private let cells = InlineArray<15, Atomic<Int>> { _ in Atomic(0) }
    private let sum = Atomic<Int>(0)

    /// Starts empty.
    public init() {}

    /// Takes in one duration.
    public func record(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        record(microseconds: Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000))
    }

    /// Takes in one duration; less than 0 counts as 0.
    public func record(microseconds: Int) {
        let length = max(microseconds, 0)
        var cell = 0
        while cell < Self.bounds.count, length > Self.bounds[cell] { cell += 1 }
        cells[cell].wrappingAdd(1, ordering: .relaxed)
        sum.wrappingAdd(length, ordering: .relaxed)
    }

    /// The number of durations up to each bound and at last of all, and their sum in microseconds.
    var reading: (upTo: [Int], sum: Int) {
        var total = 0
        var upTo: [Int] = []
        for index in cells.indices {
            total += cells[index].load(ordering: .relaxed)
            upTo.append(total)
        }
        return (upTo, sum.load(ordering: .relaxed))
    }
}
