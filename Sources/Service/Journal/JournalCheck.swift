public import Journaling
public import Relational
import Rulebook

/// What reading one chain from its first entry to its last has found.
public struct JournalCheck: Sendable {
    /// The agency's code.
    public let agency: String
    /// What the verifier found in the chain as it would be exported.
    public let report: JournalReport
    /// Whether the kept end of the chain and the stored tree agree with the entries.
    public let isHeadWhole: Bool
    /// The first entries, at most 100, whose row says otherwise than their text: they are found and proven by the row.
    public let misfiled: [Int]
    /// The first nodes of the tree, at most 100, that are not stored as the entries below them make them, which is how
    /// they are given here: proofs start from them.
    public let wrongNodes: [MerkleNode]

    /// Whether there is any entry. Making an agency is itself on its record, so an agency without entries has lost its journal.
    public var isBegun: Bool { report.entries > 0 }

    /// Whether nothing is wrong.
    public var isSound: Bool { isBegun && report.isSound && isHeadWhole && misfiled.isEmpty && wrongNodes.isEmpty }

    /// Reads the chain of every agency of a database, the nation's included.
    ///
    /// - Parameters:
    ///   - key: the public half of the server's key file, so that a replaced key is found.
    ///   - kept: earlier states known from elsewhere.
    /// - Throws: `RelationalError`; `Refusal` when there are entries and no key.
    /// - Complexity: O(entries); memory does not grow with them.
    public static func all(
        in database: any Database, key: VerifyingKey?, kept: [KeptHead] = []
    ) async throws -> [JournalCheck] {
        let chains = try await database.read { session in
            try session.rows("SELECT id, code FROM agencies ORDER BY id").map { (AgencyID(try $0.text(0)), try $0.text(1)) }
        }
        var checks: [JournalCheck] = []
        for (agency, code) in chains {
            let chain = try ChainID(agency.text)
            let kept = kept.filter { $0.chain == chain }
            let isHeadWhole = try await isHeadWhole(of: agency, in: database)
            var export = try await JournalExport(agency, in: database, withPersonal: true)
            var verifier = JournalVerifier(trust: Trust(chain: chain, key: key, kept: kept))
            while let bytes = try await export.next() { verifier.read(bytes) }
            // Nothing is signed yet when the server has just begun.
            let report = verifier.finish()
            let rows = try await JournalRowCheck.read(agency, in: database)
            checks.append(
                JournalCheck(
                    agency: code, report: report, isHeadWhole: isHeadWhole, misfiled: rows.misfiled, wrongNodes: rows.wrongNodes))
        }
        return checks
    }

    private static func isHeadWhole(of agency: AgencyID, in database: any Database) async throws -> Bool {
        do {
            return try await database.read { try JournalStore.isConsistent(agency, in: $0) }
        } catch let error as RelationalError where error.kind == .damaged {
            return false
        }
    }
}
