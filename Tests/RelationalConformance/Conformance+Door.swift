import Relational
import Synchronization
import Testing

/// A door whose notes are kept as facts.
func factDoor(_ database: any Database, width: Int = 256, queue: Int = 20_000) -> WriteDoor<String> {
    WriteDoor(database, width: width, queue: queue) { notes, session in
        var place = try session.row("SELECT coalesce(max(place), 0) FROM facts")?.integer(0) ?? 0
        for note in notes {
            place += 1
            try session.execute("INSERT INTO facts (place, words) VALUES (\(place), \(note))")
        }
    }
}

extension Database {
    /// The words of all facts, in their order.
    func facts() async throws -> [String] {
        try await read { try $0.rows("SELECT words FROM facts ORDER BY place").map { try $0.text(0) } }
    }
}

extension WriteDoor<String> {
    /// Adds a thing and leaves notes.
    func add(_ id: String, _ number: Int64? = nil, notes: [String]? = nil) async throws -> String {
        try await perform { session, left in
            left += notes ?? [id]
            try session.execute("INSERT INTO things (id, number) VALUES (\(id), \(number))")
            return id
        }
    }
}

extension ConformanceCase {
    static let door: [ConformanceCase] = [
        ConformanceCase("Each of sixty-four clients gets its own result through the door") { (database) async throws in
            let door = factDoor(database, width: 16)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for client in 0..<64 {
                    group.addTask {
                        for step in 0..<12 {
                            let id = "\(client)-\(step)"
                            guard try await door.add(id) == id else { throw Unwanted(number: client) }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let facts = try await database.facts()
            #expect(facts.sorted() == (try await database.things()))
            #expect(facts.count == 64 * 12)
            for client in 0..<64 {
                // One client's changes come one after another, and so do its notes.
                #expect(facts.filter { $0.hasPrefix("\(client)-") } == (0..<12).map { "\(client)-\($0)" })
            }
        },
        ConformanceCase("A request that fails takes nothing of the others with it") { (database) async throws in
            let door = factDoor(database)
            let outcomes = await withTaskGroup(of: (Int, (any Error)?).self) { group in
                for client in 0..<60 {
                    group.addTask {
                        do {
                            _ = try await door.perform { session, notes in
                                notes.append("\(client)")
                                let number = client % 4 == 1 ? -13 : 0
                                try session.execute("INSERT INTO things (id, number) VALUES (\("\(client)"), \(number))")
                                if client % 4 == 2 { throw Unwanted(number: client) }
                            }
                            return (client, nil)
                        } catch {
                            return (client, error)
                        }
                    }
                }
                return await group.reduce(into: [Int: any Error]()) { $0[$1.0] = $1.1 }
            }
            for client in 0..<60 {
                switch client % 4 {
                case 1: #expect((outcomes[client] as? RelationalError)?.kind == .check)
                case 2: #expect(outcomes[client] as? Unwanted == Unwanted(number: client))
                default: #expect(outcomes[client] == nil)
                }
            }
            let wanted = (0..<60).filter { [0, 3].contains($0 % 4) }.map { "\($0)" }.sorted()
            #expect(try await database.things() == wanted)
            #expect(try await database.facts().sorted() == wanted)
        },
        ConformanceCase("Notes of one request keep their order, and one may leave none or many") { (database) async throws in
            let door = factDoor(database)
            _ = try await door.add("a", notes: ["1", "2", "3"])
            _ = try await door.add("b", notes: [])
            _ = try await door.add("c", notes: ["4"])
            #expect(try await database.facts() == ["1", "2", "3", "4"])
        },
        ConformanceCase("A swallowed error of a request spoils neither it nor the others") { (database) async throws in
            let door = factDoor(database)
            _ = try await door.add("a")
            try await door.perform { session, notes in
                try? session.savepoint { try session.execute("INSERT INTO things (id) VALUES ('a')") }
                try session.execute("INSERT INTO things (id) VALUES ('b')")
                notes.append("b")
            }
            #expect(try await database.facts() == ["a", "b"])
        },
        ConformanceCase("When the end of the transaction throws, nothing of it is kept") { (database) async throws in
            let door = WriteDoor<String>(database) { notes, session in
                try session.execute("INSERT INTO facts (place, words) VALUES (1, 'halb')")
                throw Unwanted(number: notes.count)
            }
            await #expect(throws: Unwanted(number: 1)) { try await door.add("a") }
            #expect(try await database.count("things") == 0)
            #expect(try await database.count("facts") == 0)
        },
        ConformanceCase("When the end of the transaction throws for one note, the others are kept") { (database) async throws in
            let door = WriteDoor<String>(database) { notes, session in
                for note in notes {
                    guard note != "schlecht" else { throw RelationalError(.check, "a note that cannot be kept") }
                    let place = try session.row("SELECT coalesce(max(place), 0) + 1 FROM facts")?.integer(0) ?? 1
                    try session.execute("INSERT INTO facts (place, words) VALUES (\(place), \(note))")
                }
            }
            let failed = await withTaskGroup(of: Int?.self) { group in
                for client in 0..<30 {
                    group.addTask {
                        do { _ = try await door.add("\(client)", notes: [client == 17 ? "schlecht" : "\(client)"]) } catch { return client }
                        return nil
                    }
                }
                return await group.reduce(into: [Int]()) { if let client = $1 { $0.append(client) } }
            }
            #expect(failed == [17])
            #expect(try await database.facts().sorted() == (0..<30).filter { $0 != 17 }.map { "\($0)" }.sorted())
            #expect(try await database.things() == (try await database.facts().sorted()))
        },
    ]

    static let doorRefusals: [ConformanceCase] = [
        ConformanceCase("A door that is closed refuses, and carries out what it had taken in") { (database) async throws in
            let door = factDoor(database)
            let (inside, goOn) = (Gate(), Gate())
            async let first: Void = door.perform { session, notes in
                inside.open()
                goOn.waitOnThread()
                notes.append("erst")
                try session.execute("INSERT INTO things (id) VALUES ('erst')")
            }
            await inside.wait()
            door.close()
            await expectKind(.unavailable) { _ = try await door.add("zu spät") }
            goOn.open()
            try await first
            #expect(try await database.facts() == ["erst"])
            #expect(try await database.things() == ["erst"])
        },
        ConformanceCase("As many requests may wait as the queue holds, and one more is refused") { (database) async throws in
            let door = factDoor(database, width: 1, queue: 3)
            let (inside, goOn) = (Gate(), Gate())
            async let first: Void = door.perform { _, _ in
                inside.open()
                goOn.waitOnThread()
            }
            await inside.wait()
            // The first is at work; of five more, three may wait.
            let kinds = await withTaskGroup(of: RelationalError.Kind?.self) { group in
                for client in 0..<5 {
                    group.addTask {
                        do { _ = try await door.add("\(client)") } catch { return (error as? RelationalError)?.kind ?? .other }
                        return nil
                    }
                }
                var kinds: [RelationalError.Kind?] = []
                for await kind in group {
                    kinds.append(kind)
                    // Both refusals come while the first is still at work.
                    if kinds.count == 2 { goOn.open() }
                }
                return kinds
            }
            try await first
            #expect(kinds.filter { $0 == .locked }.count == 2)
            #expect(kinds.filter { $0 == nil }.count == 3)
            #expect(try await database.count("things") == 3)
        },
        ConformanceCase("A request that runs again leaves its notes once") { (database) async throws in
            // An end that fails once makes every request of the transaction run a second time.
            let isFirst = Once()
            let door = WriteDoor<String>(database) { notes, session in
                let fails = notes.count > 1 && isFirst.take()
                var place = try session.row("SELECT coalesce(max(place), 0) FROM facts")?.integer(0) ?? 0
                for note in notes {
                    place += 1
                    try session.execute("INSERT INTO facts (place, words) VALUES (\(place), \(note))")
                }
                if fails { throw RelationalError(.check, "once") }
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for client in 0..<40 { group.addTask { _ = try await door.add("\(client)") } }
                try await group.waitForAll()
            }
            #expect(try await database.facts().sorted() == (0..<40).map { "\($0)" }.sorted())
        },
    ]
}

/// True the first time.
private final class Once: Sendable {
    private let isLeft = Mutex(true)

    func take() -> Bool {
        isLeft.withLock { left in
            defer { left = false }
            return left
        }
    }
}
