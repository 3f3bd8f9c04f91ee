import Testing

/// A strict reader of Prometheus' text format: whatever it does not expect fails the test.
struct PrometheusText {
    struct Series: Hashable {
        let name: String
        let labels: [String: String]
    }

    struct Malformed: Error {
        let line: String
        let reason: String
    }

    private(set) var values: [Series: String] = [:]
    private(set) var kinds: [String: String] = [:]
    /// In the order of the lines.
    private(set) var order: [Series] = []

    init(_ text: String) throws {
        guard text.isEmpty || text.hasSuffix("\n") else { throw Malformed(line: "", reason: "no end of line at the end") }
        var helped: Set<String> = []
        var current = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init) {
            func fail(_ reason: String) -> Malformed { Malformed(line: line, reason: reason) }
            if line.hasPrefix("# HELP ") {
                let parts = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
                guard parts.count == 4, !parts[3].isEmpty, helped.insert(String(parts[2])).inserted else { throw fail("help") }
                current = String(parts[2])
            } else if line.hasPrefix("# TYPE ") {
                let parts = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
                guard parts.count == 4, parts[2] == current, kinds[current] == nil, ["counter", "gauge", "histogram"].contains(parts[3])
                else { throw fail("type") }
                kinds[current] = parts[3]
            } else {
                let series = try Self.series(line)
                let family =
                    kinds[current] == "histogram"
                    ? ["_bucket", "_sum", "_count"].map { current + $0 }.contains(series.0.name) : series.0.name == current
                guard family else { throw fail("not of the family \(current)") }
                guard series.1.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil else { throw fail("number") }
                guard values.updateValue(series.1, forKey: series.0) == nil else { throw fail("twice") }
                order.append(series.0)
            }
        }
        try checkHistograms()
    }

    func value(_ name: String, _ labels: [String: String] = [:]) -> Int? {
        values[Series(name: name, labels: labels)].flatMap { Int($0) }
    }

    private static func series(_ line: String) throws -> (Series, String) {
        let fail = Malformed(line: line, reason: "series")
        guard let head = line.prefixMatch(of: /[a-zA-Z_:][a-zA-Z0-9_:]*/) else { throw fail }
        var rest = line[head.range.upperBound...]
        var labels: [String: String] = [:]
        if rest.first == "{" {
            rest.removeFirst()
            while true {
                guard let match = rest.prefixMatch(of: /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\[\\"n])*)"([,}])/) else { throw fail }
                let value = String(match.2).replacing("\\\\", with: "\u{1}").replacing("\\\"", with: "\"").replacing("\\n", with: "\n")
                    .replacing("\u{1}", with: "\\")
                guard labels.updateValue(value, forKey: String(match.1)) == nil else { throw fail }
                rest = rest[match.range.upperBound...]
                if match.3 == "}" { break }
            }
        }
        guard rest.first == " " else { throw fail }
        return (Series(name: String(head.0), labels: labels), String(rest.dropFirst()))
    }

    /// Buckets rise with their bounds, end in +Inf, and that one is the count.
    private func checkHistograms() throws {
        for (family, kind) in kinds where kind == "histogram" {
            for count in order where count.name == family + "_count" {
                let buckets = order.filter { series in
                    var labels = series.labels
                    return series.name == family + "_bucket" && labels.removeValue(forKey: "le") != nil && labels == count.labels
                }
                let counts = buckets.compactMap { values[$0].flatMap { Int($0) } }
                guard counts == counts.sorted(), buckets.last?.labels["le"] == "+Inf", counts.last.map(String.init) == values[count],
                    values[Series(name: family + "_sum", labels: count.labels)] != nil
                else { throw Malformed(line: family, reason: "histogram") }
            }
        }
    }
}
