import Relational
import RelationalSQLite
import Service

/// Whether a backup is one that this program can use.
enum RestoredSchema {
    /// - Throws: `Refusal` of code `schemaUnusable`; `RelationalError`.
    static func check(_ backup: BackupFile) async throws {
        let database = try backup.open()
        do {
            let state = try await Migrator(Schema.migrations).state(of: database)
            if let problem = state.problem { throw StorageRefusal.schema(problem) }
            await database.close()
        } catch {
            await database.close()
            throw error
        }
    }
}
