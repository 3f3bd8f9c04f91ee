import FoundationEssentials

/// `zona-bench [--form FILE] [--zona PROGRAM] [--only process|rules|files|hostile|storage|journal]
///             [--seconds N] [--facts N] [--cache FOLDER]`
@main
struct ZonaBench {
    static func main() async throws {
        let arguments = CommandLine.arguments
        func value(_ name: String) -> String? {
            arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
        }
        if let path = value("--refuse") { return try HostileGroup.refuse(path) }
        if let folder = value("--make-journal") {
            return try await JournalCache.make(folder, arguments.last.flatMap { Int($0) } ?? 0)
        }
        let only = value("--only")
        let form = value("--form")
        // First: a child's peak memory counts from what this process holds.
        if only == nil || only == "process", let zona = value("--zona") {
            ProcessGroup.run(zona: zona, files: [form, value("--workbook")].compactMap { $0 })
        }
        if only == nil || only == "journal", let zona = value("--zona") {
            try await JournalGroup.run(
                zona: zona, facts: value("--facts").flatMap { Int($0) } ?? 1_000_000,
                cache: value("--cache") ?? "Benchmarks/.build/journals")
        }
        let bytes = try form.map { Array(try Data(contentsOf: URL(filePath: $0))) }
        if only == nil || only == "rules" { try await RulesGroup.run(form: bytes) }
        if only == nil || only == "files" { try FilesGroup.run(form: bytes) }
        if only == nil || only == "hostile" { try HostileGroup.run() }
        if only == nil || only == "storage" {
            try await StorageGroup.run(seconds: value("--seconds").flatMap { Double($0) } ?? 10)
        }
    }
}
