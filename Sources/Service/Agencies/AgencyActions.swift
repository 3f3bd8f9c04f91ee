import Journaling
import Relational
import Rulebook

/// What people do with agencies.
struct AgencyActions: Sendable {
    let records: Records

    /// The agencies a person may see, and whether there are more than one page shows.
    ///
    /// - Throws: `RelationalError`.
    func list(for identity: Identity, page: Int, at now: Timestamp) async throws -> [AgencyStore.Kept] {
        if identity.may(.listAgencies, on: .nation, at: now) {
            return try await records.read {
                try AgencyStore.list(skip: page * AgencyActions.pageLength, most: AgencyActions.pageLength + 1, in: $0)
            }
        }
        let own = identity.agencies(at: now).filter { $0 != .nation && identity.may(.seeAgency, on: $0.target, at: now) }
        let kept = try await records.read { try AgencyStore.list(own, in: $0) }
        return Array(kept.dropFirst(page * Self.pageLength).prefix(Self.pageLength + 1))
    }

    /// Rows of a list on one page.
    static let pageLength = 50

    /// One agency.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    func see(_ agency: AgencyID, by identity: Identity, at now: Timestamp) async throws -> AgencyStore.Kept {
        if agency == .nation {
            try identity.require(.listAccounts, on: .nation, at: now)
        } else {
            try identity.require(.seeAgency, on: agency.target, at: now)
        }
        return try await kept(agency)
    }

    /// The agency, for who was let through already.
    func kept(_ agency: AgencyID) async throws -> AgencyStore.Kept {
        guard let kept = try await records.read({ try AgencyStore.find(agency, in: $0) }) else {
            throw PageRefusal.notFound
        }
        return kept
    }

    /// The agency with a code in capitals, for who was let through already; `nil` when there is none.
    ///
    /// - Throws: `RelationalError`.
    func find(code: String) async throws -> AgencyStore.Kept? {
        try await records.read { try AgencyStore.find(code: code, in: $0) }
    }

    /// Registers an agency.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `nameTaken`; `RelationalError`.
    func create(_ form: AgencyForm.Parsed, by identity: Identity, at now: Timestamp) async throws -> AgencyID {
        let actor = try identity.require(.createAgency, on: .nation, at: now)
        let agency = AgencyStore.Kept(
            id: AgencyID(NewID.make(at: now.milliseconds)), code: form.code, name: form.name, parent: nil,
            offsetMinutes: form.offsetMinutes, secondFactorRoles: [], kind: form.kind)
        try await Self.namingTaken(AgencyForm.Field.code) {
            try await records.change { change in
                try AgencyStore.insert(agency, at: now, in: change.session)
                change.record(JournalFact(.agencyCreated, in: agency.id, by: actor, Self.content(agency), at: now))
            }
        }
        return agency.id
    }

    /// Changes what an agency is called and its time.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `nameTaken`; ``PageRefusal/notFound``; `RelationalError`.
    func change(_ agency: AgencyID, _ form: AgencyForm.Parsed, by identity: Identity, at now: Timestamp) async throws {
        let actor = try identity.require(.editAgency, on: agency.target, at: now)
        try await Self.namingTaken(AgencyForm.Field.code) {
            try await records.change { change in
                guard var kept = try AgencyStore.find(agency, in: change.session) else { throw PageRefusal.notFound }
                (kept.code, kept.name, kept.offsetMinutes, kept.kind) = (form.code, form.name, form.offsetMinutes, form.kind)
                try AgencyStore.update(kept, in: change.session)
                change.record(JournalFact(.agencyChanged, in: agency, by: actor, Self.content(kept), at: now))
            }
        }
    }

    /// Says which roles need a second factor in an agency.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    func requireSecondFactor(
        of roles: Set<Role>, in agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws {
        let actor = try identity.require(.requireSecondFactor, on: agency.target, at: now)
        try await records.change { change in
            guard var kept = try AgencyStore.find(agency, in: change.session) else { throw PageRefusal.notFound }
            kept.secondFactorRoles = roles
            try AgencyStore.update(kept, in: change.session)
            let words = roles.map(\.rawValue).sorted().map { CanonicalValue.text($0) }
            change.record(JournalFact(.secondFactorRequired, in: agency, by: actor, ["peran": .array(words)], at: now))
        }
    }

    /// An agency as a fact tells it.
    static func content(_ agency: AgencyStore.Kept) -> [String: CanonicalValue] {
        [
            "kode": .text(agency.code), "nama": .text(agency.name), "selisih_menit": .integer(agency.offsetMinutes),
            "jenis": agency.kind.map { .text($0.rawValue) } ?? .null,
        ]
    }

    /// Says in our words that a code is taken.
    static func namingTaken(_ field: String, _ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let error as RelationalError where error.kind == .unique {
            throw Refusal(.nameTaken, at: field, "Kode ini sudah dipakai. Pilih kode lain.")
        }
    }
}
