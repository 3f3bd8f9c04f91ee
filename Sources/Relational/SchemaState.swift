/// A step that a database has on record.
public struct AppliedMigration: Hashable, Sendable {
    /// Its place, from 1.
    public let number: Int
    /// Its name for people.
    public let name: String
    /// The digest of the script that ran, as lower-case hex.
    public let checksum: String
    /// When it ran, in milliseconds since 1970 (UTC).
    public let appliedAt: Int64

    /// A step on record.
    public init(number: Int, name: String, checksum: String, appliedAt: Int64) {
        self.number = number
        self.name = name
        self.checksum = checksum
        self.appliedAt = appliedAt
    }
}

/// Why a program must not touch a database.
public enum SchemaProblem: Error, Hashable, Sendable {
    /// The program's own steps are not numbered from 1 without a gap; the first number that is wrong.
    case misnumbered(Int)
    /// The program has no script of this step for this engine.
    case scriptMissing(Int)
    /// There are tables, but no record of the steps that made them: it belongs to another program.
    case foreignTables([String])
    /// The record lacks this step although it holds a later one.
    case gap(Int)
    /// This step was another one when it ran.
    case changed(Int, name: String)
    /// The database has this step, the program's last one is an earlier one: the program is too old.
    case newer(database: Int, program: Int)

    /// In English, for the log; names tables and steps, never values.
    public var detail: String {
        switch self {
        case .misnumbered(let number): "the program's migration \(number) is not at its place"
        case .scriptMissing(let number): "the program has no script of migration \(number) for this engine"
        case .foreignTables(let tables): "the database holds tables of another program: \(tables.prefix(5).joined(separator: ", "))"
        case .gap(let number): "the database lacks migration \(number) but has a later one"
        case .changed(let number, let name): "migration \(number) (\(name)) was changed after it had run"
        case .newer(let database, let program): "the database has migration \(database), the program knows \(program)"
        }
    }
}

/// How far a database has come along the steps of a program.
public struct SchemaState: Hashable, Sendable {
    /// What is on record, in order.
    public let applied: [AppliedMigration]
    /// What would still have to run, in order; empty when there is a problem.
    public let pending: [Migration]
    /// Why nothing may run, or `nil`.
    public let problem: SchemaProblem?

    /// Whether the program can use the database as it is.
    public var isCurrent: Bool { problem == nil && pending.isEmpty }

    /// Compares the steps of a program with what a database has on record.
    ///
    /// - Parameters:
    ///   - migrations: of the program, in order.
    ///   - applied: on record, in any order.
    ///   - otherTables: tables of the database besides the record.
    ///   - dialect: which engine it is.
    /// - Complexity: O(n log n) in the steps.
    public init(migrations: [Migration], applied: [AppliedMigration], otherTables: [String], dialect: Dialect) {
        self.applied = applied.sorted { $0.number < $1.number }
        problem = SchemaState.problem(migrations, self.applied, otherTables, dialect)
        pending = problem == nil ? Array(migrations.dropFirst(applied.count)) : []
    }

    private static func problem(
        _ migrations: [Migration], _ applied: [AppliedMigration], _ otherTables: [String], _ dialect: Dialect
    ) -> SchemaProblem? {
        for (index, migration) in migrations.enumerated() {
            if migration.number != index + 1 { return .misnumbered(migration.number) }
            if migration.scripts[dialect] == nil || migration.checksums[dialect] == nil { return .scriptMissing(migration.number) }
        }
        if applied.isEmpty { return otherTables.isEmpty ? nil : .foreignTables(otherTables.sorted()) }
        // Newer first: a newer program may have reasons for anything else that looks odd.
        if let last = applied.last, last.number > migrations.count {
            return .newer(database: last.number, program: migrations.count)
        }
        for (index, record) in applied.enumerated() {
            if record.number != index + 1 { return .gap(index + 1) }
            if record.checksum != migrations[index].checksums[dialect] { return .changed(record.number, name: record.name) }
        }
        return nil
    }
}
