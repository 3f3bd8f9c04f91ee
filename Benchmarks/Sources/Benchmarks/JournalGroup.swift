import FoundationEssentials
import Glibc
import Journaling
import Relational
import RelationalSQLite
import Rulebook

/// A journal of a million facts: verified from a file, proven out of the database, and a server started on it.
enum JournalGroup {
    /// - Parameters:
    ///   - zona: path of the program.
    ///   - facts: how many.
    ///   - cache: the folder in which long journals are kept.
    static func run(zona: String, facts: Int, cache: String) async throws {
        let folder = try JournalCache.folder(facts, in: cache)
        let file = "\(folder)/jurnal.jsonl"
        if !FileManager.default.fileExists(atPath: file) {
            let command = [zona, "journal", "export", "--data", folder, "--agency", "UJI", "--with-personal", "-o", file]
            guard Child.run(command).status == 0 else { throw JournalCache.Unmade(folder: file) }
        }
        print("\n### A journal of \(facts) facts, \(size(file) >> 20) MB as a file, \(size("\(folder)/zona.db") >> 20) MB in SQLite")
        print("\n| what | median | worst | peak memory |\n|---|--:|--:|--:|")
        report("baseline: `sha256sum` of the file", (0..<3).map { _ in Child.run(["/usr/bin/sha256sum", file]) })
        report("`zona journal verify`", (0..<3).map { _ in Child.run([zona, "journal", "verify", file]) })
        let serve = [zona, "serve", "--port", "0", "--data", folder]
        report("`zona serve` until it says that it is ready", (0..<5).map { _ in Child.run(serve, until: "Zona siap") })
        report("`zona check`", [Child.run([zona, "check", "--data", folder])])
        try await proofs(folder, facts)
        try await appends(cache, facts)
    }

    private static func report(_ name: String, _ children: [Child]) {
        let times = Measurement(seconds: children.map(\.seconds))
        let failed = children.contains { $0.status != 0 } ? " (FAILED)" : ""
        let peak = children.map(\.peak).max() ?? 0
        print("| \(name)\(failed) | \(Measurement.shown(times.median)) | \(Measurement.shown(times.worst)) | \(peak >> 20) MB |")
    }

    private static func size(_ path: String) -> Int {
        var facts = stat()
        return stat(path, &facts) == 0 ? Int(facts.st_size) : 0
    }

    private static func proofs(_ folder: String, _ facts: Int) async throws {
        heading("Proofs out of the database of \(facts) facts")
        let database = try SQLiteDatabase(path: "\(folder)/zona.db")
        let agency = JournalCache.agency
        // Spread over the whole chain.
        func place(_ run: Int) -> Int { 1 + run &* 7_919_993 % facts }
        try Measurement(runs: 500) { run in
            try database.readBlocking { keep(try JournalStore.entry(place(run), of: agency, in: $0)) }
        }.report("baseline: read one fact")
        try Measurement(runs: 500) { run in
            try database.readBlocking { session in
                let tree = MerkleTree(JournalNodes(agency: agency, session: session))
                keep(try tree.inclusion(index: place(run) - 1, size: facts))
            }
        }.report("path of one fact")
        try Measurement(runs: 500) { run in
            try database.readBlocking { keep(try proof(place(run), in: $0)) }
        }.report("inclusion proof of one fact, whole as a file")
        try Measurement(runs: 100) { run in
            try database.readBlocking { session in
                let tree = MerkleTree(JournalNodes(agency: agency, session: session))
                keep(try tree.consistency(from: place(run), to: facts))
            }
        }.report("proof that one state grew out of another")
        await database.close()
    }

    /// The proof as the page for one fact hands it out.
    private static func proof(_ sequence: Int, in session: any ReadSession) throws -> [UInt8] {
        let agency = JournalCache.agency
        guard let stored = try JournalStore.entry(sequence, of: agency, in: session),
            let checkpoint = try JournalStore.lastCheckpoint(of: agency, in: session),
            let keys = try JournalStore.keys(in: session), let entry = stored.entry
        else { throw Unproven() }
        let size = checkpoint.checkpoint.size
        let path = try MerkleTree(JournalNodes(agency: agency, session: session)).inclusion(index: sequence - 1, size: size)
        guard
            MerkleProof.includes(
                entry.fingerprint, index: sequence - 1, size: size, path: path, root: checkpoint.checkpoint.root)
        else { throw Unproven() }
        return try EntryProof(
            keys: keys, entry: Array(stored.text.utf8), openings: JournalStore.openings(of: stored, agency, in: session),
            index: sequence - 1, path: path, checkpoint: checkpoint
        ).fileBytes()
    }

    private struct Unproven: Error {}

    private static func appends(_ cache: String, _ facts: Int) async throws {
        heading("Appending to the journal on SQLite, one fact of 64 in a transaction, without its commit")
        for length in [1_000, 100_000, facts] {
            let database = try SQLiteDatabase(path: "\(try JournalCache.folder(length, in: cache))/zona.db")
            try await AppendCost.measure(database, JournalCache.agency).report("chain of \(length) facts")
            await database.close()
        }
    }
}
