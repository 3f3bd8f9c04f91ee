public import Relational
import Rulebook

/// The contents of documents, each by its digest and each once. A content is kept before the row that names it; what
/// was broken off in between is an orphan, which nobody sees and the check sweeps away.
///
/// New ones go into a folder beside an embedded database, and into a database that several servers share. Those that a
/// restored backup or an older installation has in the other place are read from there.
public struct DocumentContents: Sendable {
    private let table: ContentTable
    /// `nil` where there is no data folder.
    private let folder: ContentFolder?

    /// - Parameters:
    ///   - database: of either engine, its schema up to date.
    ///   - folder: the folder of contents; `nil` where there is no data folder.
    public init(_ database: any Database, folder: String?) {
        table = ContentTable(database: database)
        self.folder = folder.map { ContentFolder(path: $0) }
    }

    private var database: any Database { table.database }

    /// Where new contents go; `nil` for the database.
    private var target: ContentFolder? { database.dialect == .postgres ? nil : folder }

    /// Keeps bytes; when this returns they survive a power cut.
    ///
    /// - Throws: `Refusal` of code `storageFull`; ``ContentFault``; `RelationalError`.
    /// - Complexity: O(length)
    func keep(_ bytes: ArraySlice<UInt8>, at now: Timestamp) async throws -> KeptContent {
        if let target { try await target.keep(bytes) } else { try await table.keep(bytes, at: now) }
    }

    /// Makes sure, inside the change that names it, that a content was not swept away meanwhile. In the database, rows that point to each other see to that.
    ///
    /// - Throws: ``ContentFault``.
    func confirm(_ content: KeptContent) throws {
        try target?.confirm(content)
    }

    /// The bytes from ``KeptContent/pieceLength`` times `number` on, as many as that; none behind the end.
    ///
    /// - Throws: ``ContentFault/missing`` when there is no such content; `RelationalError`.
    func piece(_ number: Int, of digest: DocumentDigest) async throws -> [UInt8] {
        if let piece = try await table.piece(number, of: digest) { return piece }
        guard let folder else { throw ContentFault.missing }
        return try await folder.piece(number, of: digest)
    }

    /// What of the contents stands outside of the database, so that a backup of the database lacks it.
    ///
    /// - Returns: how many contents, and their bytes together.
    /// - Throws: `RelationalError`.
    public func outside() async throws -> (count: Int, bytes: Int64) {
        try await database.read { session in
            let row = try session.row(
                """
                SELECT count(*), CAST(coalesce(sum(size), 0) AS BIGINT) FROM blobs b
                WHERE NOT EXISTS (SELECT 1 FROM blob_pieces p WHERE p.sha256 = b.sha256)
                """)
            return (Int(try row?.integer(0) ?? 0), try row?.integer(1) ?? 0)
        }
    }

    /// How many contents no document names, older than a day; they are removed when `sweeping`.
    func orphans(at now: Timestamp, sweeping: Bool) async throws -> Int {
        let loose = try await folder?.orphans(in: database, at: now, sweeping: sweeping) ?? 0
        return try await loose + table.orphans(at: now, sweeping: sweeping)
    }

    /// The digests of contents in their order, from one on, with their lengths in bytes.
    func listed(after digest: String, most: Int) async throws -> [(digest: String, size: Int64)] {
        try await database.read { session in
            try session.rows("SELECT sha256, size FROM blobs WHERE sha256 > \(digest) ORDER BY sha256 LIMIT \(most)")
                .map { (try $0.text(0), try $0.integer(1)) }
        }
    }
}
