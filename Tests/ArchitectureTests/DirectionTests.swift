import Testing

/// Who may know whom. The manifest holds most of it; these tests hold the rest and say why.
@Suite("Direction of dependencies")
struct DirectionTests {
    /// By target: the only modules its files may import.
    static let allowed: [String: Set<String>] = [
        "ExactMath": [],
        "Markup": [],
        "Rulebook": ["ExactMath"],
        "InstrumentFiles": ["ExactMath", "Rulebook", "CEmbedded", "FoundationEssentials"],
        "Documents": [
            "ExactMath", "Rulebook", "CEmbedded", "CZip", "CExpat", "CXlsxWriter", "FoundationEssentials", "Glibc",
            "Musl", "Darwin", "Synchronization",
        ],
        "Journaling": ["Crypto"],
        "Relational": ["Synchronization"],
        "RelationalSQLite": ["Crypto", "Dispatch", "GRDB", "GRDBSQLite", "Glibc", "Relational", "Synchronization"],
        "RelationalPostgres": ["CPostgres", "Dispatch", "Glibc", "Relational", "Synchronization"],
        "zona": ["Commands"],
    ]

    @Test("Each target imports only what it may know", arguments: allowed.keys.sorted())
    func imports(target: String) {
        let files = Repository.swiftFiles(under: "Sources/\(target)")
        #expect(!files.isEmpty)
        for file in files {
            let strangers = file.imports.subtracting(Self.allowed[target] ?? [])
            #expect(strangers.isEmpty, "\(file.path) imports \(strangers.sorted())")
        }
    }

    @Test("The server knows neither the command line nor an engine of a database")
    func serviceBelowCommands() {
        for file in Repository.swiftFiles(under: "Sources/Service") {
            #expect(
                file.imports.isDisjoint(with: [
                    "ArgumentParser", "Commands", "CPostgres", "GRDB", "GRDBSQLite", "RelationalPostgres", "RelationalSQLite",
                ]), "\(file.path)")
        }
    }

    @Test("No module bears the name of a type in it")
    func moduleNames() {
        for folder in [
            "ExactMath", "Rulebook", "InstrumentFiles", "Documents", "Markup", "Journaling", "Relational", "RelationalSQLite",
            "RelationalPostgres", "Service", "Commands",
        ] {
            for file in Repository.swiftFiles(under: "Sources/\(folder)") {
                let declared = file.code.matches(of: /\b(?:struct|class|enum|protocol|actor|typealias) (\w+)/).map { String($0.1) }
                #expect(!declared.contains(folder), "\(file.path)")
            }
        }
    }
}
