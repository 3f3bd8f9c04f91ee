import Synchronization

/// A number that only grows, such as requests answered. Counting takes one atomic addition and no lock.
public final class Counter: Sendable {
    private let total = Atomic<Int>(0)

    /// Starts at 0.
    public init() {}

    /// What was counted so far.
    public var value: Int { total.load(ordering: .relaxed) }

    /// Counts.
    ///
    /// - Parameter amount: 0 or more; anything less is not counted.
    public func add(_ amount: Int = 1) {
        guard amount > 0 else { return }
        total.wrappingAdd(amount, ordering: .relaxed)
    }
}

/// A number that goes up and down, such as requests in progress. Changing it takes one atomic operation and no lock.
public final class Gauge: Sendable {
    private let current = Atomic<Int>(0)

    /// Starts at 0.
    public init() {}

    /// The number as it stands.
    public var value: Int { current.load(ordering: .relaxed) }

    /// Changes the number by an amount, which may be negative.
    public func add(_ amount: Int) {
        current.wrappingAdd(amount, ordering: .relaxed)
    }

    /// Gives the number another value.
    public func set(_ value: Int) {
        current.store(value, ordering: .relaxed)
    }
}
