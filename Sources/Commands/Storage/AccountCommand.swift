import ArgumentParser
import Relational
import Service

/// `zona account create | reset`
struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Buat admin pertama, atau tautan bagi yang kehilangan akses.",
        discussion: "Hanya untuk orang yang mengelola mesin server. Setiap pemakaian tercatat di jurnal.",
        subcommands: [Create.self, Reset.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Buat akun admin nasional; kata sandinya dipilih sendiri lewat tautan sekali pakai.")

        @Option(help: ArgumentHelp("Nama lengkap.", valueName: "nama")) var name: String
        @Option(help: ArgumentHelp("NIP 18 angka.", valueName: "nip")) var nip: String?
        @Option(help: ArgumentHelp("Alamat surel dinas.", valueName: "surel")) var email: String?
        @OptionGroup(title: "Letak data") var storage: StorageOptions

        func run() async throws {
            let link = try await AccountCommand.withConsole(storage, beginning: true) {
                try await $0.createAdministrator(name: name, nip: nip, email: email)
            }
            Terminal.write("Akun dibuat. Tautan untuk memilih kata sandi (7 hari, sekali pakai):\n\(try storage.site)\(link)\n")
        }
    }

    struct Reset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Buat tautan kata sandi baru bagi akun yang tidak dapat dibantu admin lain.")

        @Argument(help: ArgumentHelp("Nama masuk: NIP atau surel.", valueName: "nama-masuk")) var signInName: String
        @Flag(name: .customLong("second-factor"), help: "Pasang ulang juga faktor kedua, karena ponsel dan kode pemulihan hilang.")
        var withSecondFactor = false
        @OptionGroup(title: "Letak data") var storage: StorageOptions

        func run() async throws {
            let link = try await AccountCommand.withConsole(storage, beginning: false) {
                try await $0.resetLink(for: signInName, withSecondFactor: withSecondFactor)
            }
            Terminal.write("Tautan untuk kata sandi baru (1 jam, sekali pakai):\n\(try storage.site)\(link)\n")
        }
    }

    private static func withConsole(
        _ options: StorageOptions, beginning: Bool, _ body: (AccountConsole) async throws -> String
    ) async throws -> String {
        let installation = try await options.openCurrent(beginning: beginning)
        let link = try await StorageRefusal.exiting(at: installation.place) {
            let storage = try await ServerStorage.open(
                installation.database, keys: try installation.keyFolder(), documents: try installation.documentFolder())
            if storage.isDemo { Terminal.writeError("Perhatian: ini data contoh; akun sungguhan dibuat di tempat lain.\n") }
            return try await body(AccountConsole(storage))
        }
        await installation.database.close()
        return link
    }
}

extension StorageOptions {
    /// The address of the site before a path, as far as it is configured.
    var site: String {
        get throws { try deployment().server.publicAddress?.text ?? "http://127.0.0.1:8080" }
    }
}
