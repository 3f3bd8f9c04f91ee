import Foundation

/// The repository as files, for tests that look at its shape.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    struct SourceFile: Sendable {
        /// Relative to the repository.
        let path: String
        let text: String

        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
        /// The target or test target it belongs to.
        var target: String { String(path.split(separator: "/")[1]) }
        var name: String { String(path.split(separator: "/").last?.dropLast(6) ?? "") }

        /// The text without comments and string literals.
        var code: String {
            text.replacing(/"""(?:.|\n)*?"""/, with: "").replacing(/"(?:\\.|[^"\\\n])*"/, with: "\"\"")
                .replacing(/\/\/[^\n]*/, with: "")
        }

        var imports: Set<String> {
            Set(
                code.matches(of: /(?m)^[ \t]*(?:@\w+ +)?(?:public |package |internal |private )?import +(?:struct |class |enum |protocol |func )?(\w+)/).map {
                    String($0.1)
                })
        }
    }

    static func swiftFiles(under folder: String) -> [SourceFile] {
        let base = root.appending(path: folder)
        guard let walk = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil) else { return [] }
        var files: [SourceFile] = []
        for case let url as URL in walk where url.pathExtension == "swift" {
            guard let text = try? String(contentsOf: url, encoding: .utf8) else { continue }
            files.append(SourceFile(path: String(url.path.dropFirst(root.path.count + 1)), text: text))
        }
        return files.sorted { $0.path < $1.path }
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }

    static func text(_ path: String) -> String {
        (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
    }
}
