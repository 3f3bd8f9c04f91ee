import ArgumentParser
import FoundationEssentials
import Relational
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
    /// - Parameter creating: whether a file that is not there is made.
    /// - Throws: exit code 64, 65 or 70 with the reason on standard error.
    func open(creating: Bool) async throws -> Installation {
        let deployment = try deployment()
        guard deployment.data != nil || deployment.database != nil else {
            throw ValidationError("Sebutkan letak data dengan --data atau --database.")
        }
        return try await StorageRefusal.exiting(at: deployment.place) {
            try await Installation(deployment, for: .maintaining, creating: creating)
        }
    }

    /// Opens data whose schema is the one of this program.
    ///
    /// - Parameter beginning: whether an empty place is made ready.
    /// - Throws: exit code 64, 65 or 70 with the reason on standard error.
    func openCurrent(beginning: Bool = false) async throws -> Installation {
        let installation = try await open(creating: beginning)
        try await StorageRefusal.exiting(at: installation.place) {
            let migrator = Migrator(Schema.migrations)
            var state = try await migrator.state(of: installation.database)
            if beginning, state.applied.isEmpty, state.problem == nil {
                _ = try await migrator.migrate(installation.database, at: MachineTime.now)
                state = try await migrator.state(of: installation.database)
            }
            if let problem = state.problem { throw problem }
            guard state.isCurrent else {
                throw Refusal(
                    .schemaUnusable, at: installation.place,
                    "Susunan basis data belum mutakhir atau masih kosong. Jalankan zona migrate lebih dahulu.")
            }
        }
        return installation
    }
}
