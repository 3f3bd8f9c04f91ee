import Relational
import Rulebook

/// Durable changes with their facts, through the door that all changes pass, by 64 clients at once.
enum StorageGroup {
    /// - Parameter seconds: how long each load is counted.
    static func run(seconds: Double) async throws {
        for engine in try await Engine.all() {
            Load.heading("Durable journalled writes on \(engine.name), \(Renaming.clients) clients")
            try await Renaming.prepare(engine.database)
            let base = try await baseline(engine, seconds)
            let records = Records(engine.database)
            var work = Renaming(records: records)
            try await report("a unit renamed and its fact, one chain", engine, base, seconds, work)
            work.failing = 100
            try await report("the same, 1 % refused by the database", engine, base, seconds, work)
            work.failing = 0
            work.readsFirst = false
            try await report("without reading the unit first", engine, base, seconds, work)
            work.isSpread = true
            work.readsFirst = true
            try await report("read first, \(Renaming.clients) chains", engine, base, seconds, work)
            records.close()
            try await AppendCost.report(engine)
            try await engine.discard()
        }
    }

    private static func report(
        _ name: String, _ engine: Engine, _ base: Load, _ seconds: Double, _ work: Renaming
    ) async throws {
        let before = engine.database.transactions
        let load = await Load.run(clients: Renaming.clients, seconds: seconds) { try await work.perform($0, $1) }
        let transactions = engine.database.transactions - before
        load.report(name, perTransaction: load.rate * seconds * 1.2 / Double(max(1, transactions)), baseline: base)
    }

    /// A row as long as a fact is.
    private static let text = String(repeating: "fakta ", count: 70)

    private static func baseline(_ engine: Engine, _ seconds: Double) async throws -> Load {
        let text = text
        if let folder = engine.folder {
            let bare = try BareInserts(folder: folder)
            let load = await Load.run(clients: Renaming.clients, seconds: seconds) { _, _ in try await bare.insert(text) }
            let size = load.rate * seconds * 1.2 / Double(max(1, bare.transactions))
            load.report("baseline: bare inserts in group commits, GRDB alone", perTransaction: size)
            let rate = try bare.rate(inTransactionsOf: max(1, Int(size.rounded())), seconds: seconds / 2, text)
            print("| the same in transactions of that size, no clients | \(Int(rate)) | | | | | | |")
            return load
        }
        let database = engine.database
        try await database.write { try $0.script("CREATE TABLE bare (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text TEXT NOT NULL)") }
        let plain = await Load.run(clients: Renaming.clients, seconds: seconds) { _, _ in
            try await database.write { try $0.execute("INSERT INTO bare (text) VALUES (\(text))") }
        }
        plain.report("bare inserts, each its own transaction, two connections", perTransaction: 1)
        let door = WriteDoor<Int>(database) { _, _ in }
        let before = database.transactions
        let load = await Load.run(clients: Renaming.clients, seconds: seconds) { _, _ in
            try await door.perform { session, _ in try session.execute("INSERT INTO bare (text) VALUES (\(text))") }
        }
        let size = load.rate * seconds * 1.2 / Double(max(1, database.transactions - before))
        load.report("baseline: bare inserts through the door, no journal", perTransaction: size)
        return load
    }
}
