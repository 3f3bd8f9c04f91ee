import ArgumentParser
import Glibc
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
            PostgreSQL. Folder kunci tidak ikut: simpan salinannya di tempat lain, jangan bersama cadangan. Isi dokumen ikut bila
            disimpan di PostgreSQL; yang ada di folder data/berkas disalin tersendiri, sesudah cadangan ini.
            """)

    @Argument(help: ArgumentHelp("Berkas cadangan yang dibuat; tidak boleh sudah ada.", valueName: "berkas"))
    var file: String

    @OptionGroup(title: "Letak data") var storage: StorageOptions

    func run() async throws {
        let installation = try await storage.openCurrent()
        let backup = try await StorageRefusal.exiting(at: installation.place) {
            try requireWritable()
            do {
                return try await BackupFile.write(
                    from: installation.database, to: file, tables: Schema.tables, migrations: Schema.migrations, at: MachineTime.now)
            } catch let fault as BackupFault {
                // It is about this file, not about the database.
                return try StorageRefusal.exiting(at: file) { throw fault }
            }
        }
        let outside = try await StorageRefusal.exiting(at: installation.place) { try await DocumentContents(installation.database, folder: nil).outside() }
        await installation.database.close()
        Terminal.write("Cadangan ditulis ke \(file): \(backup.length) bita, SHA-256 \(backup.digest)\n")
        if outside.count > 0 {
            let folder = "\(installation.folder.map { "\($0)/" } ?? "")\(Installation.documents)"
            Terminal.write("Isi \(outside.count) dokumen (\(outside.bytes) bita) tidak ikut: salin juga folder \(folder).\n")
        } else {
            Terminal.write("Isi semua dokumen ikut di dalamnya.\n")
        }
    }

    /// The folder of the file, looked at beforehand: what the database says of it later does not name it.
    private func requireWritable() throws(Refusal) {
        let folder = file.lastIndex(of: "/").map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? "."
        guard access(folder, W_OK | X_OK) == 0 else {
            throw Refusal(.unreadableFile, at: file, "Berkas tidak dapat ditulis di folder itu: \(FileTrouble.text). Pilih tempat lain.")
        }
    }
}
