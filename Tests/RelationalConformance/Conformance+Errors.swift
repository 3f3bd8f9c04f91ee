import Relational
import Testing

extension ConformanceCase {
    static let errors: [ConformanceCase] = [
        ConformanceCase("A second row of one key is refused as not unique") { (database) async throws in
            try await database.add("a")
            await expectKind(.unique) { try await database.add("a") }
            try await database.write { try $0.execute("UPDATE things SET words = 'w'") }
            await expectKind(.unique) {
                try await database.write { _ = try $0.change("INSERT INTO things (id, words) VALUES ('b', 'w')") }
            }
        },
        ConformanceCase("A row that points to nothing, or is pointed to, is refused") { (database) async throws in
            await expectKind(.foreignKey) {
                try await database.write { _ = try $0.change("INSERT INTO parts (id, thing) VALUES ('p', 'fehlt')") }
            }
            try await database.add("a")
            try await database.write { try $0.execute("INSERT INTO parts (id, thing) VALUES ('p', 'a')") }
            await expectKind(.foreignKey) { try await database.write { _ = try $0.change("DELETE FROM things") } }
            #expect(try await database.things() == ["a"])
        },
        ConformanceCase("A value against the rules of its column is refused") { (database) async throws in
            await expectKind(.check) { try await database.add("a", -13) }
            await expectKind(.check) { try await database.write { try $0.execute("INSERT INTO things (id) VALUES (\(String?.none))") } }
            await expectKind(.check) {
                try await database.write { try $0.execute("INSERT INTO things (id, number) VALUES ('a', \("kein"))") }
            }
            try await database.add("a", -12)
            try await database.add("b", -14)
            #expect(try await database.things() == ["a", "b"])
        },
        ConformanceCase("What is append-only refuses changes and removals") { (database) async throws in
            try await database.write { try $0.execute("INSERT INTO facts (place, words) VALUES (1, 'so war es')") }
            for change: SQL in ["UPDATE facts SET words = 'anders'", "DELETE FROM facts"] {
                await expectKind(.check) { try await database.write { _ = try $0.change(change) } }
            }
            #expect(try await database.read { try $0.row("SELECT words FROM facts")?.text(0) } == "so war es")
        },
        ConformanceCase("A mistake in a statement is told as such") { (database) async throws in
            for wrong: SQL in ["SELEKT 1", "SELECT nothing FROM things", "SELECT 1 FROM nowhere", ""] {
                await expectKind(.other) { _ = try await database.read { try $0.rows(wrong) } }
            }
            await expectKind(.other) { try await database.write { try $0.script("CREATE TABLE (") } }
            #expect(try await database.count("things") == 0)
        },
        ConformanceCase("Values and placeholders that do not match are a mistake") { (database) async throws in
            let wrong = [
                SQL(text: "INSERT INTO things (id, words) VALUES ($1, $2)", arguments: [.text("a")]),
                SQL(text: "INSERT INTO things (id) VALUES ($1)", arguments: []),
                SQL(text: "INSERT INTO things (id) VALUES ($1)", arguments: [.text("a"), .text("b")]),
            ]
            for statement in wrong { await expectKind(.other) { try await database.write { try $0.execute(statement) } } }
            #expect(try await database.count("things") == 0)
        },
        ConformanceCase("No error tells a value") { (database) async throws in
            let secret = "rahasia-7731"
            try await database.add(secret)
            let statements: [SQL] = [
                "INSERT INTO things (id) VALUES (\(secret))", "INSERT INTO parts (id, thing) VALUES ('p', \(secret + "x"))",
                "INSERT INTO things (id, number) VALUES ('b', \(secret))",
            ]
            for statement in statements {
                do {
                    try await database.write { try $0.execute(statement) }
                    Issue.record("nothing was thrown")
                } catch let error as RelationalError {
                    #expect(!error.detail.contains("7731"))
                    #expect(!error.detail.isEmpty)
                }
            }
        },
        ConformanceCase("Two statements in one are a mistake") { (database) async throws in
            await expectKind(.other) {
                _ = try await database.write { try $0.rows("INSERT INTO things (id) VALUES ('a'); INSERT INTO things (id) VALUES ('b')") }
            }
            #expect(try await database.count("things") == 0)
        },
    ]
}
