import Relational
import Testing

extension ConformanceCase {
    static let load: [ConformanceCase] = [
        ConformanceCase("Sixty-four tasks read and write at once, and every change is there") { (database) async throws in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for task in 0..<64 {
                    group.addTask {
                        for step in 0..<10 {
                            let id = "\(task)-\(step)"
                            try await database.add(id, Int64(step))
                            let found = try await database.read { try $0.row("SELECT number FROM things WHERE id = \(id)")?.integer(0) }
                            guard found == Int64(step) else { throw Unwanted(number: step) }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.count("things") == 640)
        },
        ConformanceCase("Many more reads than connections all get their turn") { (database) async throws in
            try await database.add("a", 5)
            let sum = try await withThrowingTaskGroup(of: Int64.self) { group in
                for _ in 0..<300 { group.addTask { try await database.read { try $0.row("SELECT number FROM things")?.integer(0) ?? 0 } } }
                return try await group.reduce(0, +)
            }
            #expect(sum == 1_500)
        },
        ConformanceCase(opening: "Two programs on one database see each other's changes and do not lose any") { (open) async throws in
            let first = try await open()
            let second = try await open()
            try await first.write { try $0.script(Tables.script(first.dialect)) }
            try await first.add("zahl", 0)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for database in [first, second] {
                    for _ in 0..<25 {
                        group.addTask {
                            try await database.write { session in
                                // Read, then write: the second program must not have been in between.
                                let lock: SQL = database.dialect == .postgres ? " FOR UPDATE" : ""
                                let number = try session.row("SELECT number FROM things WHERE id = 'zahl'\(lock)")?.integer(0) ?? -1
                                try session.execute("UPDATE things SET number = \(number + 1) WHERE id = 'zahl'")
                            }
                            _ = try await database.count("things")
                        }
                    }
                }
                try await group.waitForAll()
            }
            for database in [first, second] {
                #expect(try await database.read { try $0.row("SELECT number FROM things")?.integer(0) } == 50)
                await database.close()
            }
        },
    ]
}
