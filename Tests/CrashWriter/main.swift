// Writes numbered rows through the write door and says each number when it was acknowledged, until it is killed.
// Arguments: where the database is, the first number.

import Foundation
import Relational
import RelationalPostgres
import RelationalSQLite
import Synchronization

/// Opens the database at a place: a path, or the address of a server.
func open(_ place: String) async throws -> any Database {
    if place.hasPrefix("postgres") { return try await PostgresDatabase.open(url: place) }
    return try SQLiteDatabase(path: place)
}

let place = CommandLine.arguments.dropFirst().first ?? ""
let next = Atomic<Int64>(Int64(CommandLine.arguments.dropFirst(2).first ?? "") ?? 0)
let database = try await open(place)
let door = WriteDoor<Int64>(database) { numbers, session in
    for number in numbers { try session.execute("INSERT INTO crash_notes (number) VALUES (\(number))") }
}

try await withThrowingTaskGroup(of: Void.self) { group in
    for _ in 0..<16 {
        group.addTask {
            while true {
                let number = next.add(1, ordering: .relaxed).oldValue
                try await door.perform { session, notes in
                    for half in 0...1 {
                        try session.execute("INSERT INTO crash_rows (number, half, words) VALUES (\(number), \(half), \(String(repeating: "x", count: 200)))")
                    }
                    notes.append(number)
                }
                // One short write is whole or not there at all.
                FileHandle.standardOutput.write(Data("\(number)\n".utf8))
            }
        }
    }
    try await group.waitForAll()
}
