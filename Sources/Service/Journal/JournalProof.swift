import Journaling
public import Relational
import Rulebook

/// The proofs that the pages offer, as files, for whoever runs the machine.
public enum JournalProof {
    /// What a proof lacks.
    public enum Missing: Error, Hashable, Sendable {
        /// There is no such entry; the last one has this number.
        case entry(last: Int)
        /// The entry is there, but signatures reach only so many entries.
        case signature(covered: Int)
        /// No good signature stands under so many entries; the nearest that do.
        case checkpoint(size: Int, nearest: [Int])
    }

    /// That an entry is in a chain, with the personal data that was not erased.
    ///
    /// - Parameter code: the agency's code, its id, or `nasional`.
    /// - Throws: ``JournalExport/UnknownAgency``; ``Missing``; `RelationalError`.
    /// - Complexity: O(256 · levels)
    public static func entry(_ sequence: Int, of code: String, in database: any Database) async throws -> [UInt8] {
        try await database.read { session in
            let agency = try JournalExport.agency(code, in: session)
            guard let kept = try AgencyStore.find(agency, in: session),
                let stored = try JournalStore.entry(sequence, of: agency, in: session)
            else { throw Missing.entry(last: try JournalStore.lastSequence(of: agency, in: session)) }
            guard let bytes = try JournalActions.proven(stored, kept, in: session).fileBytes() else {
                throw Missing.signature(covered: try JournalStore.lastCheckpoint(of: agency, in: session)?.checkpoint.size ?? 0)
            }
            return bytes
        }
    }

    /// That the later of two signed states only adds to the earlier one.
    ///
    /// - Parameters:
    ///   - sizes: of how many entries each state is; the order does not matter.
    ///   - code: the agency's code, its id, or `nasional`.
    /// - Throws: ``JournalExport/UnknownAgency``; ``Missing``; `RelationalError`.
    /// - Complexity: O(256 · levels)
    public static func consistency(_ sizes: (Int, Int), of code: String, in database: any Database) async throws -> [UInt8] {
        try await database.read { session in
            let agency = try JournalExport.agency(code, in: session)
            for size in [sizes.0, sizes.1] {
                do { _ = try JournalActions.signed(size, of: agency, in: session) } catch PageRefusal.notFound {
                    throw Missing.checkpoint(size: size, nearest: try nearest(size, of: agency, in: session))
                }
            }
            return try JournalActions.consistencyFile(sizes, of: agency, in: session)
        }
    }

    /// The next smaller and the next larger state.
    private static func nearest(_ size: Int, of agency: AgencyID, in session: any ReadSession) throws -> [Int] {
        let below = try JournalStore.checkpoints(of: agency, before: size, most: 1, in: session)
        let above = try JournalStore.checkpoints(of: agency, after: size, upTo: Int.max, most: 1, in: session)
        return (below + above).map(\.checkpoint.size)
    }
}
