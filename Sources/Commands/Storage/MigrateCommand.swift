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
        let database = try await storage.open().database
        let migrator = Migrator(Schema.migrations)
        let pending = try await StorageRefusal.exiting {
            let state = try await migrator.state(of: database)
            if let problem = state.problem { throw StorageRefusal.schema(problem) }
            return state.pending
        }
        if onlyCheck {
            await database.close()
            for step in pending { Terminal.write("belum: \(step.number) \(step.name)\n") }
            if pending.isEmpty { Terminal.write("Susunan basis data mutakhir.\n") } else { throw ExitCode(ExitStatus.unmet) }
            return
        }
        let ran = try await StorageRefusal.exiting { try await migrator.migrate(database, at: MachineTime.now) }
        await database.close()
        for step in ran { Terminal.write("selesai: \(step.number) \(step.name)\n") }
        Terminal.write("Susunan basis data mutakhir.\n")
    }
}

/// What time it is for records made by commands.
enum MachineTime {
    /// Milliseconds since 1970 (UTC).
    static var now: Int64 { Int64(Date().timeIntervalSince1970 * 1_000) }
}
