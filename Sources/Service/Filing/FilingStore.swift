import Relational
import Rulebook

/// Documents in the database. Their contents stand elsewhere: ``DocumentContents``.
enum FilingStore {
    /// That a document is not to be relied on any more.
    struct Withdrawal: Hashable, Sendable {
        let by: AccountID
        let at: Timestamp
        let reason: String
    }

    /// A document as it was kept.
    struct Kept: Hashable, Sendable {
        let id: DocumentID
        let place: FilingPlace
        let kind: DocumentKind
        let title: DocumentTitle
        /// The number of the letter or decree.
        let reference: String?
        /// Its day.
        let dated: Day?
        let content: KeptContent
        let media: DocumentMedia
        let uploadedBy: AccountID
        let uploadedAt: Timestamp
        var withdrawal: Withdrawal?

        /// What the file is called when it is downloaded.
        var fileName: String { title.fileName(ending: media.ending) }
    }

    private static let columns: SQL = """
        agency, id, unit, candidacy, kind, title, reference, dated, sha256, size, media, uploaded_by, uploaded_at, withdrawn_by,
        withdrawn_at, withdrawn_reason
        """

    /// One document; `nil` when there is none.
    ///
    /// - Throws: `RelationalError`.
    static func find(_ document: DocumentID, of agency: AgencyID, in session: any ReadSession) throws -> Kept? {
        try session.row("SELECT \(columns) FROM documents WHERE agency = \(agency.text) AND id = \(document.text)").map(kept)
    }

    /// A page of the documents of a place, the newest first: those of the candidacy or the unit that it names, or all of the agency.
    ///
    /// - Parameter kind: only documents of this kind; `nil` for all.
    /// - Throws: `RelationalError`.
    /// - Complexity: O(skip + most) where no kind is asked for
    static func list(
        in place: FilingPlace, kind: DocumentKind? = nil, skip: Int = 0, most: Int, in session: any ReadSession
    ) throws -> [Kept] {
        let scope: SQL =
            if let candidacy = place.candidacy {
                "agency = \(place.agency.text) AND candidacy = \(candidacy.text)"
            } else if let unit = place.unit {
                "agency = \(place.agency.text) AND unit = \(unit.text)"
            } else {
                "agency = \(place.agency.text)"
            }
        let only: SQL = kind.map { "AND kind = \($0.text)" } ?? ""
        return try session.rows(
            "SELECT \(columns) FROM documents WHERE \(scope) \(only) ORDER BY id DESC LIMIT \(most) OFFSET \(skip)"
        ).map(kept)
    }

    /// The documents of a place that can be relied on, the newest first, for a form to choose from.
    ///
    /// - Parameter kinds: of any of these kinds; all when there are none.
    /// - Throws: `RelationalError`.
    static func standing(in place: FilingPlace, kinds: [DocumentKind] = [], most: Int = 200, in session: any ReadSession) throws -> [Kept] {
        let only: SQL = kinds.isEmpty ? "" : "AND kind IN (\(list: kinds.map(\.text)))"
        let candidacy: SQL = place.candidacy.map { "AND candidacy = \($0.text)" } ?? ""
        let unit: SQL = place.candidacy == nil ? (place.unit.map { "AND unit = \($0.text)" } ?? "") : ""
        return try session.rows(
            """
            SELECT \(columns) FROM documents WHERE agency = \(place.agency.text) \(candidacy) \(unit) \(only) AND withdrawn_at IS NULL
            ORDER BY id DESC LIMIT \(most)
            """
        ).map(kept)
    }

    /// Keeps a new document.
    ///
    /// - Throws: `RelationalError`.
    static func insert(_ document: Kept, in session: any WriteSession) throws {
        try ContentTable.insert(document.content, at: document.uploadedAt, in: session)
        try session.execute(
            """
            INSERT INTO documents (agency, id, unit, candidacy, kind, title, reference, dated, sha256, size, media, uploaded_by, uploaded_at)
            VALUES (\(document.place.agency.text), \(document.id.text), \(document.place.unit?.text), \(document.place.candidacy?.text),
            \(document.kind.text), \(document.title.text), \(document.reference), \(document.dated?.description),
            \(document.content.digest.text), \(document.content.size), \(document.media.rawValue), \(document.uploadedBy.text),
            \(document.uploadedAt.milliseconds))
            """)
    }

    /// Marks a document as withdrawn; whether it was standing until now.
    ///
    /// - Throws: `RelationalError`.
    static func withdraw(
        _ document: DocumentID, of agency: AgencyID, _ withdrawal: Withdrawal, in session: any WriteSession
    ) throws -> Bool {
        try session.change(
            """
            UPDATE documents SET withdrawn_by = \(withdrawal.by.text), withdrawn_at = \(withdrawal.at.milliseconds),
            withdrawn_reason = \(withdrawal.reason)
            WHERE agency = \(agency.text) AND id = \(document.text) AND withdrawn_at IS NULL
            """) == 1
    }

    private static func kept(_ row: Row) throws -> Kept {
        guard let title = DocumentTitle(try row.text(5)), let digest = DocumentDigest(try row.text(8)),
            let media = DocumentMedia(rawValue: try row.text(10))
        else { throw RelationalError(.misread, "document \(try row.text(1))") }
        var withdrawal: Withdrawal?
        if let at = try row.optionalInteger(14) {
            withdrawal = Withdrawal(by: AccountID(try row.text(13)), at: Timestamp(milliseconds: at), reason: try row.text(15))
        }
        return Kept(
            id: DocumentID(try row.text(1)),
            place: FilingPlace(
                AgencyID(try row.text(0)), unit: try row.optionalText(2).map { WorkUnitID($0) },
                candidacy: try row.optionalText(3).map { CandidacyID($0) }),
            kind: DocumentKind(try row.text(4)), title: title, reference: try row.optionalText(6),
            dated: try row.optionalText(7).flatMap { Day($0) }, content: KeptContent(digest: digest, size: Int(try row.integer(9))), media: media,
            uploadedBy: AccountID(try row.text(11)), uploadedAt: Timestamp(milliseconds: try row.integer(12)), withdrawal: withdrawal)
    }
}
