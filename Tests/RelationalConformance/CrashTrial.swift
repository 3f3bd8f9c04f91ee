import Foundation
import Relational
import Testing

/// Kills a program that writes, many times, and looks whether everything it acknowledged is there and nothing is half
/// done. The program is `CrashWriter`, built beside the tests.
public struct CrashTrial: Sendable {
    private let place: String
    private let open: ConformanceCase.Opening

    /// - Parameters:
    ///   - place: what the program is told to open.
    ///   - open: opens the same database here.
    public init(_ place: String, open: @escaping ConformanceCase.Opening) {
        self.place = place
        self.open = open
    }

    /// Writes, kills and looks, this many times on one database.
    public func run(rounds: Int) async throws {
        try await use { database in
            let number = database.dialect == .sqlite ? "INTEGER" : "BIGINT"
            try await database.write {
                try $0.script(
                    """
                    CREATE TABLE crash_rows (number \(number) NOT NULL, half \(number) NOT NULL, words TEXT NOT NULL, PRIMARY KEY (number, half));
                    CREATE TABLE crash_notes (number \(number) NOT NULL PRIMARY KEY);
                    """)
            }
        }
        var known: Set<Int64> = []
        for round in 0..<rounds {
            let first = Int64(round) * 1_000_000
            // Also at once, before or while the program opens the database.
            let wanted = round % 10 == 0 ? 0 : Int.random(in: 1...1_500)
            let acknowledged = try await killed(first: first, after: wanted)
            #expect(acknowledged.count >= wanted)
            try await use { database in
                let (whole, notes) = try await database.read { session in
                    var whole: Set<Int64> = []
                    try session.forEachRow("SELECT number, count(*) FROM crash_rows GROUP BY number") { row in
                        let (number, halves) = (try row.integer(0), try row.integer(1))
                        #expect(halves == 2, "half a change of \(number)")
                        whole.insert(number)
                    }
                    return (whole, try session.rows("SELECT number FROM crash_notes").map { try $0.integer(0) })
                }
                #expect(Set(notes) == whole)
                #expect(known.isSubset(of: whole), "changes of former rounds are gone")
                #expect(acknowledged.subtracting(whole) == [], "acknowledged changes are gone")
                // Each of the sixteen may have had one change that was kept but not yet acknowledged.
                #expect(whole.count - known.count - acknowledged.count <= 16)
                #expect(try await database.integrityProblems() == [])
                known = whole
            }
        }
        #expect(known.count > rounds)
    }

    private func use(_ body: (any Database) async throws -> Void) async throws {
        let database = try await open()
        do {
            try await body(database)
        } catch {
            await database.close()
            throw error
        }
        await database.close()
    }

    /// Starts the program, kills it when it has said so many numbers, and tells which it had said.
    private func killed(first: Int64, after wanted: Int) async throws -> Set<Int64> {
        let program = try #require(CrashTrial.program, "CrashWriter is not built")
        let place = place
        return try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try CrashTrial.kill(program, [place, "\(first)"], after: wanted) })
            }
        }
    }

    private static func kill(_ program: URL, _ arguments: [String], after wanted: Int) throws -> Set<Int64> {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        var said = Data()
        while said.count(where: { $0 == 10 }) < wanted {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { break }
            said += more
        }
        let isRunning = process.isRunning
        Foundation.kill(process.processIdentifier, SIGKILL)
        said += output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(isRunning, "the program ended by itself")
        #expect(process.terminationReason == .uncaughtSignal)
        return Set(String(decoding: said, as: UTF8.self).split(separator: "\n").compactMap { Int64($0) })
    }

    /// Where the program is, beside the tests that run.
    private static let program: URL? = {
        var places = CommandLine.arguments.prefix(1).map { URL(filePath: $0).deletingLastPathComponent() }
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        places.append(URL(filePath: own).deletingLastPathComponent())
        places += Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
        places += [Bundle.main.bundleURL, URL(filePath: ".build/debug")]
        return places.map { $0.appending(path: "CrashWriter") }.first { FileManager.default.isExecutableFile(atPath: $0.path) && !$0.hasDirectoryPath }
    }()
}
