import ArgumentParser
import Relational
import Journaling
import Rulebook
import Service

/// `zona journal key`
struct JournalKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Lihat atau ganti kunci penanda tangan jurnal.",
        subcommands: [Show.self, Rotate.self])

    /// `zona journal key show`
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Tampilkan kunci publik jurnal, untuk disimpan orang lain.")

        @OptionGroup(title: "Letak data") var storage: StorageOptions

        func run() async throws {
            let installation = try await storage.openCurrent()
            let database = installation.database
            try await StorageRefusal.exiting(at: installation.place) {
                let history = try await JournalKeys.history(in: database)
                guard let newest = history.last else {
                    Terminal.write("Jurnal ini belum punya kunci; kunci dibuat saat zona serve pertama kali menyala.\n")
                    return
                }
                for (index, key) in history.enumerated() {
                    Terminal.write("\(index == history.count - 1 ? "dipakai" : "lama   ")  \(key.id.text)  \(key.hex)\n")
                }
                guard installation.folder != nil else { return }
                let file = KeyFile("\(try installation.keyFolder(creating: false))/\(JournalKeyCommand.file)")
                guard file.exists else {
                    return Terminal.writeError("Berkas kunci \(file.path) tidak ada: server ini tidak dapat menandatangani jurnal.\n")
                }
                if try JournalKeys(file).verifying != newest {
                    Terminal.writeError("Berkas kunci \(file.path) bukan kunci yang dipakai: server ini tidak menandatangani jurnal.\n")
                }
            }
            await database.close()
        }
    }

    /// `zona journal key rotate`
    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rotate", abstract: "Ganti kunci penanda tangan jurnal.",
            discussion: """
                Kunci lama menandatangani yang baru, dan pergantiannya tercatat di jurnal nasional. Berkas kunci lama tetap ada di
                sampingnya dengan nama kuncinya. Bila beberapa server memakai satu basis data, salin berkas yang baru ke semuanya.
                """)

        @OptionGroup(title: "Letak data") var storage: StorageOptions

        func run() async throws {
            let installation = try await storage.openCurrent()
            let database = installation.database
            let new = try await StorageRefusal.exiting(at: installation.place) {
                let file = KeyFile("\(try installation.keyFolder())/\(JournalKeyCommand.file)")
                // Finishes a rotation that was interrupted, before a further one is begun.
                let (keys, _) = try await JournalKeys.open(file, in: database, at: MachineTime.now)
                return try await keys.rotate(in: database, at: MachineTime.now)
            }
            await database.close()
            Terminal.write("Kunci baru \(new.verifying.id.text): \(new.verifying.hex)\nSimpan kunci publik ini di luar server.\n")
        }
    }

    /// The name of the key's file in the folder of keys.
    static let file = "jurnal"
}
