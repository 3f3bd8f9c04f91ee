import Relational
import Rulebook

/// The words by which units and people are found, in the database. They change in the transaction in which names do.
enum SearchIndex {
    /// One thing that can be found.
    struct Entry: Sendable {
        let agency: AgencyID
        let subject: String
        let words: [String]
    }

    /// Notes the words of new things.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(words)
    static func add(_ entries: [Entry], _ kind: SearchKind, in session: any WriteSession) throws {
        for (agency, entries) in Dictionary(grouping: entries, by: \.agency).sorted(by: { $0.key < $1.key }) {
            try addVariants(of: Set(entries.flatMap(\.words)), agency, kind, in: session)
            var rows = RowBatch(into: "search_words", ["agency", "kind", "subject", "word"], ending: "ON CONFLICT DO NOTHING")
            for entry in entries {
                for word in entry.words {
                    try rows.add([.text(agency.text), .text(kind.rawValue), .text(entry.subject), .text(word)], in: session)
                }
            }
            try rows.finish(in: session)
        }
    }

    /// Makes the words of a thing be these and no others.
    ///
    /// - Throws: `RelationalError`.
    static func replace(_ entry: Entry, _ kind: SearchKind, in session: any WriteSession) throws {
        let kept = Set(
            try session.rows(
                """
                SELECT word FROM search_words
                WHERE agency = \(entry.agency.text) AND kind = \(kind.rawValue) AND subject = \(entry.subject)
                """
            ).map { try $0.text(0) })
        let wanted = Set(entry.words)
        if kept == wanted { return }
        try add([Entry(agency: entry.agency, subject: entry.subject, words: wanted.subtracting(kept).sorted())], kind, in: session)
        try remove(kept.subtracting(wanted), of: entry.subject, entry.agency, kind, in: session)
    }

    /// Takes away words of a thing, and what stood for them where nothing else has them.
    private static func remove(
        _ words: Set<String>, of subject: String, _ agency: AgencyID, _ kind: SearchKind, in session: any WriteSession
    ) throws {
        for word in words.sorted() {
            try session.execute(
                """
                DELETE FROM search_words
                WHERE agency = \(agency.text) AND kind = \(kind.rawValue) AND subject = \(subject) AND word = \(word)
                """)
            let other = try session.row(
                """
                SELECT 1 FROM search_words WHERE agency = \(agency.text) AND kind = \(kind.rawValue) AND word = \(word) LIMIT 1
                """)
            if other != nil { continue }
            try session.execute(
                """
                DELETE FROM search_variants WHERE agency = \(agency.text) AND kind = \(kind.rawValue)
                AND variant IN (\(list: TypingSlip.forms(of: word))) AND word = \(word)
                """)
        }
    }

    /// The forms of words that nothing had before.
    private static func addVariants(
        of words: Set<String>, _ agency: AgencyID, _ kind: SearchKind, in session: any WriteSession
    ) throws {
        var rows = RowBatch(into: "search_variants", ["agency", "kind", "variant", "word"], ending: "ON CONFLICT DO NOTHING")
        for piece in words.sorted().pieces(of: 200) {
            let known = Set(
                try session.rows(
                    """
                    SELECT DISTINCT word FROM search_words
                    WHERE agency = \(agency.text) AND kind = \(kind.rawValue) AND word IN (\(list: piece))
                    """
                ).map { try $0.text(0) })
            for word in piece where !known.contains(word) {
                for form in TypingSlip.forms(of: word) {
                    try rows.add([.text(agency.text), .text(kind.rawValue), .text(form), .text(word)], in: session)
                }
            }
        }
        try rows.finish(in: session)
    }
}
