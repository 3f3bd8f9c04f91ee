import Relational
import Rulebook

/// Who finds out about which ``Check``, and which documents are on file. A feature adds one line where the program is put together; what nobody finds
/// out about counts as not met.
struct CandidacyChecks: Sendable {
    /// What is asked.
    struct Question: Sendable {
        let candidacy: CandidacyStore.Kept
        /// The rules the candidacy goes by.
        let rules: ProgrammeRules
        /// The day for which it must hold.
        let day: Day
        /// The day of asking, never before `day`.
        let today: Day
    }

    /// Finds out about the checks of one feature, in the transaction that keeps the move.
    typealias Provider = @Sendable (_ question: Question, _ session: any ReadSession) throws -> [Check: CheckResult]
    /// Finds the document of each kind that a candidacy may stand on, the latest one.
    typealias DocumentLookup = @Sendable (_ question: Question, _ session: any ReadSession) throws -> [DocumentKind: DocumentID]

    /// Begins what a step brings with it in another feature, in the transaction that keeps the move.
    typealias Follower =
        @Sendable (
            _ move: RecordedMove, _ candidacy: CandidacyStore.Kept, _ rules: ProgrammeRules, _ session: any WriteSession
        ) throws -> Void

    var providers: [Provider]
    var documents: DocumentLookup
    var followers: [Follower] = []

    /// What all of them found out.
    ///
    /// - Throws: what a provider throws.
    func results(of question: Question, in session: any ReadSession) throws -> [Check: Rulebook.CheckResult] {
        var results: [Check: Rulebook.CheckResult] = [:]
        for provider in providers {
            // One check, one owner; should two answer, both must be content.
            results.merge(try provider(question, session)) { first, second in first.isMet ? second : first }
        }
        return results
    }
}
