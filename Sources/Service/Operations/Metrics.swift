import Synchronization

/// Everything the server counts, for Prometheus to collect.
///
///     let batches = metrics.counter("zona_write_batches_total", "Commits of the write door.")
///     batches.add()
///
/// Whoever counts keeps the counter; looking one up takes a lock and is for starting up.
public final class Metrics: Sendable {
    /// What a number means over time.
    public enum Kind: String, Sendable {
        /// It only grows.
        case counter
        /// It goes up and down.
        case gauge
        case histogram
    }

    private enum Source {
        case counter(MetricLabels, Counter)
        case gauge(MetricLabels, Gauge)
        case histogram(MetricLabels, Histogram)
        case samples(@Sendable () async -> [MetricSample])
        case histograms(@Sendable () -> [(MetricLabels, Histogram)])
    }

    private struct Family {
        let help: String
        let kind: Kind
        var sources: [Source] = []
    }

    private let families = Mutex<[String: Family]>([:])

    /// An empty collection.
    public init() {}

    /// The counter of this name and these labels, a new one at the first time.
    ///
    /// - Parameters:
    ///   - name: ends in `_total` by convention; letters that may not occur become `_`.
    ///   - help: one sentence on what is counted.
    public func counter(_ name: String, _ help: String, _ labels: MetricLabels = [:]) -> Counter {
        register(name, help, .counter, Counter(), { .counter(labels, $0) }) { source in
            if case .counter(labels, let known) = source { known } else { nil }
        }
    }

    /// The gauge of this name and these labels, a new one at the first time.
    public func gauge(_ name: String, _ help: String, _ labels: MetricLabels = [:]) -> Gauge {
        register(name, help, .gauge, Gauge(), { .gauge(labels, $0) }) { source in
            if case .gauge(labels, let known) = source { known } else { nil }
        }
    }

    /// The histogram of this name and these labels, a new one at the first time.
    ///
    /// - Parameter name: ends in `_seconds` by convention.
    public func histogram(_ name: String, _ help: String, _ labels: MetricLabels = [:]) -> Histogram {
        register(name, help, .histogram, Histogram(), { .histogram(labels, $0) }) { source in
            if case .histogram(labels, let known) = source { known } else { nil }
        }
    }

    /// Numbers that somebody else keeps, read whenever the metrics are asked for.
    ///
    /// - Parameters:
    ///   - kind: counter or gauge.
    ///   - read: must end soon, since the whole answer waits for it; an empty list leaves the metric out.
    public func samples(
        _ name: String, _ help: String, _ kind: Kind = .gauge, read: @escaping @Sendable () async -> [MetricSample]
    ) {
        _ = register(name, help, kind == .histogram ? .gauge : kind, 0, { _ in .samples(read) }) { _ in nil }
    }

    /// Histograms whose number is known only when they are asked for.
    func histograms(_ name: String, _ help: String, read: @escaping @Sendable () -> [(MetricLabels, Histogram)]) {
        _ = register(name, help, .histogram, 0, { _ in .histograms(read) }) { _ in nil }
    }

    /// A name that is taken for another kind gets an instrument that works but is not shown: counting wrongly must
    /// not stop the server.
    private func register<Instrument: Sendable>(
        _ name: String, _ help: String, _ kind: Kind, _ new: Instrument, _ source: @Sendable (Instrument) -> Source,
        find: @Sendable (Source) -> Instrument?
    ) -> Instrument {
        families.withLock { families in
            let name = MetricName.tidied(name)
            var family = families[name] ?? Family(help: help, kind: kind)
            guard family.kind == kind else { return new }
            for known in family.sources {
                if let found = find(known) { return found }
            }
            family.sources.append(source(new))
            families[name] = family
            return new
        }
    }

    /// All numbers in Prometheus' text format 0.0.4, sorted by name.
    ///
    /// - Complexity: O(series)
    public func text() async -> String {
        var text = ""
        for (name, family) in families.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            var lines = ""
            for source in family.sources {
                switch source {
                case .counter(let labels, let counter): lines += "\(name)\(labels.text()) \(counter.value)\n"
                case .gauge(let labels, let gauge): lines += "\(name)\(labels.text()) \(gauge.value)\n"
                case .histogram(let labels, let histogram): lines += Self.lines(name, labels, histogram)
                case .samples(let read):
                    for sample in await read() { lines += "\(name)\(sample.labels.text()) \(sample.number)\n" }
                case .histograms(let read):
                    for (labels, histogram) in read() { lines += Self.lines(name, labels, histogram) }
                }
            }
            guard !lines.isEmpty else { continue }
            let help = family.help.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
            text += "# HELP \(name) \(help)\n# TYPE \(name) \(family.kind.rawValue)\n\(lines)"
        }
        return text
    }

    private static func lines(_ name: String, _ labels: MetricLabels, _ histogram: Histogram) -> String {
        let (upTo, sum) = histogram.reading
        var lines = ""
        for (index, count) in upTo.enumerated() {
            let bound = index < Histogram.bounds.count ? MetricSample.decimal(Histogram.bounds[index], places: 6) : "+Inf"
            lines += "\(name)_bucket\(labels.text("le=\"\(bound)\"")) \(count)\n"
        }
        lines += "\(name)_sum\(labels.text()) \(MetricSample.decimal(sum, places: 6))\n"
        return lines + "\(name)_count\(labels.text()) \(upTo.last ?? 0)\n"
    }
}
