import ArgumentParser
import InstrumentFiles
import Relational
import Rulebook
import Service

/// `zona serve`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Jalankan halaman Zona.",
        discussion: """
            Berhenti dengan Ctrl+C atau SIGTERM; permintaan yang sedang berjalan diselesaikan dahulu. Setiap pengaturan dapat pula
            ditulis di berkas konfigurasi atau variabel lingkungan; `zona config show` memperlihatkan yang berlaku.
            """)

    @OptionGroup(title: "Pengaturan")
    var settings: SettingOptions

    func run() async throws {
        let deployment = try settings.resolve().deployment
        // What can be refused without touching the data comes first.
        let library = try StorageRefusal.exiting {
            guard let folder = deployment.data.map(DataFolder.init) else { return InstrumentLibrary() }
            try folder.make()
            return try folder.library()
        }
        let installation = try await open(deployment)
        let server = try StorageRefusal.exiting { try prepare(deployment, library, installation) }
        do {
            try await server.runUntilSignal()
            await installation?.database.close()
        } catch let failure as ListenFailure {
            Terminal.writeError("Zona tidak dapat dijalankan:\n" + failure.refusal.lines)
            throw ExitCode(ExitStatus.fault)
        } catch {
            Terminal.writeError("Zona berhenti karena gangguan: \(error)\n")
            throw ExitCode(ExitStatus.fault)
        }
    }

    /// Opens the data and brings them up to date; nothing is opened for a server that only checks sheets.
    private func open(_ deployment: Deployment) async throws -> Opened? {
        guard deployment.data != nil || deployment.database != nil else { return nil }
        return try await StorageRefusal.exiting(at: deployment.place) {
            try await bringUpToDate(deployment)
            let installation = try await Installation(deployment, for: .answering, creating: false)
            let storage = try await ServerStorage.open(installation.database, keys: try installation.keyFolder(), documents: try installation.documentFolder())
            return Opened(database: installation.database, storage: storage, setUp: try await storage.begin(), lookRound: try await storage.lookRound())
        }
    }

    /// Runs the steps that the schema lacks, for as long as they take.
    private func bringUpToDate(_ deployment: Deployment) async throws {
        let database = try await Installation(deployment, for: .maintaining, creating: true).database
        let migrator = Migrator(Schema.migrations)
        if let problem = try await migrator.state(of: database).problem { throw problem }
        _ = try await migrator.migrate(database, at: MachineTime.now)
        await database.close()
    }

    /// Data that are ready to be served.
    private struct Opened {
        let database: any Database
        let storage: ServerStorage
        /// The way in while nobody has one.
        let setUp: String?
        /// The ways into a demonstration.
        let lookRound: [(role: String, address: String)]
    }

    private func prepare(
        _ deployment: Deployment, _ library: InstrumentLibrary, _ opened: Opened?
    ) throws(Refusal) -> ZonaServer {
        let shown = ServerConfiguration.Listening.init
        let configuration = deployment.server
        let scheme = configuration.tls == nil ? "http" : "https"
        let server = try ZonaServer(
            configuration, library: library, storage: opened?.storage,
            onListening: { port in
                let address = "\(scheme)://\(shown(configuration.host, port).text)"
                if let setUp = opened?.setUp {
                    Terminal.write("Belum ada admin. Buka tautan ini untuk membuat yang pertama (24 jam, sekali pakai):\n")
                    Terminal.write("\(configuration.publicAddress?.text ?? address)\(setUp)\n")
                }
                if let ways = opened?.lookRound, !ways.isEmpty {
                    Terminal.write("Data contoh: orang dan unit di sini rekaan. Melihat-lihat sebagai (12 jam, sekali pakai):\n")
                    for way in ways { Terminal.write("  \(way.role): \(configuration.publicAddress?.text ?? address)\(way.address)\n") }
                }
                Terminal.write("Zona siap di \(address) (Ctrl+C untuk berhenti)\n")
            },
            onMetrics: { port in
                Terminal.write("Metrik di http://\(shown(configuration.metrics?.host ?? "", port).text)/metrics\n")
            })
        server.metrics.gauge("zona_build_info", "The program that runs.", ["version": ZonaVersion.text]).set(1)
        return server
    }
}
