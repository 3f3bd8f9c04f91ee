extension MonitoringRule {
    /// The day by which a designation has to be looked at again.
    ///
    /// - Parameters:
    ///   - last: the day of the last look, or of the award.
    ///   - isProposed: whether the unit was proposed for ``exemptWhenProposedFor`` since then.
    /// - Returns: `nil` where the regulation names no rhythm, or the unit needs no look.
    public func due(after last: Day, isProposed: Bool) -> Day? {
        guard let everyYears else { return nil }
        if isProposed, exemptWhenProposedFor != nil { return nil }
        return last.adding(years: everyYears)
    }
}
