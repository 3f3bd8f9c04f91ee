import ArgumentParser
import Relational
import Service

/// `zona journal export`
struct JournalExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Tulis seluruh jurnal satu instansi ke satu berkas.",
        discussion: "Boleh dijalankan selagi server menyala. Berkasnya diperiksa dengan zona journal verify.")

    @OptionGroup(title: "Letak data") var storage: StorageOptions

    @Option(help: ArgumentHelp("Kode instansi, atau nasional.", valueName: "kode"))
    var agency: String

    @Flag(help: "Sertakan data diri yang belum dihapus.")
    var withPersonal = false

    @Option(name: .shortAndLong, help: ArgumentHelp("Berkas yang ditulis; - untuk keluaran baku.", valueName: "berkas"))
    var output: String

    func run() async throws {
        let installation = try await storage.openCurrent()
        let database = installation.database
        do {
            var export = try await JournalExport(of: agency, in: database, withPersonal: withPersonal)
            let file = try OutputFile(output, replacing: true)
            while let bytes = try await export.next() { try file.write(bytes) }
            try file.finish()
            await database.close()
        } catch is JournalExport.UnknownAgency {
            await database.close()
            throw ValidationError("Tidak ada instansi dengan kode \(agency).")
        } catch {
            await database.close()
            try StorageRefusal.exiting(at: installation.place) { throw error }
        }
    }
}
