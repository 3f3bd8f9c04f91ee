import Relational
import Testing

extension ConformanceCase {
    static let reading: [ConformanceCase] = [
        ConformanceCase("A read sees one state while others commit") { (database) async throws in
            try await database.add("a")
            let begun = Gate()
            let changed = Gate()
            async let counts = database.read { session -> [Int64] in
                let first = try session.row("SELECT count(*) FROM things")?.integer(0) ?? -1
                begun.open()
                changed.waitOnThread()
                let second = try session.row("SELECT count(*) FROM things")?.integer(0) ?? -1
                return [first, second, Int64(try session.rows("SELECT id FROM things").count)]
            }
            await begun.wait()
            try await database.add("b")
            #expect(try await database.count("things") == 2)
            changed.open()
            #expect(try await counts == [1, 1, 1])
            #expect(try await database.count("things") == 2)
        },
        ConformanceCase("Reads do not wait for an open write and do not see it") { (database) async throws in
            let written = Gate()
            let looked = Gate()
            async let write: Void = database.write { session in
                _ = try session.change("INSERT INTO things (id) VALUES ('a')")
                written.open()
                looked.waitOnThread()
            }
            await written.wait()
            let count = try await database.count("things")
            looked.open()
            try await write
            #expect(count == 0)
            #expect(try await database.count("things") == 1)
        },
        ConformanceCase("Rows come one after another in the order asked for") { (database) async throws in
            try await database.write { session in
                for index in 20..<40 { try session.execute("INSERT INTO things (id, number) VALUES (\("\(index)"), \(index))") }
            }
            let seen = try await database.read { session in
                var seen: [Int64] = []
                try session.forEachRow("SELECT number FROM things WHERE number >= \(30) ORDER BY number DESC") { seen.append(try $0.integer(0)) }
                return seen
            }
            #expect(seen == Array((30..<40).reversed()))
        },
        ConformanceCase("A reading that is broken off ends cleanly, and the session goes on") { (database) async throws in
            try await database.write { session in
                for index in 0..<1_000 { try session.execute("INSERT INTO things (id) VALUES (\("\(index)"))") }
            }
            let all: SQL = "SELECT id FROM things"
            let found = try await database.read { session in
                var seen = 0
                #expect(throws: Unwanted(number: 10)) {
                    try session.forEachRow(all) { _ in
                        seen += 1
                        if seen == 10 { throw Unwanted(number: 10) }
                    }
                }
                return [seen, try session.rows(all).count]
            }
            #expect(found == [10, 1_000])
            let kept = try await database.write { session in
                #expect(throws: Unwanted(number: 1)) { try session.forEachRow(all) { _ in throw Unwanted(number: 1) } }
                try session.execute("INSERT INTO things (id) VALUES ('danach')")
                return try session.rows(all).count
            }
            #expect(kept == 1_001)
        },
        ConformanceCase("A reading whose rows are misread ends cleanly") { (database) async throws in
            try await database.add("a", 1)
            await expectKind(.misread) {
                try await database.read { try $0.forEachRow("SELECT number FROM things") { _ = try $0.text(0) } }
            }
            #expect(try await database.count("things") == 1)
        },
        ConformanceCase("A hundred thousand rows go in and stream out") { (database) async throws in
            try await database.write { session in
                for index in 0..<100_000 { try session.execute("INSERT INTO facts (place, words) VALUES (\(index), \("Fakta \(index)"))") }
            }
            let seen = try await database.read { session in
                var next: Int64 = 0
                try session.forEachRow("SELECT place, words FROM facts ORDER BY place") { row in
                    guard try row.integer(0) == next, try row.text(1) == "Fakta \(next)" else { throw Unwanted(number: Int(next)) }
                    next += 1
                }
                return next
            }
            #expect(seen == 100_000)
        },
        ConformanceCase("A sound database has no problems") { (database) async throws in
            try await database.add("a")
            #expect(try await database.integrityProblems() == [])
        },
    ]
}
