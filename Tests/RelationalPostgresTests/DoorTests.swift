import Relational
import Testing

@testable import RelationalPostgres

@Suite("The door on PostgreSQL", .needsServer)
struct DoorTests {
    @Test("Sixty-four clients, some of which fail, each get their own outcome")
    func clients() async throws {
        try await TestServer.withDatabase { database async throws in
            let door = WriteDoor<Int64>(database) { notes, session in
                for note in notes { try session.execute("INSERT INTO facts (place, words) VALUES (\(note), 'catatan')") }
            }
            let wrong = await withTaskGroup(of: Int.self) { group in
                for client in 0..<64 {
                    group.addTask {
                        var wrong = 0
                        for step in 0..<15 {
                            let place = client * 100 + step
                            let number = place % 9 == 0 ? 13 : 0
                            let outcome = await kind {
                                try await door.perform { session, notes in
                                    try session.execute("INSERT INTO things (id, number) VALUES (\("\(place)"), \(number))")
                                    try session.execute("INSERT INTO things (id, number) VALUES (\("\(place) lagi"), 0)")
                                    notes.append(Int64(place))
                                }
                            }
                            let wanted: RelationalError.Kind? = number == 13 ? .check : nil
                            if outcome != wanted { wrong += 1 }
                        }
                        return wrong
                    }
                }
                return await group.reduce(0, +)
            }
            #expect(wrong == 0)
            let good = (0..<64).flatMap { client in (0..<15).map { client * 100 + $0 } }.filter { $0 % 9 != 0 }.count
            let counts = try await database.read { try $0.row("SELECT (SELECT count(*) FROM things), (SELECT count(*) FROM facts)")?.values }
            #expect(counts == [.integer(Int64(2 * good)), .integer(Int64(good))])
        }
    }
}
