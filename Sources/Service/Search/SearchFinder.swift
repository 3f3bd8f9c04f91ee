import Relational
import Rulebook

/// Finds what fits typed words, best first.
struct SearchFinder {
    /// What was found.
    struct Found: Sendable {
        /// Ids, best first.
        let subjects: [String]
        /// Whether more would fit than are looked at; then more words help.
        let isCut: Bool
    }

    /// So many that fit are put in order; nobody pages further.
    static let most = 500
    /// So many with the rarest word are looked at for the others. Whoever types only words that more names than this have is told that
    /// there may be more.
    private static let reach = 5_000

    let agency: AgencyID
    let kind: SearchKind
    /// As `SearchText` gives them.
    let typed: [String]

    /// - Throws: `RelationalError`.
    /// - Complexity: O(names with the rarest word · typed words), and no more than ``reach`` of them
    func find(in session: any ReadSession) throws -> Found {
        var wanted: [Wanted] = []
        for word in typed { wanted.append(try look(up: word, in: session)) }
        guard let rarest = wanted.min(by: { $0.count < $1.count }), rarest.count > 0 else { return Found(subjects: [], isCut: false) }
        var others: SQL = ""
        for other in wanted where other.word != rarest.word {
            others = """
                \(others) AND EXISTS (SELECT 1 FROM search_words o WHERE o.agency = \(agency.text) AND o.kind = \(kind.rawValue)
                AND o.subject = w.subject AND \(other.condition("o")))
                """
        }
        var subjects: [String] = []
        var seen: Set<String> = []
        // Slips come last, so they are only asked for while there is room.
        let slips: SQL? = rarest.slips.isEmpty ? nil : "word IN (\(list: rarest.slips))"
        for condition in [rarest.beginning(""), slips].compactMap(\.self) {
            let rows = try session.rows(
                """
                SELECT w.subject FROM (SELECT subject FROM search_words WHERE agency = \(agency.text) AND kind = \(kind.rawValue)
                AND \(condition) ORDER BY word, subject LIMIT \(Self.reach)) w WHERE 1 = 1\(others) LIMIT \(Self.most + 1)
                """)
            for row in rows { if seen.insert(try row.text(0)).inserted { subjects.append(try row.text(0)) } }
            if subjects.count > Self.most { break }
        }
        let isCut = subjects.count > Self.most || (wanted.count > 1 && rarest.count > Int64(Self.reach))
        return Found(subjects: try ranked(Array(subjects.prefix(Self.most)), in: session), isCut: isCut)
    }

    /// One typed word with what it may mean.
    private struct Wanted {
        let word: String
        let slips: [String]
        let count: Int64

        /// Every word that begins with it; nothing sorts behind the last character there is.
        func beginning(_ table: String) -> SQL {
            let column = SQL(text: table.isEmpty ? "word" : "\(table).word")
            return "\(column) >= \(word) AND \(column) < \(word + "\u{10FFFF}")"
        }

        func condition(_ table: String) -> SQL {
            if slips.isEmpty { return "(\(beginning(table)))" }
            return "(\(beginning(table)) OR \(SQL(text: "\(table).word")) IN (\(list: slips)))"
        }
    }

    private func look(up word: String, in session: any ReadSession) throws -> Wanted {
        let forms = TypingSlip.forms(of: word)
        var slips: [String] = []
        if !forms.isEmpty {
            let near = try session.rows(
                """
                SELECT DISTINCT word FROM search_variants WHERE agency = \(agency.text) AND kind = \(kind.rawValue)
                AND variant IN (\(list: forms)) ORDER BY word LIMIT 400
                """
            ).map { try $0.text(0) }
            slips = near.filter { other in
                guard let fit = SearchRank.fit(of: other, typed: word) else { return false }
                return fit >= .slip
            }
        }
        let count = try session.row(
            """
            SELECT count(*) FROM (SELECT 1 FROM search_words WHERE agency = \(agency.text) AND kind = \(kind.rawValue)
            AND \(Wanted(word: word, slips: [], count: 0).beginning("")) LIMIT \(Self.reach + 1)) n
            """)?.integer(0)
        let misspelt =
            slips.isEmpty
            ? 0
            : try session.row(
                """
                SELECT count(*) FROM (SELECT 1 FROM search_words WHERE agency = \(agency.text) AND kind = \(kind.rawValue)
                AND word IN (\(list: slips)) LIMIT \(Self.reach + 1)) n
                """)?.integer(0)
        return Wanted(word: word, slips: slips, count: (count ?? 0) + (misspelt ?? 0))
    }

    private func ranked(_ subjects: [String], in session: any ReadSession) throws -> [String] {
        var words: [String: [String]] = [:]
        for piece in subjects.pieces(of: 250) {
            try session.forEachRow(
                """
                SELECT subject, word FROM search_words
                WHERE agency = \(agency.text) AND kind = \(kind.rawValue) AND subject IN (\(list: piece))
                """
            ) { words[try $0.text(0), default: []].append(try $0.text(1)) }
        }
        let ranks = subjects.compactMap { subject in
            SearchRank(words[subject] ?? [], typed: typed).map { (subject: subject, rank: $0, words: words[subject] ?? []) }
        }
        return ranks.sorted { ($0.rank, $0.words.joined(separator: " "), $0.subject) < ($1.rank, $1.words.joined(separator: " "), $1.subject) }
            .map(\.subject)
    }
}
