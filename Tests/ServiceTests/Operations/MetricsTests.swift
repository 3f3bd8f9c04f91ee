import HTTPTypes
import Testing

@testable import Service

@Suite("Metrics")
struct MetricsTests {
    @Test("What was counted is written, sorted by name, each with its help and kind")
    func writing() async throws {
        let metrics = Metrics()
        metrics.counter("zona_b_total", "B.").add(3)
        metrics.gauge("zona_a", "A.").set(-2)
        metrics.samples("zona_c_seconds", "C.") { [MetricSample(1_250, places: 3), MetricSample(["x": "y"], -5, places: 1)] }
        let text = await metrics.text()
        #expect(
            text == """
                # HELP zona_a A.
                # TYPE zona_a gauge
                zona_a -2
                # HELP zona_b_total B.
                # TYPE zona_b_total counter
                zona_b_total 3
                # HELP zona_c_seconds C.
                # TYPE zona_c_seconds gauge
                zona_c_seconds 1.25
                zona_c_seconds{x="y"} -0.5

                """)
        _ = try PrometheusText(text)
        #expect(await Metrics().text() == "")
    }

    @Test("Labels and help may hold anything; names are mended")
    func escaping() async throws {
        let metrics = Metrics()
        let wild = "a\\b\"c\nd}é{,=# "
        metrics.counter("9 zona-ü", "First\\line\nsecond.", ["1 rute": wild, "b": ""]).add()
        metrics.counter("", "Nothing.").add()
        let text = try PrometheusText(await metrics.text())
        #expect(text.value("__zona__", ["__rute": wild, "b": ""]) == 1)
        #expect(text.value("_") == 1)
    }

    @Test("The same name and labels give the same counter; other labels another; another kind is kept out of sight")
    func identity() async throws {
        let metrics = Metrics()
        metrics.counter("n_total", "N.", ["a": "1"]).add()
        metrics.counter("n_total", "N.", ["a": "1"]).add()
        metrics.counter("n_total", "N.", ["a": "2"]).add(5)
        metrics.counter("n_total", "N.", ["a": "2"]).add(0)
        metrics.counter("n_total", "N.", ["a": "2"]).add(-7)
        metrics.gauge("n_total", "N.").set(9)
        let text = try PrometheusText(await metrics.text())
        #expect(text.value("n_total", ["a": "1"]) == 2)
        #expect(text.value("n_total", ["a": "2"]) == 5)
        #expect(text.order.count == 2)
    }

    @Test("A duration falls on the bound it is equal to, and above it into the next", arguments: 0..<14)
    func bounds(index: Int) async throws {
        let bound = Histogram.bounds[index]
        let histogram = Histogram()
        for microseconds in [bound - 1, bound, bound + 1] { histogram.record(microseconds: microseconds) }
        #expect(histogram.reading.upTo[index] == 2)
        #expect(histogram.reading.upTo[index + 1] == 3)
        #expect(histogram.reading.sum == 3 * bound)
    }

    @Test("Extremes are counted too")
    func extremes() async throws {
        let metrics = Metrics()
        let histogram = metrics.histogram("h_seconds", "H.", ["k": "v"])
        histogram.record(microseconds: -5)
        histogram.record(.seconds(3_600))
        histogram.record(.nanoseconds(1_500))
        let text = try PrometheusText(await metrics.text())
        #expect(text.value("h_seconds_bucket", ["k": "v", "le": "0.0005"]) == 2)
        #expect(text.value("h_seconds_bucket", ["k": "v", "le": "10"]) == 2)
        #expect(text.value("h_seconds_bucket", ["k": "v", "le": "+Inf"]) == 3)
        #expect(text.values[.init(name: "h_seconds_sum", labels: ["k": "v"])] == "3600.000001")
    }

    @Test("Nothing is lost when many count at the same time")
    func together() async throws {
        let metrics = Metrics()
        let counter = metrics.counter("n_total", "N.")
        let histogram = metrics.histogram("h_seconds", "H.")
        let requests = RequestMetrics(metrics)
        requests.know(["/a", "/b", "/a"])
        await withTaskGroup(of: Void.self) { group in
            for task in 0..<8 {
                group.addTask {
                    for index in 0..<10_000 {
                        counter.add()
                        histogram.record(microseconds: index)
                        requests.began()
                        requests.ended(route: task % 2 == 0 ? "/a" : "/b", method: .get, status: 200, microseconds: index)
                    }
                }
            }
        }
        let text = try PrometheusText(await metrics.text())
        #expect(text.value("n_total") == 80_000)
        #expect(text.value("h_seconds_count") == 80_000)
        for route in ["/a", "/b"] {
            #expect(text.value("zona_http_requests_total", ["route": route, "method": "GET", "status": "2xx"]) == 40_000)
            #expect(text.value("zona_http_request_seconds_count", ["route": route]) == 40_000)
        }
        #expect(text.value("zona_http_requests_in_flight") == 0)
    }

    @Test(
        "Every status, method and route lands in its own series, and strange ones in a shared one",
        arguments: [
            (100, "1xx"), (199, "1xx"), (200, "2xx"), (299, "2xx"), (404, "4xx"), (499, "broken_off"), (500, "5xx"), (599, "5xx"),
            (600, "5xx"), (0, "1xx"),
        ])
    func classes(status: Int, name: String) async throws {
        let metrics = Metrics()
        let requests = RequestMetrics(metrics)
        requests.know(["/a"])
        requests.began()
        requests.ended(route: "/a", method: .delete, status: status, microseconds: 1)
        requests.ended(route: "/made-up", method: .trace, status: status, microseconds: 1)
        requests.ended(route: nil, method: .get, status: status, microseconds: 1)
        let text = try PrometheusText(await metrics.text())
        #expect(text.value("zona_http_requests_total", ["route": "/a", "method": "DELETE", "status": name]) == 1)
        #expect(text.value("zona_http_requests_total", ["route": "unknown", "method": "other", "status": name]) == 1)
        #expect(text.value("zona_http_requests_total", ["route": "unknown", "method": "GET", "status": name]) == 1)
    }

    @Test("The process tells about itself")
    func process() async throws {
        let metrics = Metrics()
        ProcessMetrics.register(on: metrics)
        let text = try PrometheusText(await metrics.text())
        #expect(try #require(text.value("process_resident_memory_bytes")) > 1 << 20)
        #expect(try #require(text.value("process_virtual_memory_bytes")) > 1 << 20)
        #expect(try #require(text.value("process_open_fds")) >= 3)
        #expect(try #require(text.value("process_max_fds")) >= 3)
        let start = try #require(text.values[.init(name: "process_start_time_seconds", labels: [:])])
        let began = try #require(start.split(separator: ".").first.flatMap { Int64($0) })
        #expect(abs(SystemClock().now.seconds - began) < 86_400)
        #expect(text.kinds["process_cpu_seconds_total"] == "counter")
    }
}
