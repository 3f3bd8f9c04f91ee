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

    /// How a server ends that has no time to finish anything.
    enum Crash: CaseIterable {
        /// All its processes at once, by SIGKILL.
        case killed
        /// By the order to leave everything as it is.
        case immediate
    }

    /// Ends it without warning, and returns when nothing of it runs any more.
    func crash(_ manner: Crash) async throws {
        let file = try String(contentsOfFile: "\(directory)/data/postmaster.pid", encoding: .utf8)
        let postmaster = try #require(file.split(separator: "\n").first.flatMap { pid_t($0) })
        // Held still, it starts nobody while its children are looked for.
        if manner == .killed { #expect(kill(postmaster, SIGSTOP) == 0) }
        let all = [postmaster] + Self.processes().filter { $0.parent == postmaster }.map(\.id)
        switch manner {
        case .killed: for process in all { kill(process, SIGKILL) }
        case .immediate: #expect(kill(postmaster, SIGQUIT) == 0)
        }
        while Self.processes().contains(where: { all.contains($0.id) && !$0.isOver }) { await Task.yield() }
        guard Self.processes().contains(where: { $0.id == postmaster }) else { return }
        // Where the first process of the machine is slow to forget the dead, the number would be taken for a server.
        let locks = try FileManager.default.contentsOfDirectory(atPath: directory).filter { $0.hasSuffix(".lock") }
        for name in locks + ["data/postmaster.pid"] { try? FileManager.default.removeItem(atPath: "\(directory)/\(name)") }
    }

    /// What runs on this machine, and what is over but was not forgotten yet.
    private static func processes() -> [(id: pid_t, parent: pid_t, isOver: Bool)] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { name in
            guard let id = pid_t(name), let text = try? String(contentsOfFile: "/proc/\(name)/stat", encoding: .utf8),
                let end = text.lastIndex(of: ")")
            else { return nil }
            let fields = text[text.index(after: end)...].split(separator: " ")
            guard fields.count > 1, let parent = pid_t(fields[1]) else { return nil }
            return (id, parent, fields[0] == "Z")
        }
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
