import Journaling
public import Relational
import Rulebook

/// A whole chain as a file, in pieces; neither a piece nor the memory it takes grows with the chain.
///
///     var export = try await JournalExport(of: "nasional", in: database, withPersonal: false)
///     while let bytes = try await export.next() { … }
public struct JournalExport {
    /// There is no agency with this code.
    public struct UnknownAgency: Error, Hashable, Sendable {}

    /// Collects what the writer gives.
    private final class Basket {
        var bytes: [UInt8] = []
    }

    /// What one reading brings.
    private struct Piece: Sendable {
        var entries: [JournalStore.Stored] = []
        var openings: [Int: [Opening]] = [:]
        var checkpoints: [SignedCheckpoint] = []
    }

    /// Entries in one reading: at 64 KiB each at most 16 MiB, usually 100 KiB.
    private static let width = 256

    private let database: any Database
    private let agency: AgencyID
    private let withPersonal: Bool
    private let basket: Basket
    private let keys: KeyHistory
    /// Where the chain ended when the export began; what is added meanwhile is left out.
    private let lastSequence: Int
    private let lastCheckpoint: Int
    private var writer: JournalWriter
    private var reached = 0
    private var rotations = 0
    private var waiting: [SignedCheckpoint] = []
    private var isFinished = false

    /// Begins the export of an agency's chain.
    ///
    /// - Parameters:
    ///   - code: the agency's code, its id, or `nasional`.
    ///   - withPersonal: whether the personal data that was not erased goes along as openings.
    /// - Throws: ``UnknownAgency``; `Refusal` of code `keyFileUnusable` when the journal has no key yet;
    ///   `RelationalError`.
    public init(of code: String, in database: any Database, withPersonal: Bool) async throws {
        let agency = try await database.read { try Self.agency(code, in: $0) }
        try await self.init(agency, in: database, withPersonal: withPersonal)
    }

    /// The agency that a person names by its code, its id, or `nasional`.
    ///
    /// - Throws: ``UnknownAgency``; `RelationalError`.
    static func agency(_ code: String, in session: any ReadSession) throws -> AgencyID {
        let row = try session.row("SELECT id FROM agencies WHERE code = \(code.uppercased()) OR id = \(code) ORDER BY id LIMIT 1")
        guard let row else { throw UnknownAgency() }
        return AgencyID(try row.text(0))
    }

    init(_ agency: AgencyID, in database: any Database, withPersonal: Bool) async throws {
        let (keys, entries, checkpoints) = try await database.read { session in
            (
                try JournalStore.keys(in: session), try JournalStore.lastSequence(of: agency, in: session),
                try JournalStore.lastCheckpoint(of: agency, in: session)?.checkpoint.size ?? 0
            )
        }
        guard let keys else { throw JournalExport.noKey }
        let basket = Basket()
        self.database = database
        self.agency = agency
        self.withPersonal = withPersonal
        self.keys = keys
        self.basket = basket
        lastSequence = entries
        lastCheckpoint = checkpoints
        writer = try JournalWriter(chain: ChainID(agency.text), firstKey: keys.first) { basket.bytes += $0 }
    }

    static let noKey = Refusal(
        .keyFileUnusable, at: "", "Jurnal ini belum punya kunci. Jalankan zona serve satu kali, lalu ulangi.")

    /// The next bytes of the file; `nil` at its end.
    ///
    /// - Throws: `RelationalError`, of kind `damaged` when what is kept cannot be written; `WritingRefusal`.
    /// - Complexity: O(256 entries)
    public mutating func next() async throws -> [UInt8]? {
        while basket.bytes.isEmpty {
            if isFinished { return nil }
            try await step()
        }
        defer { basket.bytes.removeAll() }
        return basket.bytes
    }

    private mutating func step() async throws {
        let piece = try await read()
        waiting += piece.checkpoints
        for stored in piece.entries {
            try write(checkpointsBelow: stored.sequence)
            try writer.entry(Array(stored.text.utf8))
            for opening in piece.openings[stored.sequence] ?? [] { try writer.opening(opening) }
            reached = stored.sequence
        }
        guard piece.entries.count < Self.width || reached >= lastSequence else { return }
        try write(checkpointsBelow: Int.max)
        for rotation in keys.rotations.dropFirst(rotations) { try writer.rotation(rotation) }
        try writer.finish()
        isFinished = true
    }

    /// Checkpoints over fewer entries than the number of the next one, each behind the rotation to its key.
    private mutating func write(checkpointsBelow sequence: Int) throws {
        let ready = waiting.prefix { $0.checkpoint.size < sequence }
        for signed in ready {
            let place = keys.rotations.firstIndex { $0.new.id == signed.checkpoint.key }.map { $0 + 1 } ?? 0
            while rotations < place {
                try writer.rotation(keys.rotations[rotations])
                rotations += 1
            }
            try writer.checkpoint(signed)
        }
        waiting.removeFirst(ready.count)
    }

    private func read() async throws -> Piece {
        let (agency, after, withPersonal, lastSequence, lastCheckpoint) = (agency, reached, withPersonal, lastSequence, lastCheckpoint)
        return try await database.read { session in
            var piece = Piece()
            if after < lastSequence {
                piece.entries = try JournalStore.entries(
                    of: agency, after: after, most: min(Self.width, lastSequence - after), in: session)
            }
            let isLast = piece.entries.count < Self.width || piece.entries.last?.sequence == lastSequence
            let end = isLast ? Int.max : piece.entries.last?.sequence ?? Int.max
            piece.checkpoints = try JournalStore.checkpoints(
                of: agency, after: after, upTo: min(end, lastCheckpoint), most: Int.max, in: session)
            guard withPersonal, let first = piece.entries.first?.sequence, let last = piece.entries.last?.sequence else { return piece }
            let contents = Dictionary(piece.entries.map { ($0.sequence, $0) }) { first, _ in first }
            for (sequence, row) in try JournalStore.openingRows(of: agency, first...last, in: session) {
                let opening = try JournalStore.opening(row, sequence: sequence, content: contents[sequence]?.entry?.content)
                piece.openings[sequence, default: []].append(opening)
            }
            return piece
        }
    }
}
