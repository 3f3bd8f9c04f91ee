import ArgumentParser
import InstrumentFiles
import Rulebook
import Service

/// `zona serve`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Jalankan halaman Zona.",
        discussion: "Berhenti dengan Ctrl+C atau SIGTERM; permintaan yang sedang berjalan diselesaikan dahulu.")

    @Option(help: ArgumentHelp("Alamat yang didengarkan; 0.0.0.0 untuk semua.", valueName: "alamat"))
    var host = "127.0.0.1"

    @Option(help: ArgumentHelp("Nomor port; 0 untuk port bebas mana pun.", valueName: "port"))
    var port = 8080

    @Option(
        help: ArgumentHelp(
            "Folder data. Instrumen tambahan dibaca dari instrumen/*.json, kata-kata instansi dari kata-kata/*.json.",
            valueName: "folder"))
    var data: String?

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("Port harus 0 sampai 65535.") }
    }

    func run() async throws {
        let server: ZonaServer
        do throws(Refusal) {
            let library = try data.map(DataFolder.init)?.library() ?? InstrumentLibrary()
            let shown = host.contains(":") ? "[\(host)]" : host
            server = try ZonaServer(ServerConfiguration(host: host, port: port), library: library) { port in
                Terminal.write("Zona siap di http://\(shown):\(port) (Ctrl+C untuk berhenti)\n")
            }
        } catch {
            Terminal.writeError("Zona tidak dapat dijalankan:\n" + error.lines)
            throw ExitCode(error.exitStatus)
        }
        do {
            try await server.runUntilSignal()
        } catch {
            Terminal.writeError("Zona tidak dapat mendengarkan di \(host):\(port). Periksa apakah port itu sudah dipakai (\(error)).\n")
            throw ExitCode(ExitStatus.fault)
        }
    }
}
