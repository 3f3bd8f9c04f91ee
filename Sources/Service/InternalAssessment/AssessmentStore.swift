import Relational
import Rulebook

/// Teams of assessors and what their members declared, in the database.
enum AssessmentStore {
    /// A team as it was entered.
    struct Team: Hashable, Sendable {
        let decree: AssessmentTeam.Decree?
        /// By account; each once.
        let seats: [AccountID: TeamSeat]
    }

    /// Which round of assessment a candidacy is in, from 1: each return for development begins a new one.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(moves of the candidacy)
    static func round(of candidacy: CandidacyID, of agency: AgencyID, in session: any ReadSession) throws -> Int {
        let row = try session.row(
            """
            SELECT count(*) FROM candidacy_moves WHERE agency = \(agency.text) AND candidacy = \(candidacy.text)
            AND move = \(Move.returnForDevelopment.rawValue)
            """)
        return 1 + Int(try row?.integer(0) ?? 0)
    }

    /// The team of a round; one without anybody while none was entered.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(members)
    static func team(of candidacy: CandidacyID, of agency: AgencyID, round: Int, in session: any ReadSession) throws -> Team {
        let row = try session.row(
            """
            SELECT decree_number, decree_day FROM assessment_teams WHERE agency = \(agency.text)
            AND candidacy = \(candidacy.text) AND round = \(round)
            """)
        let members = try session.rows(
            """
            SELECT account, seat FROM assessment_members WHERE agency = \(agency.text) AND candidacy = \(candidacy.text)
            AND round = \(round)
            """)
        var decree: AssessmentTeam.Decree?
        if let number = try row?.optionalText(0), let day = try row?.optionalText(1).flatMap({ Day($0) }) {
            decree = AssessmentTeam.Decree(number: number, day: day)
        }
        var seats: [AccountID: TeamSeat] = [:]
        for member in members { seats[AccountID(try member.text(0))] = TeamSeat(rawValue: try member.text(1)) }
        return Team(decree: decree, seats: seats)
    }

    /// Keeps a team in the place of the one before.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(members)
    static func keep(
        _ team: Team, of candidacy: CandidacyID, of agency: AgencyID, round: Int, by account: AccountID, at now: Timestamp,
        in session: any WriteSession
    ) throws {
        try session.execute(
            """
            INSERT INTO assessment_teams (agency, candidacy, round, decree_number, decree_day, changed_by, changed_at)
            VALUES (\(agency.text), \(candidacy.text), \(round), \(team.decree?.number), \(team.decree?.day.description),
            \(account.text), \(now.milliseconds))
            ON CONFLICT (agency, candidacy, round) DO UPDATE SET decree_number = excluded.decree_number,
            decree_day = excluded.decree_day, changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """)
        try session.execute(
            """
            DELETE FROM assessment_members WHERE agency = \(agency.text) AND candidacy = \(candidacy.text) AND round = \(round)
            """)
        for (member, seat) in team.seats.sorted(by: { $0.key < $1.key }) {
            try session.execute(
                """
                INSERT INTO assessment_members (agency, candidacy, round, account, seat)
                VALUES (\(agency.text), \(candidacy.text), \(round), \(member.text), \(seat.rawValue))
                """)
        }
    }

    /// Puts a declaration behind the others of its member.
    ///
    /// - Throws: `RelationalError`, of kind `unique` when somebody was faster.
    static func declare(
        _ declaration: AssessmentTeam.Declaration, for candidacy: CandidacyID, of agency: AgencyID, round: Int,
        by account: AccountID, at now: Timestamp, in session: any WriteSession
    ) throws {
        let units = declaration.interests.map(\.text).sorted().joined(separator: "\n")
        let last = try session.row(
            """
            SELECT COALESCE(MAX(sequence), 0) FROM interest_declarations WHERE agency = \(agency.text)
            AND candidacy = \(candidacy.text) AND round = \(round) AND account = \(account.text)
            """)
        try session.execute(
            """
            INSERT INTO interest_declarations (agency, candidacy, round, account, sequence, day, units, at)
            VALUES (\(agency.text), \(candidacy.text), \(round), \(account.text), \(1 + (try last?.integer(0) ?? 0)),
            \(declaration.day.description), \(units), \(now.milliseconds))
            """)
    }

    /// The last declaration of a member for a round; `nil` while there is none.
    ///
    /// - Throws: `RelationalError`.
    static func declaration(
        of account: AccountID, for candidacy: CandidacyID, of agency: AgencyID, round: Int, in session: any ReadSession
    ) throws -> AssessmentTeam.Declaration? {
        try session.row(
            """
            SELECT day, units FROM interest_declarations WHERE agency = \(agency.text) AND candidacy = \(candidacy.text)
            AND round = \(round) AND account = \(account.text) ORDER BY sequence DESC LIMIT 1
            """
        ).map(declaration)
    }

    /// The last declaration of somebody anywhere in the agency: an interest stated for one unit's team counts for all.
    ///
    /// - Throws: `RelationalError`.
    static func declaration(
        of account: AccountID, in agency: AgencyID, in session: any ReadSession
    ) throws -> AssessmentTeam.Declaration? {
        try session.row(
            """
            SELECT day, units FROM interest_declarations WHERE agency = \(agency.text) AND account = \(account.text)
            ORDER BY at DESC, sequence DESC LIMIT 1
            """
        ).map(declaration)
    }

    private static func declaration(_ row: Row) throws -> AssessmentTeam.Declaration {
        guard let day = Day(try row.text(0)) else { throw RelationalError(.damaged, "a declaration cannot be read") }
        return AssessmentTeam.Declaration(day: day, interests: Set(try row.text(1).split(separator: "\n").map { WorkUnitID(String($0)) }))
    }
}
