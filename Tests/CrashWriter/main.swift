// Writes numbered rows through the write door and says each number when it was acknowledged, until it is killed. What a
// database that is away could not take is not tried again: nobody knows whether it was kept, and the next number follows.
// Arguments: where the database is, the first number.

import Foundation
import Relational
import RelationalPostgres
import RelationalSQLite

/// Opens the database at a place: a path, or the address of a server, for which there is time to come back.
func open(_ place: String) async throws -> any Database {
    guard place.hasPrefix("postgres") else { return try SQLiteDatabase(path: place) }
    var options = PostgresOptions()
    options.patience = .seconds(60)
    return try await PostgresDatabase.open(url: place, options: options)
}

let place = CommandLine.arguments.dropFirst().first ?? ""
let first = Int64(CommandLine.arguments.dropFirst(2).first ?? "") ?? 0
let lanes: Int64 = 16
let database = try await open(place)
let door = WriteDoor<Int64>(database) { numbers, session in
    for number in numbers {
        try session.execute("INSERT INTO crash_notes (place, number) SELECT coalesce(max(place), 0) + 1, CAST(\(number) AS BIGINT) FROM crash_notes")
    }
}

try await withThrowingTaskGroup(of: Void.self) { group in
    for lane in 0..<lanes {
        group.addTask {
            // Of one lane each number follows the acknowledgement of the one before it.
            for number in stride(from: first + lane, to: Int64.max, by: Int(lanes)) {
                do {
                    try await door.perform { session, notes in
                        for half in 0...1 {
                            try session.execute(
                                "INSERT INTO crash_rows (number, half, words) VALUES (\(number), \(half), \(String(repeating: "x", count: 200)))")
                        }
                        notes.append(number)
                    }
                } catch let error as RelationalError where error.kind == .unavailable {
                    continue
                }
                // One short write is whole or not there at all.
                FileHandle.standardOutput.write(Data("\(number)\n".utf8))
            }
        }
    }
    try await group.waitForAll()
}
