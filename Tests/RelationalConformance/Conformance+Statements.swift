import Relational
import Testing

extension ConformanceCase {
    static let statements: [ConformanceCase] = [
        ConformanceCase("Placeholders are found by number, in any order and more than once") { (database) async throws in
            let found = try await database.write { session in
                _ = try session.change(
                    SQL(
                        text: "INSERT INTO things (words, number, id, bytes) VALUES ($3, $2, $1, $4)",
                        arguments: [.text("id"), .integer(7), .text("kata"), .blob([1])]))
                _ = try session.change(
                    SQL(text: "INSERT INTO things (id, words) VALUES ($1, $1)", arguments: [.text("dua")]))
                return try session.rows("SELECT id, number, words, bytes FROM things ORDER BY number IS NULL")
            }
            #expect(found.first?.values == [.text("id"), .integer(7), .text("kata"), .blob([1])])
            #expect(found.last?.values == [.text("dua"), .null, .text("dua"), .null])
        },
        ConformanceCase("More than nine placeholders keep their places") { (database) async throws in
            let numbers = Array(1...24)
            try await database.write { session in
                for number in numbers { try session.execute("INSERT INTO things (id, number) VALUES (\("\(number)"), \(number))") }
            }
            let wanted = numbers.map { "\($0)" }
            let found = try await database.read { try $0.rows("SELECT id FROM things WHERE id IN (\(list: wanted)) ORDER BY number").map { try $0.text(0) } }
            #expect(found == wanted)
        },
        ConformanceCase("A piece of a statement brings its values along") { (database) async throws in
            try await database.add("a", 1)
            try await database.add("b", 2)
            let low: SQL = "number > \(0) AND number < \(2)"
            let inner: SQL = "(\(low) OR id = \("nichts"))"
            let found = try await database.read {
                try $0.rows("SELECT id FROM things WHERE id <> \("z") AND \(inner) AND id <> \("y")").map { try $0.text(0) }
            }
            #expect(found == ["a"])
        },
        ConformanceCase("An empty list matches nothing") { (database) async throws in
            try await database.add("a")
            let found = try await database.read { try $0.rows("SELECT id FROM things WHERE id IN (\(list: [String]()))") }
            #expect(found.isEmpty)
        },
        ConformanceCase("A change tells how many rows it changed") { (database) async throws in
            let counts = try await database.write { session in
                [
                    try session.change("INSERT INTO things (id, number) VALUES ('a', 1), ('b', 2), ('c', 3)"),
                    try session.change("UPDATE things SET words = id WHERE number >= \(2)"),
                    try session.change("UPDATE things SET words = id WHERE number > \(99)"),
                    try session.change("INSERT INTO things (id) VALUES ('a') ON CONFLICT DO NOTHING"),
                    try session.change("DELETE FROM things"),
                ]
            }
            #expect(counts == [3, 2, 0, 0, 3])
        },
        ConformanceCase("RETURNING answers what was changed") { (database) async throws in
            let rows = try await database.write { session in
                try session.rows("INSERT INTO things (id, number) VALUES ('a', \(4)) RETURNING number + 1, id")
                    + session.rows("UPDATE things SET number = number * 2 RETURNING number")
            }
            #expect(rows.map(\.values) == [[.integer(5), .text("a")], [.integer(8)]])
        },
        ConformanceCase("ON CONFLICT puts the new value in place of the old") { (database) async throws in
            try await database.write { session in
                for number in [1, 2] {
                    try session.execute(
                        "INSERT INTO things (id, number) VALUES ('a', \(number)) ON CONFLICT (id) DO UPDATE SET number = excluded.number")
                }
            }
            #expect(try await database.read { try $0.row("SELECT number FROM things")?.integer(0) } == 2)
        },
        ConformanceCase("A script runs all of its statements") { (database) async throws in
            try await database.write {
                try $0.script("INSERT INTO things (id) VALUES ('a;b'); -- kommt noch;\nINSERT INTO things (id) VALUES ('c');\n\n")
            }
            #expect(try await database.things() == ["a;b", "c"])
        },
        ConformanceCase("A statement without an answer answers no rows") { (database) async throws in
            let rows = try await database.read { try $0.rows("SELECT id FROM things") }
            #expect(rows.isEmpty)
            #expect(try await database.read { try $0.row("SELECT id FROM things") } == nil)
        },
        ConformanceCase("A statement used again does not keep its former values") { (database) async throws in
            let found = try await database.write { session in
                try (0..<50).map { index in
                    let number: Int64? = index % 2 == 0 ? Int64(index + 100) : nil
                    _ = try session.change("INSERT INTO things (id, number) VALUES (\("\(index)"), \(number))")
                    return try session.row("SELECT number FROM things WHERE id = \("\(index)")")?.optionalInteger(0) == number
                }
            }
            #expect(found.allSatisfy { $0 })
        },
        ConformanceCase("A statement goes on after the columns of its table changed") { (database) async throws in
            try await database.add("a", 1)
            let all: SQL = "SELECT * FROM things"
            let before = try await database.read { try $0.rows(all).first?.values.count }
            try await database.write { try $0.script("ALTER TABLE things ADD COLUMN colour TEXT") }
            let after = try await database.read { try $0.rows(all).first?.values.count }
            #expect(before == 4)
            #expect(after == 5)
        },
    ]
}
