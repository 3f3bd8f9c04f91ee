import Relational
import Rulebook

extension SessionStore {
    /// Notes that a session has done what it had to do first, if that was it.
    ///
    /// - Throws: `RelationalError`.
    static func settle(_ pending: SessionRule.Pending, of session: String, in write: any WriteSession) throws {
        try write.execute("UPDATE sessions SET pending = NULL WHERE id = \(session) AND pending = \(pending.rawValue)")
    }
}
