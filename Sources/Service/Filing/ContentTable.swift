import Relational
import Rulebook

/// Contents as rows of the database, for several servers that share nothing else.
struct ContentTable: Sendable {
    let database: any Database

    /// Keeps bytes; when this returns they survive a power cut.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(length)
    func keep(_ bytes: ArraySlice<UInt8>, at now: Timestamp) async throws -> KeptContent {
        let content = try await ContentFolder.apart { try KeptContent(of: bytes) }
        let digest = content.digest
        // Not through the door: the changes of others need not wait for megabytes, and without a row that names it this is nothing yet.
        try await database.write { session in
            try Self.insert(content, at: now, in: session)
            guard try !Self.isThere(digest, in: session) else { return }
            for (number, start) in stride(from: bytes.startIndex, to: bytes.endIndex, by: KeptContent.pieceLength).enumerated() {
                let piece = Array(bytes[start..<min(start + KeptContent.pieceLength, bytes.endIndex)])
                try session.execute("INSERT INTO blob_pieces (sha256, number, bytes) VALUES (\(digest.text), \(number), \(piece))")
            }
        }
        return content
    }

    /// The row of a content, which documents point to; a new time tells the sweep to wait.
    ///
    /// - Throws: `RelationalError`.
    static func insert(_ content: KeptContent, at now: Timestamp, in session: any WriteSession) throws {
        try session.execute(
            """
            INSERT INTO blobs (sha256, size, kept_at) VALUES (\(content.digest.text), \(content.size), \(now.milliseconds))
            ON CONFLICT (sha256) DO UPDATE SET kept_at = excluded.kept_at
            """)
    }

    /// The bytes from ``KeptContent/pieceLength`` times `number` on; none behind the end, and `nil` when nothing of the content is here.
    ///
    /// - Throws: `RelationalError`.
    func piece(_ number: Int, of digest: DocumentDigest) async throws -> [UInt8]? {
        try await database.read { session in
            if let row = try session.row("SELECT bytes FROM blob_pieces WHERE sha256 = \(digest.text) AND number = \(number)") { return try row.blob(0) }
            return try Self.isThere(digest, in: session) ? [] : nil
        }
    }

    private static func isThere(_ digest: DocumentDigest, in session: any ReadSession) throws -> Bool {
        try session.row("SELECT 1 FROM blob_pieces WHERE sha256 = \(digest.text) LIMIT 1") != nil
    }

    /// Contents that no document names, older than a day; they are removed when `sweeping`.
    ///
    /// - Returns: how many.
    /// - Throws: `RelationalError`.
    func orphans(at now: Timestamp, sweeping: Bool) async throws -> Int {
        let time = now.milliseconds - KeptContent.patience
        let orphan: SQL = "kept_at < \(time) AND NOT EXISTS (SELECT 1 FROM documents d WHERE d.sha256 = blobs.sha256)"
        guard sweeping else {
            return Int(try await database.read { try $0.row("SELECT count(*) FROM blobs WHERE \(orphan)")?.integer(0) ?? 0 })
        }
        // A document that is filed meanwhile points to the row: whichever comes second fails, and nothing is lost.
        return try await database.write { session in
            let found = try session.rows("SELECT sha256 FROM blobs WHERE \(orphan)").map { try $0.text(0) }
            for digest in found {
                try session.execute("DELETE FROM blob_pieces WHERE sha256 = \(digest)")
                try session.execute("DELETE FROM blobs WHERE sha256 = \(digest)")
            }
            return found.count
        }
    }
}
