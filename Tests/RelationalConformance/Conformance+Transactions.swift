import Relational
import Testing

extension ConformanceCase {
    static let transactions: [ConformanceCase] = [
        ConformanceCase("A write that throws leaves nothing and passes its error on") { (database) async throws in
            await #expect(throws: Unwanted(number: 3)) {
                try await database.write { session in
                    try session.execute("INSERT INTO things (id) VALUES ('a')")
                    _ = try session.change("INSERT INTO things (id) VALUES ('b')")
                    throw Unwanted(number: 3)
                }
            }
            #expect(try await database.count("things") == 0)
            try await database.add("c")
            #expect(try await database.things() == ["c"])
        },
        ConformanceCase("A read that throws passes its error on and the next one works") { (database) async throws in
            await #expect(throws: Unwanted(number: 4)) {
                try await database.read { session in
                    _ = try session.rows("SELECT id FROM things")
                    throw Unwanted(number: 4)
                }
            }
            #expect(try await database.count("things") == 0)
        },
        ConformanceCase("A savepoint that throws takes back its own changes only") { (database) async throws in
            try await database.write { session in
                try session.execute("INSERT INTO things (id) VALUES ('vorher')")
                #expect(throws: Unwanted(number: 1)) {
                    try session.savepoint {
                        try session.execute("INSERT INTO things (id) VALUES ('innen')")
                        throw Unwanted(number: 1)
                    }
                }
                try session.execute("INSERT INTO things (id) VALUES ('nachher')")
            }
            #expect(try await database.things() == ["nachher", "vorher"])
        },
        ConformanceCase("Savepoints stand inside one another") { (database) async throws in
            try await database.write { session in
                let kept = try session.savepoint {
                    try session.execute("INSERT INTO things (id) VALUES ('a')")
                    try? session.savepoint {
                        try session.execute("INSERT INTO things (id) VALUES ('b')")
                        try session.savepoint { try session.execute("INSERT INTO things (id) VALUES ('c')") }
                        throw Unwanted(number: 2)
                    }
                    try session.savepoint { try session.execute("INSERT INTO things (id) VALUES ('d')") }
                    return 5
                }
                #expect(kept == 5)
                try? session.savepoint {
                    try session.savepoint { try session.execute("INSERT INTO things (id) VALUES ('e')") }
                    throw Unwanted(number: 2)
                }
            }
            #expect(try await database.things() == ["a", "d"])
        },
        ConformanceCase("An error inside a savepoint does not spoil the transaction") { (database) async throws in
            try await database.add("a", 1)
            try await database.write { session in
                for wrong: SQL in [
                    "INSERT INTO things (id) VALUES ('a')", "INSERT INTO parts (id, thing) VALUES ('p', 'fehlt')",
                    "INSERT INTO things (id, number) VALUES ('x', \(-13))", "this is no statement",
                ] {
                    #expect(throws: RelationalError.self) { try session.savepoint { try session.execute(wrong) } }
                }
                try session.execute("INSERT INTO things (id) VALUES ('b')")
            }
            #expect(try await database.things() == ["a", "b"])
        },
        ConformanceCase("An error of execute shows at the latest at the end of its savepoint") { (database) async throws in
            try await database.add("a")
            try await database.write { session in
                var last = 0
                #expect(throws: RelationalError.self) {
                    try session.savepoint {
                        for index in 0..<5 {
                            last = index
                            try session.execute("INSERT INTO things (id) VALUES (\(index == 2 ? "a" : "n\(index)"))")
                        }
                    }
                }
                #expect(last >= 2)
            }
            #expect(try await database.things() == ["a"])
        },
        ConformanceCase("An error of execute without a savepoint fails the write") { (database) async throws in
            try await database.add("a")
            await expectKind(.unique) {
                try await database.write { session in
                    try session.execute("INSERT INTO things (id) VALUES ('b')")
                    try session.execute("INSERT INTO things (id) VALUES ('a')")
                }
            }
            #expect(try await database.things() == ["a"])
        },
        ConformanceCase("A session sees its own changes") { (database) async throws in
            let seen = try await database.write { session in
                try session.execute("INSERT INTO things (id, number) VALUES ('a', \(1))")
                try session.execute("UPDATE things SET number = number + 1")
                return try session.row("SELECT number FROM things")?.integer(0)
            }
            #expect(seen == 2)
        },
        ConformanceCase("Writes stand one after another, also from two programs") { (database) async throws in
            try await database.add("a", 0)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<40 {
                    group.addTask {
                        try await database.write { session in
                            _ = try session.change("UPDATE things SET number = number + 1 WHERE id = 'a'")
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.read { try $0.row("SELECT number FROM things")?.integer(0) } == 40)
        },
        ConformanceCase("What a read session changes is refused") { (database) async throws in
            await #expect(throws: RelationalError.self) {
                _ = try await database.read { try $0.rows("INSERT INTO things (id) VALUES ('a') RETURNING id") }
            }
            #expect(try await database.count("things") == 0)
            try await database.add("b")
        },
        ConformanceCase("A session is of no use when its unit of work is over") { (database) async throws in
            let kept = Kept()
            try await database.write { session in kept.session = session }
            #expect(throws: RelationalError.self) { try kept.session?.execute("INSERT INTO things (id) VALUES ('a')") }
            #expect(try await database.count("things") == 0)
        },
        ConformanceCase("The dialect of a session is that of its database") { (database) async throws in
            #expect(try await database.read { $0.dialect } == database.dialect)
            #expect(try await database.write { $0.dialect } == database.dialect)
        },
    ]
}

/// Carries a session out of its closure, which nobody should do.
private final class Kept: @unchecked Sendable {
    var session: (any WriteSession)?
}
