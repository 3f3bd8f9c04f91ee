import Crypto
import Rulebook

extension DocumentContents {
    /// What a check found.
    public struct Report: Hashable, Sendable {
        /// Contents that documents name.
        public var contents = 0
        /// Their bytes together.
        public var bytes: Int64 = 0
        /// In Indonesian, each with its digest: what is missing or is not what it was.
        public var problems: [String] = []
        /// Contents that no document names, older than a day.
        public var orphans = 0
    }

    /// Reads every content and compares it with its name.
    ///
    /// - Parameters:
    ///   - now: milliseconds since 1970.
    ///   - sweeping: whether contents that no document names are removed.
    /// - Throws: `RelationalError`, or an error of the system.
    /// - Complexity: O(bytes of all contents)
    public func check(at now: Int64, sweeping: Bool) async throws -> Report {
        var report = Report()
        var after = ""
        while case let rows = try await listed(after: after, most: 500), let last = rows.last {
            after = last.digest
            for row in rows {
                report.contents += 1
                report.bytes += row.size
                if let problem = try await problem(row.digest, row.size) { report.problems.append("\(row.digest): \(problem)") }
            }
        }
        report.orphans = try await orphans(at: Timestamp(milliseconds: now), sweeping: sweeping)
        return report
    }

    private func problem(_ name: String, _ size: Int64) async throws -> String? {
        guard let digest = DocumentDigest(name) else { return "bukan nama isi dokumen." }
        do {
            var hash = SHA256()
            var (length, number) = (0, 0)
            while case let piece = try await piece(number, of: digest), !piece.isEmpty {
                hash.update(data: piece)
                length += piece.count
                number += 1
            }
            return HexText.text(hash.finalize()) == name && length == Int(size) ? nil : "isinya berubah sejak disimpan."
        } catch let fault as ContentFault {
            switch fault {
            case .missing: return "isinya tidak ada."
            case .damaged: return "bukan berkas biasa."
            case .system(let number): return "isinya tidak dapat dibaca (galat \(number))."
            }
        }
    }
}
