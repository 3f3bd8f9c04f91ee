import FoundationEssentials

/// The program as people start it.
enum ProcessGroup {
    /// - Parameters:
    ///   - zona: path of the program.
    ///   - files: what to score.
    static func run(zona: String, files: [String]) {
        print("\n### Whole process\n\n| what | median | p10 | p90 | peak memory |\n|---|--:|--:|--:|--:|")
        report("baseline: `/bin/true`", ["/bin/true"], runs: 60)
        for file in files {
            let name = file.split(separator: "/").last ?? ""
            report("`zona score \(name)`", [zona, "score", file], runs: 60)
            report("`zona score \(name) --format json`", [zona, "score", file, "--format", "json"], runs: 30)
            report("`zona advise \(name)`", [zona, "advise", file], runs: 30)
        }
        if let file = files.first {
            let many = [String](repeating: file, count: 1_000)
            report("1,000 files at once, `--format csv`", [zona, "score"] + many + ["--format", "csv"], runs: 3)
            report("100 files at once, `--format csv`", [zona, "score"] + many.prefix(100) + ["--format", "csv"], runs: 5)
        }
    }

    private static func report(_ name: String, _ command: [String], runs: Int) {
        let children = (0..<runs).map { _ in Child.run(command, catching: false) }
        let times = Measurement(seconds: children.map(\.seconds))
        let columns = [times.median, times.quantile(0.1), times.quantile(0.9)].map(Measurement.shown)
        let failed = children.contains { $0.status != 0 } ? " (FAILED)" : ""
        let peak = (children.map(\.peak).max() ?? 0) / 100_000
        print("| \(name)\(failed) | " + columns.joined(separator: " | ") + " | \(peak / 10).\(peak % 10) MB |")
    }
}
