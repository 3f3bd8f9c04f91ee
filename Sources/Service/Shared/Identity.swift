import Rulebook

/// Who is signed in, as the database knew it when the request came.
struct Identity: Sendable {
    let account: AccountID
    /// The agency the account belongs to; its own changes stand on that agency's journal.
    let agency: AgencyID
    /// How the person is greeted.
    let name: String
    /// The role grants that were not revoked; which of them are in force depends on the day.
    let grants: [Grant]
    /// Names the session in lists; its secret is in ``token``.
    let session: String
    let token: Token
    /// What has to be done before the session is good for anything else; `nil` when nothing has.
    let pending: SessionRule.Pending?
    /// Whether a second factor is enrolled.
    let hasSecondFactor: Bool
}
