import ArgumentParser

/// `zona serve`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "Jalankan halaman Zona.")
    func run() async throws {}
}
