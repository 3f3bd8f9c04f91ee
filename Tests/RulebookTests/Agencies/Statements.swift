import Rulebook
import Testing

/// Statements of tests, each with an id of its own order.
enum Statements {
    static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    static func make(
        _ fact: FactID, _ text: String, year: Int? = nil, on day: String, id: StandingID = "s1", unit: WorkUnitID? = nil,
        revokedFrom revoked: String? = nil
    ) throws -> Standing {
        let revocation = try revoked.map { Standing.Revocation(day: try Self.day($0), reason: "Keliru salin.", by: "dewi") }
        return Standing(
            id: id, unit: unit, fact: fact, text: text, year: year, statedOn: try Self.day(day), source: "Surat 1", statedBy: "dewi",
            revocation: revocation)
    }

    /// Unqualified opinions of these years, each stated in May of the year after.
    static func opinions(_ years: Int...) throws -> [Standing] {
        try years.map { try make("opini-bpk", "WTP", year: $0, on: "\($0 + 1)-05-20", id: StandingID("o\($0)")) }
    }
}
