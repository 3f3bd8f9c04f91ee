import ArgumentParser
import Relational
import RelationalSQLite
import Rulebook
import Service

/// `zona backup`
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Buat cadangan seluruh basis data ke satu berkas.",
        discussion: """
            Boleh dijalankan selagi server menyala; isinya satu keadaan yang utuh. Berkas yang sama dapat dipulihkan ke SQLite maupun
            PostgreSQL. Folder kunci tidak ikut: simpan salinannya di tempat lain, jangan bersama cadangan.
            """)

    @Argument(help: ArgumentHelp("Berkas cadangan yang dibuat; tidak boleh sudah ada.", valueName: "berkas"))
    var file: String

    @OptionGroup(title: "Letak data") var storage: StorageOptions

    func run() async throws {
        let database = try await storage.openCurrent().database
        let backup = try await StorageRefusal.exiting {
            try await BackupFile.write(
                from: database, to: file, tables: Schema.tables, migrations: Schema.migrations, at: MachineTime.now)
        }
        await database.close()
        Terminal.write("Cadangan ditulis ke \(file): \(backup.length) bita, SHA-256 \(backup.digest)\n")
    }
}

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
        let backup = try await StorageRefusal.exiting { try await BackupFile(checking: file) }
        if deployment.database == nil, let folder = deployment.data {
            try await StorageRefusal.exiting {
                // A backup of a newer program is refused before anything is written.
                try await RestoredSchema.check(backup)
                try WritableFolder.check(folder)
                try await backup.restore(to: "\(folder)/\(Installation.file)")
                let installation = try await Installation(deployment)
                _ = try await Migrator(Schema.migrations).migrate(installation.database, at: MachineTime.now)
                try await ServerStorage.noteRestoring(backup.digest, in: installation.database)
                await installation.database.close()
            }
            Terminal.write("Cadangan dipulihkan ke \(folder)/\(Installation.file). Letakkan kembali folder kunci, lalu jalankan zona check.\n")
            return
        }
        let installation = try await storage.open()
        let counts = try await StorageRefusal.exiting {
            try await backup.restore(
                into: installation.database, tables: Schema.tables, migrations: Schema.migrations, at: MachineTime.now)
        }
        try await StorageRefusal.exiting { try await ServerStorage.noteRestoring(backup.digest, in: installation.database) }
        await installation.database.close()
        Terminal.write("Cadangan dipulihkan: \(counts.values.reduce(0, +)) baris di \(counts.count) tabel. Jalankan zona check untuk memeriksanya.\n")
    }
}
