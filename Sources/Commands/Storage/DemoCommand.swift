import ArgumentParser
import Relational
import Service

/// `zona demo`
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Isi folder data atau basis data yang kosong dengan instansi contoh.",
        discussion: """
            Orang, unit, dan nilainya rekaan; setiap halaman menyebutnya. Data contoh tidak pernah bercampur dengan data sungguhan: tempat yang sudah
            berisi ditolak. Sesudahnya, zona serve mencetak tautan untuk melihat-lihat sebagai setiap peran.
            """)

    @OptionGroup(title: "Letak data") var storage: StorageOptions

    func run() async throws {
        let installation = try await storage.openCurrent(beginning: true)
        let result = try await StorageRefusal.exiting(at: installation.place) {
            try await DemoStory(
                ServerStorage.open(installation.database, keys: try installation.keyFolder(), documents: try installation.documentFolder())
            ).tell()
        }
        await installation.database.close()
        Terminal.write(
            "Data contoh dibuat di \(installation.place): \(result.units) unit, \(result.people) orang. Jalankan zona serve dengan letak data yang sama.\n")
    }
}
