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

    /// Whether nothing is wrong.
    public var isSound: Bool { report.isSound && isHeadWhole }

    /// Reads every chain of a database.
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
            try session.rows("SELECT id, code FROM agencies ORDER BY id").map { row in
                let agency = AgencyID(try row.text(0))
                return (agency, try row.text(1), try JournalStore.lastSequence(of: agency, in: session) > 0)
            }
        }
        var checks: [JournalCheck] = []
        for (agency, code, hasEntries) in chains {
            let isHeadWhole = try await database.read { try JournalStore.isConsistent(agency, in: $0) }
            guard hasEntries || !isHeadWhole else { continue }
            var export = try await JournalExport(agency, in: database, withPersonal: true)
            let chain = try ChainID(agency.text)
            var verifier = JournalVerifier(trust: Trust(chain: chain, key: key, kept: kept.filter { $0.chain == chain }))
            while let bytes = try await export.next() { verifier.read(bytes) }
            let report = verifier.finish()
            // Nothing is signed yet when the server has just begun.
            checks.append(JournalCheck(agency: code, report: report, isHeadWhole: isHeadWhole))
        }
        return checks
    }
}
