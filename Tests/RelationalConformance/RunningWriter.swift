import Foundation
import Synchronization
import Testing

/// `CrashWriter` while it runs, and the numbers it said so far.
final class RunningWriter: Sendable {
    private struct State {
        var acknowledged: [Int64] = []
        var rest: [UInt8] = []
        var isEnded = false
        var waiting: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let process = Process()
    private let state = Mutex(State())

    /// Starts the program, which is built beside the tests.
    ///
    /// - Parameters:
    ///   - place: what it is told to open.
    ///   - first: the number it begins with.
    init(_ place: String, first: Int64) throws {
        let program: URL = try #require(Self.program, "CrashWriter is not built")
        process.executableURL = program
        process.arguments = [place, "\(first)"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        Thread.detachNewThread {
            while case let more = output.fileHandleForReading.availableData, !more.isEmpty { self.take(more) }
            self.end()
        }
    }

    /// The numbers it said, in that order.
    var acknowledged: [Int64] { state.withLock { $0.acknowledged } }

    /// Whether it has not ended.
    var isRunning: Bool { state.withLock { !$0.isEnded } }

    /// Waits until it said so many numbers, or ended.
    func reach(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let isReached = state.withLock { state in
                let isReached = state.isEnded || state.acknowledged.count >= count
                if !isReached { state.waiting.append((count, continuation)) }
                return isReached
            }
            if isReached { continuation.resume() }
        }
    }

    /// Kills it in the middle of its work; gives all it had said.
    func kill() async -> [Int64] {
        #expect(isRunning, "the program ended by itself")
        Foundation.kill(process.processIdentifier, SIGKILL)
        await reach(.max)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        return acknowledged
    }

    private func take(_ more: Data) {
        resume { state in
            state.rest += more
            guard let end = state.rest.lastIndex(of: 10) else { return }
            state.acknowledged += String(decoding: state.rest[..<end], as: UTF8.self).split(separator: "\n").compactMap { Int64($0) }
            state.rest.removeSubrange(...end)
        }
    }

    private func end() {
        resume { $0.isEnded = true }
    }

    /// Changes the state and wakes whoever waited for that.
    private func resume(_ change: (inout State) -> Void) {
        let ready = state.withLock { state in
            change(&state)
            let (isEnded, count) = (state.isEnded, state.acknowledged.count)
            let ready = state.waiting.filter { isEnded || $0.count <= count }
            state.waiting.removeAll { isEnded || $0.count <= count }
            return ready.map(\.continuation)
        }
        for continuation in ready { continuation.resume() }
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
