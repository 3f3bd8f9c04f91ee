import FoundationEssentials

/// `zona-bench [--form FILE] [--zona PROGRAM] [--only process|rules|files|hostile]`
@main
struct ZonaBench {
    static func main() async throws {
        let arguments = CommandLine.arguments
        func value(_ name: String) -> String? {
            arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
        }
        if let path = value("--refuse") { return try HostileGroup.refuse(path) }
        let only = value("--only")
        let form = value("--form")
        // First: a child's peak memory counts from what this process holds.
        if only == nil || only == "process", let zona = value("--zona") {
            ProcessGroup.run(zona: zona, files: [form, value("--workbook")].compactMap { $0 })
        }
        let bytes = try form.map { Array(try Data(contentsOf: URL(filePath: $0))) }
        if only == nil || only == "rules" { try await RulesGroup.run(form: bytes) }
        if only == nil || only == "files" { try FilesGroup.run(form: bytes) }
        if only == nil || only == "hostile" { try HostileGroup.run() }
    }
}
