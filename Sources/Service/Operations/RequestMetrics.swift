import HTTPTypes
import Synchronization

/// What is counted about requests: by route as it was registered, never by the path as typed.
final class RequestMetrics: Sendable {
    private static let methods: [HTTPRequest.Method] = [.get, .head, .post, .put, .delete, .patch, .options]
    private static let classes = 6

    /// One route's numbers.
    private final class Series: Sendable {
        /// Methods, an unknown one last, times classes of status.
        let counts = InlineArray<48, Atomic<Int>> { _ in Atomic(0) }
        let durations = Histogram()
    }

    private final class Table: Sendable {
        let series: [String: Series]

        init(_ routes: [String]) {
            series = Dictionary(routes.map { ($0, Series()) }) { first, _ in first }
        }
    }

    /// Read by every request without counting references; ``owner`` keeps it alive.
    private let table = Atomic<Unmanaged<Table>?>(nil)
    private let owner = Mutex<Table?>(nil)
    /// Requests to no known route.
    private let other = Series()
    private let inFlight: Gauge
    private let tooLarge: Counter
    private let busy: Counter
    private let brokenOff: Counter

    init(_ metrics: Metrics) {
        inFlight = metrics.gauge("zona_http_requests_in_flight", "Requests being worked on.")
        let refused = "Requests that were turned away before their work began, or broke off."
        tooLarge = metrics.counter("zona_http_refused_total", refused, ["reason": "too_large"])
        busy = metrics.counter("zona_http_refused_total", refused, ["reason": "busy"])
        brokenOff = metrics.counter("zona_http_refused_total", refused, ["reason": "broken_off"])
        metrics.samples("zona_http_requests_total", "Requests answered, by route, method and class of status.", .counter) {
            [weak self] in self?.samples ?? []
        }
        metrics.histograms("zona_http_request_seconds", "Time from the head of a request to its answer, by route.") {
            [weak self] in self?.histograms ?? []
        }
    }

    /// Names the routes there are, once; before that all requests count as unknown.
    func know(_ routes: [String]) {
        owner.withLock { owner in
            guard owner == nil else { return }
            let new = Table(routes)
            owner = new
            table.store(.passUnretained(new), ordering: .releasing)
        }
    }

    func began() { inFlight.add(1) }

    /// - Parameters:
    ///   - route: as it was registered; nil or an unregistered one for an address that is not known.
    ///   - status: 499 for a connection that broke off.
    func ended(route: String?, method: HTTPRequest.Method, status: Int, microseconds: Int) {
        inFlight.add(-1)
        let series = found(route) ?? other
        let column = Self.methods.firstIndex(of: method) ?? Self.methods.count
        let row = status == 499 ? 0 : min(max(status / 100, 1), Self.classes - 1)
        series.counts[column * Self.classes + row].wrappingAdd(1, ordering: .relaxed)
        series.durations.record(microseconds: microseconds)
        switch status {
        case 413: tooLarge.add()
        case 499: brokenOff.add()
        case 503: busy.add()
        default: break
        }
    }

    private func found(_ route: String?) -> Series? {
        guard let route, let table = table.load(ordering: .acquiring) else { return nil }
        return table._withUnsafeGuaranteedRef { $0.series[route] }
    }

    private var all: [(route: String, series: Series)] {
        let known = (owner.withLock { $0?.series } ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return known + [("unknown", other)]
    }

    private var samples: [MetricSample] {
        all.flatMap { route, series in
            series.counts.indices.compactMap { index in
                let count = series.counts[index].load(ordering: .relaxed)
                guard count > 0 else { return nil }
                let (column, row) = index.quotientAndRemainder(dividingBy: Self.classes)
                let method = column < Self.methods.count ? Self.methods[column].rawValue : "other"
                let status = row == 0 ? "broken_off" : "\(row)xx"
                return MetricSample(["route": route, "method": method, "status": status], count)
            }
        }
    }

    private var histograms: [(MetricLabels, Histogram)] {
        all.compactMap { route, series in
            (series.durations.reading.upTo.last ?? 0) > 0 ? (["route": route], series.durations) : nil
        }
    }
}
