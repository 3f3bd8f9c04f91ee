import ArgumentParser
import Relational
import RelationalSQLite
import Rulebook
import Service

/// `zona restore`
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Pulihkan cadangan ke folder data atau basis data yang kosong.",
        discussion: """
            Cadangan yang rusak, terpotong, atau dari Zona yang lebih baru ditolak sebelum ada yang ditulis, dan tidak ada yang ditimpa.
            Pindah dari SQLite ke PostgreSQL: backup dari folder data, lalu restore dengan --database.
            """)

    @Argument(help: ArgumentHelp("Berkas cadangan.", valueName: "berkas"))
    var file: String

    @OptionGroup(title: "Letak data") var storage: StorageOptions

    func run() async throws {
        let deployment = try storage.deployment()
        guard deployment.data != nil || deployment.database != nil else {
            throw ValidationError("Sebutkan tujuan dengan --data atau --database.")
        }
        // Whatever is wrong with the backup is found before the target is touched.
        let backup = try await StorageRefusal.exiting(at: file) {
            let backup = try await BackupFile(checking: file)
            try await RestoredSchema.check(backup)
            return backup
        }
        if deployment.database == nil, let folder = deployment.data {
            try await restore(backup, toFolder: folder, place: deployment.place)
        } else {
            try await restore(backup, toServer: try await storage.open(creating: false))
        }
    }

    /// The file gets its name when all is done.
    private func restore(_ backup: BackupFile, toFolder folder: String, place: String) async throws {
        try await StorageRefusal.exiting(at: place) {
            try WritableFolder.check(folder)
            try await backup.restore(to: place) { database in
                _ = try await Migrator(Schema.migrations).migrate(database, at: MachineTime.now)
                try await ServerStorage.noteRestoring(backup.digest, in: database)
            }
        }
        Terminal.write("Cadangan dipulihkan ke \(place). Letakkan kembali folder kunci dan folder berkas dokumen, lalu jalankan zona check.\n")
    }

    private func restore(_ backup: BackupFile, toServer installation: Installation) async throws {
        let database = installation.database
        let counts = try await StorageRefusal.exiting(at: installation.place) {
            let state = try await Migrator(Schema.migrations).state(of: database)
            guard state.applied.isEmpty else {
                throw Refusal(
                    .backupUnusable, at: installation.place,
                    "Basis data tujuan sudah dipakai Zona; tidak ada yang ditimpa. Sebutkan basis data yang kosong.")
            }
            if let problem = state.problem { throw problem }
            let counts = try await backup.restore(
                into: database, tables: Schema.tables, migrations: Schema.migrations, at: MachineTime.now)
            try await ServerStorage.noteRestoring(backup.digest, in: database)
            return counts
        }
        await database.close()
        Terminal.write("Cadangan dipulihkan: \(counts.values.reduce(0, +)) baris di \(counts.count) tabel. Jalankan zona check untuk memeriksanya.\n")
    }
}
