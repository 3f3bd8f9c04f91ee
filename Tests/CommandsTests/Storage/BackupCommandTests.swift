import Foundation
import Synchronization
import Testing

@Suite("zona backup and zona restore")
struct BackupCommandTests {
    @Test("What was backed up is all there again, on either engine, and the journal goes on from where it was", arguments: Engine.ways)
    func roundTrip(from: Engine, to: Engine) async throws {
        try await Place.with(from) { source in
            try source.begin()
            let before = try verification(try source.exported())
            let kept = try before.object("kept")
            let backup = "\(source.path)/cadangan.zona"
            let told = try source.done("backup", backup)
            let digest = try #require(told.firstMatch(of: /SHA-256 ([0-9a-f]{64})\n/)).1
            #expect(try FileManager.default.attributesOfItem(atPath: backup)[.posixPermissions] as? Int == 0o600)
            #expect(source.names.filter { $0.hasPrefix("cadangan") } == ["cadangan.zona"])
            try await Place.with(to) { target in
                try source.copyKeys(to: target)
                #expect(try target.done("restore", backup).contains("zona check"))
                #expect(try target.done("check").hasSuffix("Semua utuh.\n"))
                let file = try target.exported()
                let key = try #require(before.texts("keys")?.first)
                let state = "\(try #require(kept["size"] as? Int)):\(try #require(kept.text("root")))"
                let after = try verification(file, "--key", key, "--kept", state)
                #expect(after.flag("isSound") == true, "\(after)")
                #expect(after["entries"] as? Int == 4)
                // The restoring itself is on record, with what was restored.
                let last = try #require(try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").last { $0.contains("\"urutan\":") })
                #expect(last.contains("\"sha256\":\"\(digest)\""))
                #expect(try await target.ask("SELECT email FROM people") == ["siti@contoh.go.id"])
                #expect(target.names == (to == .sqlite ? ["jurnal.jsonl", "kunci", "zona.db"] : ["jurnal.jsonl", "kunci"]))
                // And it serves.
                #expect(try target.serving().stop() == 0)
                #expect(try target.done("check").hasSuffix("Semua utuh.\n"))
            }
        }
    }

    @Test("A backup never replaces a file, and says where it cannot be written", arguments: Engine.available)
    func targets(engine: Engine) async throws {
        try await Place.with(engine) { place in
            try place.begin(isSigned: false)
            let taken = "\(place.path)/ada.zona"
            try Data("milik orang".utf8).write(to: URL(filePath: taken))
            let run = try place.run("backup", taken)
            #expect(run.isRefused("ZI-1612", at: taken), "\(run)")
            #expect(try String(contentsOfFile: taken, encoding: .utf8) == "milik orang")
            let nowhere = "\(place.path)/tidak/ada.zona"
            let lost = try place.run("backup", nowhere)
            #expect(lost.isRefused("ZI-1010", at: nowhere), "\(lost)")
            #expect(!place.names.contains { $0.hasSuffix(".tmp") || $0 == "tidak" }, "\(place.names)")
        }
    }

    @Test("A backup taken while a server and others write is one sound state with all that was acknowledged before", arguments: Engine.available)
    func whileWriting(engine: Engine) async throws {
        try await Place.with(engine) { place in
            try place.begin()
            let serving = try place.serving()
            let writer = AccountWriter(place)
            defer { writer.stop() }
            for least in [1, 4, 7] {
                let known = try await writer.names(atLeast: least)
                let backup = "\(place.path)/\(least).zona"
                try place.done("backup", backup)
                try await Place.with(.sqlite) { copy in
                    try place.copyKeys(to: copy)
                    try copy.done("restore", backup)
                    #expect(try copy.done("check").hasSuffix("Semua utuh.\n"))
                    let found = Set(try await copy.ask("SELECT email FROM people"))
                    #expect(known.isSubset(of: found), "\(known.subtracting(found))")
                }
            }
            writer.stop()
            #expect(serving.stop() == 0)
            #expect(try place.done("check").hasSuffix("Semua utuh.\n"))
        }
    }
}

/// Makes accounts one after another on a thread of its own: a test that waits must not starve what it waits for.
private final class AccountWriter: Sendable {
    private struct State {
        var names: Set<String> = []
        var isOver = false
        var hasEnded = false
    }

    private let state = Mutex(State())

    /// It ends by itself after 300 accounts.
    init(_ place: Place) {
        Thread.detachNewThread { [self] in
            for number in 1...300 where !state.withLock(\.isOver) {
                let name = "orang\(number)@contoh.go.id"
                guard let run = try? place.run("account", "create", "--name", "Orang \(number)", "--email", name), run.status == 0 else { break }
                state.withLock { _ = $0.names.insert(name) }
            }
            state.withLock { $0.hasEnded = true }
        }
    }

    /// The accounts that were acknowledged, as soon as there are so many.
    func names(atLeast least: Int) async throws -> Set<String> {
        while true {
            let (names, hasEnded) = state.withLock { ($0.names, $0.hasEnded) }
            if names.count >= least { return names }
            try #require(!hasEnded, "the writer stopped after \(names.count) accounts")
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Tells it to end, and waits until it has.
    func stop() {
        state.withLock { $0.isOver = true }
        while !state.withLock(\.hasEnded) { usleep(10_000) }
    }
}
