import Rulebook

/// Who looks at a page, and what a form on it must carry.
struct Visitor: Sendable {
    /// `nil` for somebody who is not signed in.
    let identity: Identity?
    /// The secret of the session, or of the browser before anybody signed in.
    let token: Token
    /// Whether the browser had the token already.
    let isTokenKnown: Bool
    let now: Timestamp
    /// Whether the connection, or the one to the trusted proxy, is encrypted.
    let isSecure: Bool
    /// Where the request came from, for throttling; never shown or logged.
    let address: String

    /// What forms carry; see ``Token/formKey``.
    var formKey: String { token.formKey }
}

/// What went wrong once it was known who asks: the page that tells of it is shown to them, not to a guest.
struct VisitFailure: Error {
    let visitor: Visitor
    let cause: any Error
}
