public import Relational
public import Testing

/// What every engine must do alike. Each engine's tests run all cases, each on an empty database of its own.
public struct ConformanceCase: Sendable, CustomTestStringConvertible {
    /// What must hold, as a sentence.
    public let title: String
    private let body: @Sendable (Opening) async throws -> Void

    /// Opens the same database each time, as another program would.
    public typealias Opening = @Sendable () async throws -> any Database

    init(_ title: String, _ body: @escaping @Sendable (any Database) async throws -> Void) {
        self.title = title
        self.body = { open in
            let database = try await open()
            do {
                try await database.write { try $0.script(Tables.script(database.dialect)) }
                try await body(database)
            } catch {
                await database.close()
                throw error
            }
            await database.close()
        }
    }

    /// A case that begins with an empty database and opens it itself.
    init(opening title: String, _ body: @escaping @Sendable (Opening) async throws -> Void) {
        self.title = title
        self.body = body
    }

    /// Runs the case.
    ///
    /// - Parameter open: opens a database that is empty at the first call.
    public func run(_ open: @escaping Opening) async throws {
        try await body(open)
    }

    /// The sentence.
    public var testDescription: String { title }

    /// All cases.
    public static let all = values + statements + transactions + errors + reading + load + door + doorRefusals + migrations + shapes
}

/// The tables of the cases.
enum Tables {
    static func script(_ dialect: Dialect) -> String {
        switch dialect {
        case .sqlite: sqlite
        case .postgres: postgres
        }
    }

    private static let sqlite = """
        CREATE TABLE things (id TEXT NOT NULL PRIMARY KEY, number INTEGER CHECK (number <> -13), words TEXT UNIQUE, bytes BLOB) STRICT;
        CREATE TABLE parts (id TEXT NOT NULL PRIMARY KEY, thing TEXT NOT NULL REFERENCES things (id)) STRICT;
        CREATE TABLE facts (place INTEGER NOT NULL PRIMARY KEY, words TEXT NOT NULL) STRICT;
        CREATE TRIGGER facts_stay BEFORE UPDATE ON facts BEGIN SELECT RAISE(ABORT, 'append-only'); END;
        CREATE TRIGGER facts_remain BEFORE DELETE ON facts BEGIN SELECT RAISE(ABORT, 'append-only'); END;
        """

    private static let postgres = """
        CREATE TABLE things (id TEXT NOT NULL PRIMARY KEY, number BIGINT CHECK (number <> -13), words TEXT UNIQUE, bytes BYTEA);
        CREATE TABLE parts (id TEXT NOT NULL PRIMARY KEY, thing TEXT NOT NULL REFERENCES things (id));
        CREATE TABLE facts (place BIGINT NOT NULL PRIMARY KEY, words TEXT NOT NULL);
        CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'append-only'; END $$;
        CREATE TRIGGER facts_stay BEFORE UPDATE OR DELETE ON facts FOR EACH ROW EXECUTE FUNCTION refuse_change();
        """
}

/// An error of a test's own, to see that it comes through unchanged.
struct Unwanted: Error, Hashable {
    let number: Int
}

/// Runs work that must fail in a certain way.
func expectKind(_ kind: RelationalError.Kind, _ place: SourceLocation = #_sourceLocation, _ work: () async throws -> Void) async {
    do {
        try await work()
        Issue.record("nothing was thrown instead of \(kind)", sourceLocation: place)
    } catch let error as RelationalError {
        #expect(error.kind == kind, "\(error)", sourceLocation: place)
    } catch {
        Issue.record("\(error) was thrown instead of \(kind)", sourceLocation: place)
    }
}

extension Database {
    /// How many rows a table has.
    func count(_ table: String) async throws -> Int64 {
        try await read { try $0.row(SQL(text: "SELECT count(*) FROM \(table)"))?.integer(0) ?? -1 }
    }

    /// Adds a thing.
    func add(_ id: String, _ number: Int64? = nil) async throws {
        try await write { try $0.execute("INSERT INTO things (id, number) VALUES (\(id), \(number))") }
    }

    /// The ids of all things, in order.
    func things() async throws -> [String] {
        try await read { try $0.rows("SELECT id FROM things").map { try $0.text(0) } }.sorted()
    }
}
