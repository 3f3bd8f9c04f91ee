import Relational
import Testing

extension ConformanceCase {
    static let values: [ConformanceCase] = [
        ConformanceCase("Texts come back as they went in") { (database) async throws in
            let texts = [
                "", " ", "a", "'", "\"", "; DROP TABLE things; --", "$1", "\\", "%_", "\u{1}\u{7f}", "e\u{301}", "é", "日本語", "👩‍👩‍👧", "\u{feff}x",
                "\u{10ffff}", "\r\n\t", String(repeating: "panjang ", count: 200_000),
            ]
            try await database.write { session in
                for (index, text) in texts.enumerated() {
                    try session.execute("INSERT INTO facts (place, words) VALUES (\(index), \(text))")
                }
            }
            let found = try await database.read { session in
                try texts.indices.map { try session.row("SELECT words FROM facts WHERE place = \($0)")?.text(0) ?? "missing" }
            }
            // By code units: Swift holds é and e + accent for equal.
            #expect(found.map { Array($0.utf8) } == texts.map { Array($0.utf8) })
        },
        ConformanceCase("Whole numbers come back as they went in, up to both bounds") { (database) async throws in
            let numbers: [Int64?] = [.min, .min + 1, -1, 0, 1, 9_007_199_254_740_993, .max - 1, .max, nil]
            try await database.write { session in
                for (index, number) in numbers.enumerated() {
                    try session.execute("INSERT INTO things (id, number) VALUES (\("\(index)"), \(number))")
                }
            }
            let found = try await database.read { session in
                try numbers.indices.map { try session.row("SELECT number FROM things WHERE id = \("\($0)")")?.optionalInteger(0) }
            }
            #expect(found == numbers)
        },
        ConformanceCase("Every byte comes back, and no bytes are not nothing") { (database) async throws in
            let blobs: [[UInt8]?] = [[], [0], Array(0...255), Array(repeating: 0, count: 300_000), nil]
            try await database.write { session in
                for (index, blob) in blobs.enumerated() {
                    try session.execute("INSERT INTO things (id, bytes) VALUES (\("\(index)"), \(blob))")
                }
            }
            let found = try await database.read { session in
                try blobs.indices.map { try session.row("SELECT bytes FROM things WHERE id = \("\($0)")")?.optionalBlob(0) }
            }
            #expect(found == blobs)
        },
        ConformanceCase("Empty text is not nothing") { (database) async throws in
            try await database.write { try $0.execute("INSERT INTO things (id, words) VALUES ('leer', \(""))") }
            let row = try await database.read { try $0.row("SELECT words, bytes FROM things WHERE words = \("")") }
            #expect(row?.values == [.text(""), .null])
        },
        ConformanceCase("Truth values are kept as 0 and 1") { (database) async throws in
            try await database.write { try $0.execute("INSERT INTO things (id, number) VALUES ('ya', \(true)), ('tidak', \(false))") }
            let rows = try await database.read { try $0.rows("SELECT id, number FROM things ORDER BY number") }
            #expect(rows.map(\.values) == [[.text("tidak"), .integer(0)], [.text("ya"), .integer(1)]])
        },
        ConformanceCase("Text with U+0000 is refused by both engines") { (database) async throws in
            await expectKind(.check) { try await database.add("a\u{0}b") }
            #expect(try await database.count("things") == 0)
        },
        ConformanceCase("A fraction in an answer is refused, not rounded") { (database) async throws in
            await expectKind(.misread) {
                _ = try await database.read { try $0.rows("SELECT 1 + CAST('0.5' AS REAL)") }
            }
            #expect(try await database.count("things") == 0)
        },
    ]
}
