import Relational
import Rulebook

/// Finds the documents that the steps of a candidacy stand on.
enum FilingChecks {
    /// The latest document of each kind that was filed for a candidacy and not withdrawn.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(documents of the candidacy)
    static func documents(for candidacy: CandidacyStore.Kept, in session: any ReadSession) throws -> [DocumentKind: DocumentID] {
        let rows = try session.rows(
            """
            SELECT kind, max(id) FROM documents WHERE agency = \(candidacy.agency.text) AND candidacy = \(candidacy.id.text)
            AND withdrawn_at IS NULL GROUP BY kind
            """)
        return Dictionary(try rows.map { (DocumentKind(try $0.text(0)), DocumentID(try $0.text(1))) }, uniquingKeysWith: { $1 })
    }
}
