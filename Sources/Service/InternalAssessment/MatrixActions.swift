import ExactMath
import Relational
import Rulebook

/// The table of an agency's units by what their sheets come to.
struct MatrixActions: Sendable {
    let records: Records
    let instruments: PreparedInstruments

    /// Rows on one page.
    static let pageLength = 50

    /// What an address asks for; nothing in it is trusted.
    struct Wish: Hashable, Sendable {
        var instrument: String = ""
        var designation: String = ""
        var column: String = ""
        var descending = true
        var page = 0
    }

    /// A sheet that units are judged by: an instrument and what they aim at.
    struct Frame: Hashable, Sendable {
        let instrument: InstrumentID
        let designation: Designation
        /// How many units.
        let units: Int
    }

    /// One unit with its latest score.
    struct Line: Sendable {
        let unit: WorkUnitID
        let name: String
        let score: LatestScoreStore.Kept
    }

    /// What the page shows.
    struct View: Sendable {
        let agency: AgencyStore.Kept
        /// What can be looked at, those with the most units first.
        let frames: [Frame]
        /// What is looked at; `nil` while no unit has a sheet.
        let shown: Shown?
    }

    /// The part of the table that is looked at.
    struct Shown: Sendable {
        let frame: Frame
        let instrument: Instrument
        let columns: [ScoreColumn]
        /// By key.
        let tallies: [String: LatestScoreStore.Tally]
        let column: ScoreColumn
        let descending: Bool
        let page: Int
        /// One more than is shown when there is a next page.
        let lines: [Line]
    }

    /// A page of the table, for whoever may see it.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    /// - Complexity: O(rows shown × columns), and O(rows skipped)
    func view(_ wish: Wish, in agency: AgencyID, by identity: Identity, at now: Timestamp) async throws -> View {
        try identity.require(.seeMatrix, on: agency.target, at: now)
        let instruments = instruments
        return try await records.read { session in
            guard let place = try AgencyStore.find(agency, in: session) else { throw PageRefusal.notFound }
            let tallies = try LatestScoreStore.tallies(in: agency, in: session)
            let frames = Self.frames(tallies)
            let wanted = frames.first { $0.instrument.text == wish.instrument && $0.designation.rawValue == wish.designation } ?? frames.first
            guard let frame = wanted, let instrument = try? instruments.instrument(frame.instrument) else {
                return View(agency: place, frames: frames, shown: nil)
            }
            let columns = ScoreColumn.columns(of: instrument, for: frame.designation)
            let column = columns.first { $0.key == wish.column } ?? columns[0]
            let units = try LatestScoreStore.page(
                column.key, of: frame.instrument, for: frame.designation, in: agency, descending: wish.descending,
                skip: wish.page * Self.pageLength, most: Self.pageLength + 1, in: session)
            let scores = try LatestScoreStore.find(units, of: agency, in: session)
            let names = try LatestScoreStore.names(units, of: agency, in: session)
            let own = tallies.filter { $0.instrument == frame.instrument && $0.designation == frame.designation }
            return View(
                agency: place, frames: frames,
                shown: Shown(
                    frame: frame, instrument: instrument, columns: columns,
                    tallies: Dictionary(own.map { ($0.part, $0) }, uniquingKeysWith: { first, _ in first }), column: column,
                    descending: wish.descending, page: wish.page,
                    lines: units.compactMap { unit in
                        scores[unit].map { Line(unit: unit, name: names[unit] ?? unit.text, score: $0) }
                    }))
        }
    }

    private static func frames(_ tallies: [LatestScoreStore.Tally]) -> [Frame] {
        var frames: [Frame] = []
        for tally in tallies where !frames.contains(where: { $0.instrument == tally.instrument && $0.designation == tally.designation }) {
            frames.append(Frame(instrument: tally.instrument, designation: tally.designation, units: tally.units))
        }
        return frames.sorted { $0.units > $1.units }
    }
}
