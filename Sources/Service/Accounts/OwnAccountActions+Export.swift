import Relational
import Rulebook

extension OwnAccountActions {
    /// Everything that is kept about the person, as a file; that it was taken is put on record.
    ///
    /// - Throws: ``PageRefusal/notFound``; `RelationalError`.
    /// - Complexity: O(entries of the journals the person stands on)
    func export(of identity: Identity, at now: Timestamp) async throws -> [UInt8] {
        let account = identity.account
        let bytes = try await records.read { session in
            guard let listed = try AccountStore.find(account, in: session) else { throw PageRefusal.notFound }
            return try OwnDataExport(account: account, at: now).bytes(listed, in: session)
        }
        try await records.change { change in
            change.record(
                JournalFact(
                    .personExported, in: identity.agency, by: JournalFact.Actor(account: account, role: nil), about: account.text,
                    at: now))
        }
        return bytes
    }
}
