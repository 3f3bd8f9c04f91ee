import ArgumentParser
import FoundationEssentials
import Relational
import Service

/// `zona migrate`
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Mutakhirkan susunan basis data.",
        discussion: """
            Langkah yang sudah dijalankan tidak diulang; setiap langkah tersimpan utuh atau tidak sama sekali. `zona serve`
            melakukannya sendiri saat menyala. Buat cadangan lebih dahulu: tidak ada langkah mundur.
            """)

    @OptionGroup(title: "Letak data") var storage: StorageOptions

    @Flag(name: .customLong("check"), help: "Hanya periksa; keluar dengan kode 1 bila ada langkah yang belum dijalankan.")
    var onlyCheck = false

    func run() async throws {
        // Looking only makes no file.
        if onlyCheck, try storage.deployment().lacksFile { return try tell(Schema.migrations) }
        let installation = try await storage.open(creating: !onlyCheck)
        let (database, migrator) = (installation.database, Migrator(Schema.migrations))
        let (pending, ran) = try await StorageRefusal.exiting(at: installation.place) {
            let state = try await migrator.state(of: database)
            if let problem = state.problem { throw problem }
            if onlyCheck { return (state.pending, [Migration]()) }
            let ran = try await migrator.migrate(database, at: MachineTime.now)
            try await ServerStorage.prepareSearch(in: database)
            return (state.pending, ran)
        }
        await database.close()
        if onlyCheck { return try tell(pending) }
        for step in ran { Terminal.write("selesai: \(step.number) \(step.name)\n") }
        Terminal.write("Susunan basis data mutakhir.\n")
    }

    private func tell(_ pending: [Migration]) throws {
        for step in pending { Terminal.write("belum: \(step.number) \(step.name)\n") }
        guard pending.isEmpty else { throw ExitCode(ExitStatus.unmet) }
        Terminal.write("Susunan basis data mutakhir.\n")
    }
}

/// What time it is for records made by commands.
enum MachineTime {
    /// Milliseconds since 1970 (UTC).
    static var now: Int64 { Int64(Date().timeIntervalSince1970 * 1_000) }
}
