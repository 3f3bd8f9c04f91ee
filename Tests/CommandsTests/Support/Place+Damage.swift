extension Place {
    /// Changes tables of the journal as somebody would who may do anything with the database.
    func tamper(_ statements: String) async throws {
        switch engine {
        case .sqlite:
            let triggers = try await ask("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
            try await change(triggers.map { "DROP TRIGGER \($0);" }.joined() + "PRAGMA defer_foreign_keys = ON;" + statements)
        case .postgres:
            let tables = ["entries", "nodes", "checkpoints", "openings"]
            try await change(tables.map { "ALTER TABLE journal_\($0) DISABLE TRIGGER USER;" }.joined() + statements)
        }
    }
}
