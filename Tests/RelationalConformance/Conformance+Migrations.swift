import Relational
import Testing

/// Steps for both engines whose checksums are their texts.
func steps(_ scripts: [String]) -> [Migration] {
    scripts.enumerated().map { index, script in
        let both = Dictionary(uniqueKeysWithValues: Dialect.allCases.map { ($0, script) })
        return Migration(number: index + 1, name: "langkah-\(index + 1)", scripts: both, checksums: both)
    }
}

private let three = steps([
    "CREATE TABLE one (id TEXT NOT NULL PRIMARY KEY); CREATE TABLE other (id TEXT NOT NULL PRIMARY KEY);",
    "CREATE TABLE two (id TEXT NOT NULL PRIMARY KEY REFERENCES one (id));",
    "INSERT INTO one (id) VALUES ('a'); INSERT INTO two (id) VALUES ('a');",
])

/// Refused by the schema of a database, with nothing changed.
private func expectRefused(_ problem: SchemaProblem, _ migrations: [Migration], _ database: any Database) async throws {
    let before = try await database.read { try TableShape.tables(in: $0) }
    #expect(try await Migrator(migrations).state(of: database).problem == problem)
    await expectKind(.schema) { _ = try await Migrator(migrations).migrate(database, at: 9) }
    #expect(try await database.read { try TableShape.tables(in: $0) } == before)
}

extension ConformanceCase {
    static let migrations: [ConformanceCase] = [
        ConformanceCase(opening: "An empty database gets every step once, with its record") { (open) async throws in
            let database = try await open()
            let migrator = Migrator(three)
            #expect(try await migrator.state(of: database).pending == three)
            #expect(try await migrator.migrate(database, at: 77) == three)
            let state = try await migrator.state(of: database)
            #expect(state.isCurrent)
            #expect(state.applied == three.map { AppliedMigration(number: $0.number, name: $0.name, checksum: $0.checksums[.sqlite] ?? "", appliedAt: 77) })
            #expect(try await migrator.migrate(database, at: 78) == [])
            #expect(try await database.count("two") == 1)
            await database.close()
        },
        ConformanceCase(opening: "A database goes on from where it stands") { (open) async throws in
            let database = try await open()
            #expect(try await Migrator(Array(three.prefix(1))).migrate(database, at: 1).count == 1)
            #expect(try await Migrator(three).migrate(database, at: 2).map(\.number) == [2, 3])
            #expect(try await Migrator(three).state(of: database).applied.map(\.appliedAt) == [1, 2, 2])
            await database.close()
        },
        ConformanceCase(opening: "A step that fails leaves nothing of itself and keeps those before") { (open) async throws in
            let database = try await open()
            let broken = steps([three[0].scripts[.sqlite] ?? "", "CREATE TABLE two (id TEXT); INSERT INTO nowhere (id) VALUES ('a')"])
            await #expect(throws: RelationalError.self) { try await Migrator(broken).migrate(database, at: 1) }
            #expect(try await Migrator(broken).state(of: database).applied.map(\.number) == [1])
            #expect(try await database.read { try TableShape.tables(in: $0) } == ["one", "other", Migrator.table])
            #expect(try await Migrator(three).migrate(database, at: 2).map(\.number) == [2, 3])
            await database.close()
        },
        ConformanceCase(opening: "A changed, a newer and a gappy database is refused") { (open) async throws in
            let database = try await open()
            _ = try await Migrator(three).migrate(database, at: 1)
            var changed = three
            changed[1] = Migration(number: 2, name: "langkah-2", scripts: three[1].scripts, checksums: [.sqlite: "x", .postgres: "x"])
            try await expectRefused(.changed(2, name: "langkah-2"), changed, database)
            try await expectRefused(.newer(database: 3, program: 2), Array(three.prefix(2)), database)
            try await expectRefused(.newer(database: 3, program: 0), [], database)
            try await database.write { try $0.execute("DELETE FROM zona_migrations WHERE number = 2") }
            try await expectRefused(.gap(2), three, database)
            await database.close()
        },
        ConformanceCase(opening: "The tables of another program are not touched") { (open) async throws in
            let database = try await open()
            try await database.write { try $0.script("CREATE TABLE theirs (id TEXT)") }
            try await expectRefused(.foreignTables(["theirs"]), three, database)
            await database.close()
        },
        ConformanceCase(opening: "Steps that are not numbered without a gap are refused") { (open) async throws in
            let database = try await open()
            try await expectRefused(.misnumbered(3), [three[0], three[2]], database)
            let half = Migration(number: 1, name: "a", scripts: [:], checksums: [:])
            try await expectRefused(.scriptMissing(1), [half], database)
            await database.close()
        },
        ConformanceCase(opening: "Programs that bring one database forward at once run each step once") { (open) async throws in
            let databases = try await [open(), open(), open()]
            let ran = try await withThrowingTaskGroup(of: [Int].self) { group in
                for database in databases { group.addTask { try await Migrator(three).migrate(database, at: 5).map(\.number) } }
                return try await group.reduce([], +)
            }
            #expect(ran.sorted() == [1, 2, 3])
            #expect(try await databases[0].count("two") == 1)
            for database in databases {
                #expect(try await Migrator(three).state(of: database).isCurrent)
                await database.close()
            }
        },
    ]

    static let shapes: [ConformanceCase] = [
        ConformanceCase("The shape of a table names its columns in their order") { (database) async throws in
            let shape = try await database.read { try TableShape("things", in: $0) }
            #expect(shape.columns == ["id", "number", "words", "bytes"])
            #expect(shape.selfReferences == [])
            #expect(try await database.read { try TableShape.tables(in: $0) } == ["facts", "parts", "things"])
        },
        ConformanceCase("A table that is not there has no shape") { (database) async throws in
            await expectKind(.schema) { _ = try await database.read { try TableShape("nowhere", in: $0) } }
        },
        ConformanceCase("A table that points to itself tells by which columns") { (database) async throws in
            try await database.write {
                try $0.script(
                    """
                    CREATE TABLE units (parent TEXT, agency TEXT NOT NULL, id TEXT NOT NULL, head TEXT REFERENCES units (badge), badge TEXT UNIQUE,
                        PRIMARY KEY (agency, id), FOREIGN KEY (agency, parent) REFERENCES units (agency, id));
                    CREATE TABLE plain (id TEXT NOT NULL PRIMARY KEY, parent TEXT REFERENCES plain);
                    """)
            }
            let units = try await database.read { try TableShape("units", in: $0) }
            let pairs = Set(units.selfReferences.map { Set($0.map { "\($0.from)>\($0.to)" }) })
            #expect(pairs == [["1>1", "0>2"], ["3>4"]])
            let plain = try await database.read { try TableShape("plain", in: $0) }
            #expect(plain.selfReferences.map { $0.map { [$0.from, $0.to] } } == [[[1, 0]]])
        },
    ]
}
