import FoundationEssentials

/// How long one thing took, over many runs.
struct Measurement {
    /// Seconds of each run, shortest first.
    private let seconds: [Double]

    init(seconds: [Double]) {
        self.seconds = seconds.sorted()
    }

    /// Runs something again and again.
    ///
    /// - Parameters:
    ///   - runs: how often the time is taken.
    ///   - batch: how often it is done each time, where one is too short for the clock; times are of one.
    init(runs: Int, batch: Int = 1, _ work: (Int) throws -> Void) rethrows {
        // The first runs find caches cold and are not counted.
        for run in 0..<max(1, runs / 10) { for step in 0..<batch { try work(run &* batch &+ step) } }
        var seconds: [Double] = []
        let clock = ContinuousClock()
        for run in 0..<runs {
            let start = clock.now
            for step in 0..<batch { try work(run &* batch &+ step) }
            seconds.append((clock.now - start) / .seconds(1) / Double(batch))
        }
        self.init(seconds: seconds)
    }

    var median: Double { quantile(0.5) }
    var worst: Double { seconds.last ?? 0 }

    func quantile(_ part: Double) -> Double {
        seconds.isEmpty ? 0 : seconds[min(seconds.count - 1, Int(part * Double(seconds.count)))]
    }

    /// A line of the report.
    func report(_ name: String, note: String = "") {
        let columns = [name, Self.shown(median), Self.shown(quantile(0.1)), Self.shown(quantile(0.9)), Self.shown(worst), note]
        print("| " + columns.joined(separator: " | ") + " |")
    }

    /// A time with a unit that suits it and three digits.
    static func shown(_ seconds: Double) -> String {
        for (size, unit) in [(1e-9, "ns"), (1e-6, "µs"), (1e-3, "ms")] where seconds < size * 999.5 {
            return digits(seconds / size) + " " + unit
        }
        return digits(seconds) + " s"
    }

    private static func digits(_ number: Double) -> String {
        let scale = number < 10 ? 100.0 : number < 100 ? 10 : 1
        let rounded = (number * scale).rounded() / scale
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }
}

/// Makes the compiler believe that a value is used.
@inline(never) @_optimize(none)
func keep<Value>(_ value: Value) {}

/// The heading of a group of measurements.
func heading(_ title: String) {
    print("\n### \(title)\n\n| what | median | p10 | p90 | worst | |\n|---|--:|--:|--:|--:|---|")
}
