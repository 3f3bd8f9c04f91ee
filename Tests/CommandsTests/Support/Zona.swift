import Foundation
import Testing

/// The built program, run as people run it.
enum Zona {
    /// How one run came out.
    struct Run {
        let status: Int32
        let output: String
        let errors: String

        var lines: [String] { output.split(separator: "\n").map(String.init) }

        /// The output as one JSON object.
        var object: [String: Any] {
            get throws { try Zona.object(output) }
        }
    }

    /// The repository.
    static let root: URL = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The program beside these tests, in whatever package they were built.
    static let program: URL? = {
        var places: [URL] = []
        for argument in CommandLine.arguments.prefix(1) {
            places.append(URL(filePath: argument).deletingLastPathComponent())
        }
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        places.append(URL(filePath: own).deletingLastPathComponent())
        places += Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
        places.append(Bundle.main.bundleURL)
        places.append(URL(filePath: ".build/debug"))
        return places.map { $0.appending(path: "zona") }.first {
            FileManager.default.isExecutableFile(atPath: $0.path) && !$0.hasDirectoryPath
        }
    }()

    /// Runs the program.
    ///
    /// - Parameter input: what it is given on standard input.
    static func run(_ arguments: [String], input: String? = nil, environment: [String: String] = [:]) throws -> Run {
        let process = Process()
        let program: URL = try #require(Self.program, "The program was not built beside the tests.")
        process.executableURL = program
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        // Files, not pipes: output of any length cannot block the program.
        let folder = try Folder()
        let output = folder.path("output")
        let errors = folder.path("errors")
        let given = try folder.write("input", input ?? "")
        for path in [output, errors] { try "".write(toFile: path, atomically: true, encoding: .utf8) }
        process.standardInput = try FileHandle(forReadingFrom: URL(filePath: given))
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: errors))
        try process.run()
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus, output: try String(contentsOfFile: output, encoding: .utf8),
            errors: try String(contentsOfFile: errors, encoding: .utf8))
    }

    static func object(_ text: String) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return try #require(value as? [String: Any])
    }
}

/// A folder of its own for one test, gone afterwards.
final class Folder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "zona-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path }

    /// Writes a file and returns its path.
    func write(_ name: String, _ text: String) throws -> String {
        try text.write(toFile: path(name), atomically: true, encoding: .utf8)
        return path(name)
    }

    func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }
}
