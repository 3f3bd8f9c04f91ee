/// A role given to a person for a scope, from a day on and perhaps until one.
public struct Grant: Hashable, Sendable {
    /// Names this granting.
    public let id: GrantID
    /// The role.
    public let role: Role
    /// For what the role counts; of a kind that fits the role.
    public let scope: Scope
    /// The first day.
    public let from: Day
    /// The last day, itself included; `nil` for no end. Not before `from`.
    public let until: Day?

    /// Puts a grant together.
    ///
    /// - Throws: ``GrantRefusal/scopeDoesNotFit`` and ``GrantRefusal/endsBeforeItBegins``
    public init(id: GrantID, role: Role, scope: Scope, from: Day, until: Day? = nil) throws(GrantRefusal) {
        guard role.scopeKinds.contains(scope.kind) else { throw .scopeDoesNotFit(role) }
        if let until, until < from { throw .endsBeforeItBegins }
        self.id = id
        self.role = role
        self.scope = scope
        self.from = from
        self.until = until
    }

    /// Whether the role counts on this day.
    public func isInForce(on day: Day) -> Bool { from <= day && !hasEnded(by: day) }

    /// Whether the last day lies before this day.
    public func hasEnded(by day: Day) -> Bool {
        if let until { until < day } else { false }
    }

    /// Whether there is a day on which both count.
    public func sharesADay(with other: Grant) -> Bool {
        !hasEnded(by: other.from) && !other.hasEnded(by: from)
    }
}
