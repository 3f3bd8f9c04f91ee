import Journaling
import Relational
import Rulebook

/// What people do with work units.
struct WorkUnitActions: Sendable {
    let records: Records

    /// Rows of a list on one page.
    static let pageLength = 50

    /// A page of a list, one more than is shown when there is a next page.
    struct Listing: Sendable {
        let units: [WorkUnitStore.Kept]
        /// Whether more would fit what was typed than is put in order.
        var isCut = false
    }

    /// A page of the units of an agency, or of those that fit what was typed, best first.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; `RelationalError`.
    func list(
        in agency: AgencyID, _ wanted: UnitListing, search: String = "", page: Int, by identity: Identity, at now: Timestamp
    ) async throws -> Listing {
        try identity.require(.listUnits, on: agency.target, at: now)
        return try await records.read { session in
            let (skip, most) = (page * Self.pageLength, Self.pageLength + 1)
            guard !search.isEmpty else {
                return Listing(units: try WorkUnitStore.list(in: agency, wanted, skip: skip, most: most, in: session))
            }
            let finder = SearchFinder(agency: agency, kind: .unit, typed: SearchText.typed(search, .unit))
            let found = try finder.find(in: session)
            let shown = found.subjects.dropFirst(skip).prefix(most).map { WorkUnitID($0) }
            let units = try WorkUnitStore.list(shown, of: agency, in: session)
            let places = Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($0.element, $0.offset) })
            return Listing(units: units.sorted { places[$0.id] ?? 0 < places[$1.id] ?? 0 }, isCut: found.isCut)
        }
    }

    /// One unit.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    func see(
        _ unit: WorkUnitID, of agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws -> WorkUnitStore.Kept {
        try identity.require(.seeUnit, on: .unit(unit, of: agency), at: now)
        guard let kept = try await records.read({ try WorkUnitStore.find(unit, of: agency, in: $0) }) else {
            throw PageRefusal.notFound
        }
        return kept
    }

    /// Adds a unit.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `nameTaken`, `misplacedUnit`; `RelationalError`.
    func create(
        _ form: WorkUnitForm.Parsed, in agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws -> WorkUnitID {
        let actor = try identity.require(.createUnit, on: agency.target, at: now)
        let id = WorkUnitID(NewID.make(at: now.milliseconds))
        try await AgencyActions.namingTaken(WorkUnitForm.Field.code) {
            try await records.change { change in
                let unit = WorkUnitStore.Kept(
                    agency: agency, id: id, code: form.code, name: form.name,
                    parent: try Self.parent(form.parent, of: id, in: agency, change.session), closedAt: nil)
                try WorkUnitStore.insert(unit, at: now, in: change.session)
                change.record(JournalFact(.unitCreated, in: agency, by: actor, about: id.text, Self.content(unit), at: now))
            }
        }
        return id
    }

    /// Changes what a unit is called and where it stands. It keeps the name it had with the last day of it.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `nameTaken`, `misplacedUnit`, `renameDayInvalid`, `unitEnded`;
    ///   ``PageRefusal/notFound``; `RelationalError`.
    func change(
        _ unit: WorkUnitID, of agency: AgencyID, _ form: WorkUnitForm.Parsed, by identity: Identity, at now: Timestamp
    ) async throws {
        let actor = try identity.require(.editUnit, on: .unit(unit, of: agency), at: now)
        try await AgencyActions.namingTaken(WorkUnitForm.Field.code) {
            try await records.change { change in
                guard var kept = try WorkUnitStore.find(unit, of: agency, in: change.session) else {
                    throw PageRefusal.notFound
                }
                try UnitEnding.requireOpen(isClosed: kept.closedAt != nil)
                try Self.rename(kept, to: form, by: actor, at: now, in: &change)
                let parent = try Self.parent(form.parent, of: unit, in: agency, change.session)
                (kept.code, kept.name, kept.parent) = (form.code, form.name, parent)
                try WorkUnitStore.update(kept, in: change.session)
                change.record(JournalFact(.unitChanged, in: agency, by: actor, about: unit.text, Self.content(kept), at: now))
            }
        }
    }

    /// Closes a unit. It keeps its past and its people; nothing new begins in it.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    func close(_ unit: WorkUnitID, of agency: AgencyID, by identity: Identity, at now: Timestamp) async throws {
        let actor = try identity.require(.closeUnit, on: .unit(unit, of: agency), at: now)
        try await records.change { change in
            guard var kept = try WorkUnitStore.find(unit, of: agency, in: change.session), kept.closedAt == nil else {
                throw PageRefusal.notFound
            }
            kept.closedAt = now
            try WorkUnitStore.update(kept, in: change.session)
            change.record(JournalFact(.unitClosed, in: agency, by: actor, about: unit.text, at: now))
        }
    }

    /// Puts the name a unit had on record, where it is called something else from now on.
    private static func rename(
        _ unit: WorkUnitStore.Kept, to form: WorkUnitForm.Parsed, by actor: JournalFact.Actor, at now: Timestamp,
        in change: inout Change
    ) throws {
        let today = Identity.day(now)
        let since = form.since ?? today
        let names = UnitNames(
            current: unit.name, past: try UnitLifeStore.past(of: unit.id, in: unit.agency, in: change.session))
        let renamed = try names.renamed(to: form.name, since: since, today: today)
        guard renamed != names else { return }
        if renamed.past.count > names.past.count, let last = renamed.past.last {
            try UnitLifeStore.insert(last, of: unit.id, in: unit.agency, by: actor.account, at: now, in: change.session)
        }
        change.record(
            JournalFact(
                .unitRenamed, in: unit.agency, by: actor, about: unit.id.text,
                ["lama": .text(unit.name), "baru": .text(form.name), "sejak": .text(since.description)], at: now))
    }

    /// The unit that another stands under, as somebody typed it: of the same agency, never itself or one of its own.
    private static func parent(
        _ text: String?, of unit: WorkUnitID, in agency: AgencyID, _ session: any WriteSession
    ) throws -> WorkUnitID? {
        guard let text else { return nil }
        if let parent = try WorkUnitStore.find(meaning: text, of: agency, in: session), parent.id != unit {
            let above = try WorkUnitStore.above(parent, in: session)
            if above.count < WorkUnitStore.deepest, !above.contains(unit) { return parent.id }
        }
        throw Refusal(
            .misplacedUnit, at: WorkUnitForm.Field.parent,
            "Unit induk harus unit lain di instansi yang sama dan tidak berada di bawah unit ini. Isi kode unit induk yang lain.")
    }

    /// A unit as a fact tells it.
    static func content(_ unit: WorkUnitStore.Kept) -> [String: CanonicalValue] {
        ["kode": .text(unit.code), "nama": .text(unit.name), "induk": unit.parent.map { .text($0.text) } ?? .null]
    }
}
