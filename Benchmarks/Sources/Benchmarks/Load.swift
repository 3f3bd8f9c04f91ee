import Synchronization

/// Many clients at once, each of which asks again as soon as it has its answer.
struct Load {
    /// Answers a second.
    let rate: Double
    /// How long each client waited for each answer.
    let times: Measurement
    /// How many of the answers were refusals.
    let refused: Int

    /// Lets the clients work. The first fifth of the time finds caches cold and is not counted.
    ///
    /// - Parameters:
    ///   - clients: how many at once.
    ///   - seconds: how long it is counted.
    ///   - work: what a client does, by its number and how often it did it before; what it throws counts as a refusal.
    static func run(
        clients: Int, seconds: Double, _ work: @escaping @Sendable (_ client: Int, _ step: Int) async throws -> Void
    ) async -> Load {
        let clock = ContinuousClock()
        let begin = clock.now + .seconds(seconds / 5)
        let end = begin + .seconds(seconds)
        return await withTaskGroup(of: (times: [Double], refused: Int).self) { group in
            for client in 0..<clients {
                group.addTask {
                    var times: [Double] = []
                    var refused = 0
                    var step = 0
                    while true {
                        let start = clock.now
                        if start >= end { return (times, refused) }
                        var isRefused = false
                        do { try await work(client, step) } catch { isRefused = true }
                        step += 1
                        let now = clock.now
                        guard now >= begin, now < end else { continue }
                        times.append((now - start) / .seconds(1))
                        if isRefused { refused += 1 }
                    }
                }
            }
            var times: [Double] = []
            var refused = 0
            for await part in group {
                times += part.times
                refused += part.refused
            }
            return Load(rate: Double(times.count) / seconds, times: Measurement(seconds: times), refused: refused)
        }
    }

    /// The heading of a table of loads.
    static func heading(_ title: String) {
        print("\n### \(title)\n\n| what | a second | p50 | p99 | worst | in one transaction | refused | of the baseline |")
        print("|---|--:|--:|--:|--:|--:|--:|--:|")
    }

    /// A line of that table.
    ///
    /// - Parameters:
    ///   - transactions: how many there were, also while it was not counted yet; `nil` where nobody counted.
    ///   - baseline: what the rate is compared with.
    func report(_ name: String, perTransaction: Double? = nil, baseline: Load? = nil) {
        let share = baseline.map { "\(Int((rate / $0.rate * 100).rounded())) %" } ?? ""
        let size = perTransaction.map { String(($0 * 10).rounded() / 10) } ?? ""
        let columns = [
            name, String(Int(rate.rounded())), Measurement.shown(times.median), Measurement.shown(times.quantile(0.99)),
            Measurement.shown(times.worst), size, refused == 0 ? "" : String(refused), share,
        ]
        print("| " + columns.joined(separator: " | ") + " |")
    }
}
