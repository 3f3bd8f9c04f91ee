import ArgumentParser
import FoundationEssentials
import Relational
import RelationalPostgres
import RelationalSQLite
import Rulebook
import Service

/// Where the data of an installation are, for commands that work on them.
struct StorageOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Berkas konfigurasi server.", valueName: "berkas"))
    var config: String?

    @Option(.data) var data: String?
    @Option(.database) var database: String?

    /// What the options, the environment and the configuration file say.
    ///
    /// - Throws: exit code 64 or 65 with the reason on standard error.
    func deployment() throws -> Deployment {
        let environment = ProcessInfo.processInfo.environment
        let given: [(setting: Setting, text: String)] =
            [(.data, data), (.database, database)].compactMap { setting, text in text.map { (setting, $0) } }
        let named = environment[SettingOptions.fileVariable] ?? ""
        return try StorageRefusal.exiting {
            let resolution = try SettingResolution(
                options: given, environment: environment, path: config ?? (named.isEmpty ? nil : named))
            return resolution.deployment
        }
    }

    /// Opens the data; their schema may be of any age.
    ///
    /// - Throws: exit code 64, 65 or 70 with the reason on standard error.
    func open() async throws -> Installation {
        let deployment = try deployment()
        guard deployment.data != nil || deployment.database != nil else {
            throw ValidationError("Sebutkan letak data dengan --data atau --database.")
        }
        return try await StorageRefusal.exiting { try await Installation(deployment) }
    }

    /// Opens data whose schema is the one of this program.
    ///
    /// - Parameter beginning: whether an empty place is made ready.
    /// - Throws: exit code 64, 65 or 70 with the reason on standard error.
    func openCurrent(beginning: Bool = false) async throws -> Installation {
        let installation = try await open()
        try await StorageRefusal.exiting {
            let migrator = Migrator(Schema.migrations)
            var state = try await migrator.state(of: installation.database)
            if beginning, state.problem == nil, state.applied.isEmpty {
                _ = try await migrator.migrate(installation.database, at: MachineTime.now)
                state = try await migrator.state(of: installation.database)
            }
            if let problem = state.problem { throw StorageRefusal.schema(problem) }
            guard state.isCurrent else {
                throw Refusal(
                    .schemaUnusable, at: "",
                    "Susunan basis data belum mutakhir atau masih kosong. Jalankan zona migrate lebih dahulu.")
            }
        }
        return installation
    }
}

/// The data of an installation, opened.
struct Installation: Sendable {
    let database: any Database
    /// The data folder; `nil` when there is only a database elsewhere.
    let folder: String?

    /// The file of the embedded database in a data folder.
    static let file = "zona.db"
    /// The folder of the key files in a data folder.
    static let keys = "kunci"

    /// - Throws: `Refusal`; `RelationalError`.
    init(_ deployment: Deployment) async throws {
        folder = deployment.data
        if let address = deployment.database {
            database = try await PostgresDatabase.open(url: address.secretText)
        } else if let folder = deployment.data {
            try WritableFolder.check(folder)
            database = try SQLiteDatabase(path: "\(folder)/\(Self.file)")
        } else {
            throw Refusal(.settingsConflict, at: "data", "Sebutkan letak data dengan data atau database.")
        }
    }

    /// The folder with the keys; made where it is missing.
    ///
    /// - Throws: `Refusal` when there is no data folder to hold it, or it cannot be made.
    func keyFolder() throws(Refusal) -> String {
        guard let folder else {
            throw Refusal(
                .settingsConflict, at: "data",
                "Kunci server disimpan di folder data. Sebutkan juga data, dan pakai isi folder kunci yang sama di semua server.")
        }
        let path = "\(folder)/\(Self.keys)"
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw Refusal(.folderNotWritable, at: path, "Folder kunci tidak dapat dibuat. Periksa pemilik dan izin folder data.") }
        return path
    }
}
