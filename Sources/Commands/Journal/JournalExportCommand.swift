import ArgumentParser
import Relational
import Glibc
import Journaling
import Rulebook
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
            let file = try OutputFile(output)
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

/// A file that is written piece by piece, under another name until it is whole.
final class OutputFile {
    private let path: String
    private let draft: String
    private let stream: UnsafeMutablePointer<FILE>
    private var isFinished = false

    /// Begins a file that only its owner may read; `-` is standard output.
    ///
    /// - Throws: `Refusal`
    init(_ path: String) throws(Refusal) {
        self.path = path
        draft = path == "-" ? "/dev/stdout" : path + ".sementara"
        if path != "-" { unlink(draft) }
        let descriptor = open(draft, path == "-" ? O_WRONLY : O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0, let stream = fdopen(descriptor, "wb") else { throw Self.refusal(path) }
        self.stream = stream
    }

    deinit {
        if isFinished { return }
        fclose(stream)
        if path != "-" { unlink(draft) }
    }

    /// - Throws: `Refusal`
    func write(_ bytes: [UInt8]) throws(Refusal) {
        guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else { throw Self.refusal(path) }
    }

    /// Gives the file its name.
    ///
    /// - Throws: `Refusal`
    func finish() throws(Refusal) {
        guard fflush(stream) == 0 else { throw Self.refusal(path) }
        guard path == "-" || (fsync(fileno(stream)) == 0 && rename(draft, path) == 0) else { throw Self.refusal(path) }
        isFinished = true
        fclose(stream)
    }

    private static func refusal(_ path: String) -> Refusal {
        Refusal(.unreadableFile, at: path, "Berkas tidak dapat ditulis: \(FileTrouble.text).")
    }
}
