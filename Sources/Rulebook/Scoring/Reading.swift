/// What a blank counts for. The three readings always stand side by side, so that a half-filled sheet never
/// looks better than it is.
public enum Reading: CaseIterable, Sendable {
    /// A blank counts 0. The verdict uses this one.
    case floor
    /// As the ministry's form shows it: blanks are left out of the mean of their indicator. An indicator with
    /// no answer at all counts 0 here, where the form itself shows an error.
    case spreadsheet
    /// A blank counts as the best answer.
    case ceiling
}
