import Rulebook

extension Day {
    /// `24 November 2026`, as people read it.
    var text: String {
        let (year, month, day) = date
        return "\(day) \(Moment.months[month - 1]) \(year)"
    }
}

extension Grant {
    /// When the role counts, as people read it.
    var period: String {
        "sejak \(from.text)" + (until.map { " sampai \($0.text)" } ?? "")
    }
}
