import Relational
import RelationalSQLite
import Service

/// Whether a backup is one that this program can use.
enum RestoredSchema {
    /// - Throws: `SchemaProblem`; `BackupFault.notABackup` when it holds no schema; `RelationalError`.
    static func check(_ backup: BackupFile) async throws {
        let database = try backup.open()
        do {
            let state = try await Migrator(Schema.migrations).state(of: database)
            if let problem = state.problem { throw problem }
            guard !state.applied.isEmpty else { throw BackupFault.notABackup }
            await database.close()
        } catch {
            await database.close()
            throw error
        }
    }
}
