import Relational
import Rulebook

/// Finds what one feature asks of a person. The page after signing in takes the tasks of all of them together.
///
/// A provider asks the database a fixed number of questions, each answered by an index, however many tasks there are; it reads no more than
/// `most` of each kind.
protocol DeskTaskProvider: Sendable {
    /// The most urgent tasks of a person by due day, those without one last.
    ///
    /// - Parameters:
    ///   - caller: the person with the roles in force.
    ///   - day: today.
    ///   - most: so many are enough.
    /// - Throws: `RelationalError`.
    func tasks(
        for caller: Caller, on day: Day, most: Int, in session: any ReadSession
    ) throws -> [DeskTask<SitePath>]
}
