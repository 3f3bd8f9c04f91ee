import FoundationEssentials
import Glibc

/// A program run to its end.
struct Child {
    let seconds: Double
    /// Bytes. The system counts at least what this process had when it started the child: keep it small.
    let peak: Int
    let status: CInt
    let output: String

    /// Runs a program with its output caught (up to what a pipe holds) or thrown away.
    static func run(_ command: [String], catching: Bool = true) -> Child {
        var ends: [CInt] = [0, 0]
        pipe(&ends)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if catching {
            posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        } else {
            posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        }
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var words = command.map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var process = pid_t()
        let clock = ContinuousClock()
        let start = clock.now
        posix_spawn(&process, command[0], &actions, nil, &words, environ)
        close(ends[1])
        var status: CInt = 0
        var usage = rusage()
        wait4(process, &status, 0, &usage)
        let seconds = (clock.now - start) / .seconds(1)
        var bytes = [UInt8](repeating: 0, count: 4_096)
        let count = catching ? read(ends[0], &bytes, bytes.count) : 0
        close(ends[0])
        return Child(
            seconds: seconds, peak: usage.ru_maxrss << 10, status: status,
            output: String(decoding: bytes.prefix(max(0, count)), as: UTF8.self))
    }

    /// Runs a program until it says something, then asks it to stop and waits for that.
    ///
    /// - Returns: the seconds up to what it said; a status other than 0 when it never did.
    static func run(_ command: [String], until said: String) -> Child {
        var ends: [CInt] = [0, 0]
        pipe(&ends)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addclose(&actions, ends[0])
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var words = command.map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var process = pid_t()
        let clock = ContinuousClock()
        let start = clock.now
        posix_spawn(&process, command[0], &actions, nil, &words, environ)
        close(ends[1])
        var output = ""
        var bytes = [UInt8](repeating: 0, count: 4_096)
        while !output.contains(said) {
            let count = read(ends[0], &bytes, bytes.count)
            if count <= 0 { break }
            output += String(decoding: bytes.prefix(count), as: UTF8.self)
        }
        let seconds = (clock.now - start) / .seconds(1)
        kill(process, SIGTERM)
        var status: CInt = 0
        var usage = rusage()
        wait4(process, &status, 0, &usage)
        close(ends[0])
        return Child(
            seconds: seconds, peak: usage.ru_maxrss << 10, status: output.contains(said) ? status : 1, output: output)
    }

    /// The most memory this process ever held, in bytes.
    static var ownPeak: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
        return (line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0) << 10
    }
}
