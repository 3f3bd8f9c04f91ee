/// What a route asks of whoever calls it, before the route itself looks at roles.
enum RouteAccess: Hashable, Sendable {
    /// Everybody, signed in or not.
    case open
    /// Somebody whose password was right, whatever is still owed.
    case half
    /// Somebody who is signed in, or owes nothing but a new password.
    case newPassword
    /// Somebody who is signed in.
    case full
}
