import FoundationEssentials
import Relational
import RelationalPostgres
import RelationalSQLite
import Rulebook
import Service

/// The data of an installation, opened.
struct Installation: Sendable {
    /// What the data are opened for.
    enum Purpose: Sendable {
        /// People wait for answers: no statement may take long.
        case answering
        /// Copies, checks and steps of the schema take as long as the data are large.
        case maintaining
    }

    let database: any Database
    /// The data folder; `nil` when there is only a database elsewhere.
    let folder: String?
    /// Where the database is, for messages; without a password.
    let place: String

    /// The file of the embedded database in a data folder.
    static let file = "zona.db"
    /// The folder of the key files in a data folder.
    static let keys = "kunci"
    /// The folder of the contents of documents in a data folder.
    static let documents = "berkas"

    /// - Parameter creating: whether a database file that is not there is made.
    /// - Throws: `Refusal`; `RelationalError`.
    init(_ deployment: Deployment, for purpose: Purpose, creating: Bool) async throws {
        folder = deployment.data
        place = deployment.place
        if let address = deployment.database {
            var options = PostgresOptions()
            if purpose == .maintaining { options.statementTimeout = nil }
            database = try await PostgresDatabase.open(url: address.secretText, options: options)
        } else if let folder = deployment.data {
            try WritableFolder.check(folder)
            guard creating || !deployment.lacksFile else {
                throw Refusal(
                    .unreadableFile, at: place,
                    "Di sini tidak ada basis data. Periksa letak data yang disebut, atau buat basis data baru dengan zona migrate.")
            }
            database = try SQLiteDatabase(path: place)
        } else {
            throw Refusal(.settingsConflict, at: "data", "Sebutkan letak data dengan data atau database.")
        }
    }

    /// The folder with the keys.
    ///
    /// - Parameter creating: whether it is made where it is missing.
    /// - Throws: `Refusal` when there is no data folder to hold it, or it cannot be made.
    func keyFolder(creating: Bool = true) throws(Refusal) -> String {
        guard let folder else {
            throw Refusal(
                .settingsConflict, at: "data",
                "Kunci server disimpan di folder data. Sebutkan juga data, dan pakai isi folder kunci yang sama di semua server.")
        }
        let path = "\(folder)/\(Self.keys)"
        if !creating { return path }
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw Refusal(.folderNotWritable, at: path, "Folder kunci tidak dapat dibuat. Periksa pemilik dan izin folder data.") }
        return path
    }

    /// The folder of the contents of documents; it is made when the first one is kept.
    ///
    /// - Throws: `Refusal` when there is no data folder to hold it.
    func documentFolder() throws(Refusal) -> String {
        guard let folder else { throw Refusal(.settingsConflict, at: "data", "Sebutkan juga data: folder untuk kunci server dan berkas dokumen.") }
        return "\(folder)/\(Self.documents)"
    }
}

extension Deployment {
    /// Where the database is, for messages; without a password.
    var place: String {
        database?.description ?? data.map { "\($0)/\(Installation.file)" } ?? ""
    }

    /// Whether the data folder is there and the file of the embedded database is not.
    var lacksFile: Bool {
        guard database == nil, let data else { return false }
        return FileManager.default.fileExists(atPath: data) && !FileManager.default.fileExists(atPath: place)
    }
}
