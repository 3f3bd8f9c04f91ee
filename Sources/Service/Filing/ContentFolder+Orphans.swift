import Glibc
import Relational
import Rulebook

extension ContentFolder {
    /// Files that no document names, older than a day; they are removed when `sweeping`.
    ///
    /// - Returns: how many.
    /// - Throws: ``ContentFault``; `RelationalError`.
    /// - Complexity: O(files)
    func orphans(in database: any Database, at now: Timestamp, sweeping: Bool) async throws -> Int {
        let old = try old(before: now.milliseconds - KeptContent.patience)
        if old.isEmpty { return 0 }
        guard sweeping else {
            return try await database.read { session in try old.count { try Self.isOrphan($0, in: session) } }
        }
        // While this runs nobody writes, so nobody can name what is about to go.
        return try await database.write { session in
            let orphans = try old.filter { try Self.isOrphan($0, in: session) }
            for name in orphans { unlink("\(path)/\(name)") }
            return orphans.count
        }
    }

    private static func isOrphan(_ name: String, in session: any ReadSession) throws -> Bool {
        guard let digest = DocumentDigest(name.split(separator: "/").last ?? "") else { return true }
        return try session.row("SELECT 1 FROM documents WHERE sha256 = \(digest.text) LIMIT 1") == nil
    }

    /// Every file below the folder that was last written before a time; also what was never finished.
    private func old(before time: Int64) throws -> [String] {
        var found: [String] = []
        for first in try Self.names(in: path) {
            for second in try Self.names(in: "\(path)/\(first)") {
                for name in try Self.names(in: "\(path)/\(first)/\(second)") {
                    let place = "\(first)/\(second)/\(name)"
                    var facts = stat()
                    guard lstat("\(path)/\(place)", &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { continue }
                    if Int64(facts.st_mtim.tv_sec) * 1_000 < time { found.append(place) }
                }
            }
        }
        return found
    }

    /// The names in a folder; none where it is not there.
    private static func names(in folder: String) throws -> [String] {
        guard let stream = opendir(folder) else {
            guard errno == ENOENT || errno == ENOTDIR else { throw ContentFault.system(errno) }
            return []
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
