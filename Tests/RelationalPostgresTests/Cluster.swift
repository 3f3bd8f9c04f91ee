import Foundation
import Testing

/// A server of a test's own, which may be stopped, killed and damaged.
struct Cluster {
    let url: String
    let directory: String

    /// Makes a server, lends it and removes it.
    static func with(_ body: (Cluster) async throws -> Void) async throws {
        let directory = "/tmp/zona-cluster-\(UInt32.random(in: 0 ... .max))"
        let url = try await script("start", directory)
        do {
            try await body(Cluster(url: url, directory: directory))
        } catch {
            _ = try? await script("stop", directory)
            throw error
        }
        _ = try await script("stop", directory)
    }

    /// Starts it again where it was.
    func start() async throws {
        let again = try await Cluster.script("start", directory)
        #expect(again == url)
    }

    /// Stops it and keeps what it holds.
    func halt() async throws {
        _ = try await Cluster.script("halt", directory)
    }

    @discardableResult
    private static func script(_ action: String, _ directory: String) async throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let process = Process()
        process.executableURL = root.appendingPathComponent("scripts/postgres")
        process.arguments = [action, directory]
        let output = Pipe()
        process.standardOutput = output
        let status = await withCheckedContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(returning: -1) }
        }
        try #require(status == 0, "scripts/postgres \(action)")
        // One line, which the pipe holds until now.
        let text = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
