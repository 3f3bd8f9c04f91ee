import Journaling
import Relational
import Rulebook

/// What people do with work units.
struct WorkUnitActions: Sendable {
    let records: Records

    /// Rows of a list on one page.
    static let pageLength = 50

    /// A page of the units of an agency, one more than is shown when there is a next page.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; `RelationalError`.
    func list(
        in agency: AgencyID, page: Int, by identity: Identity, at now: Timestamp
    ) async throws -> [WorkUnitStore.Kept] {
        try identity.require(.listUnits, on: agency.target, at: now)
        return try await records.read {
            try WorkUnitStore.list(in: agency, skip: page * Self.pageLength, most: Self.pageLength + 1, in: $0)
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
        let unit = WorkUnitStore.Kept(
            agency: agency, id: WorkUnitID(NewID.make(at: now.milliseconds)), code: form.code, name: form.name,
            parent: form.parent, closedAt: nil)
        try await AgencyActions.namingTaken(WorkUnitForm.Field.code) {
            try await records.change { change in
                try Self.checkPlace(unit, in: change.session)
                try WorkUnitStore.insert(unit, at: now, in: change.session)
                change.record(JournalFact(.unitCreated, in: agency, by: actor, about: unit.id.text, Self.content(unit), at: now))
            }
        }
        return unit.id
    }

    /// Changes what a unit is called and where it stands.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `nameTaken`, `misplacedUnit`; ``PageRefusal/notFound``;
    ///   `RelationalError`.
    func change(
        _ unit: WorkUnitID, of agency: AgencyID, _ form: WorkUnitForm.Parsed, by identity: Identity, at now: Timestamp
    ) async throws {
        let actor = try identity.require(.editUnit, on: .unit(unit, of: agency), at: now)
        try await AgencyActions.namingTaken(WorkUnitForm.Field.code) {
            try await records.change { change in
                guard var kept = try WorkUnitStore.find(unit, of: agency, in: change.session) else {
                    throw PageRefusal.notFound
                }
                (kept.code, kept.name, kept.parent) = (form.code, form.name, form.parent)
                try Self.checkPlace(kept, in: change.session)
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

    /// A unit stands under another of the same agency, never under itself or one of its own.
    private static func checkPlace(_ unit: WorkUnitStore.Kept, in session: any WriteSession) throws {
        var above = unit.parent
        // No agency is built in more than a handful of levels; a longer way can only be a circle.
        for _ in 0..<20 {
            guard let next = above else { return }
            guard next != unit.id, let kept = try WorkUnitStore.find(next, of: unit.agency, in: session) else { break }
            above = kept.parent
        }
        throw Refusal(
            .misplacedUnit, at: WorkUnitForm.Field.parent,
            "Unit induk harus unit lain di instansi yang sama dan tidak berada di bawah unit ini. Pilih unit induk yang lain.")
    }

    private static func content(_ unit: WorkUnitStore.Kept) -> [String: CanonicalValue] {
        ["kode": .text(unit.code), "nama": .text(unit.name), "induk": unit.parent.map { .text($0.text) } ?? .null]
    }
}
