import Journaling
import Relational
import Rulebook

/// Bringing in agencies, units and people from files: look first, then decide.
struct ImportActions: Sendable {
    let records: Records
    let vault: Vault
    /// Bounds how many files are read at the same time.
    let gate: CheckGate

    /// What a page about a file shows.
    struct Preview: Sendable {
        let kept: ImportStore.Kept
        let fileName: String
        /// `nil` once it was carried out.
        let work: ImportWork?
    }

    /// Keeps a file for its preview.
    ///
    /// - Throws: `Refusal` of code `accessDenied`, or for a file that is no table; `RelationalError`.
    func keep(
        _ parsed: ImportForm.Parsed, in agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws -> ImportID {
        try parsed.kind.require(in: agency, by: identity, at: now)
        // A file that cannot be read at all is refused at once; problems of its rows are for the preview.
        _ = try await reading(parsed.file, as: parsed.kind, at: now)
        let id = ImportID(NewID.make(at: now.milliseconds))
        let sealed = vault.seal(parsed.file.packed)
        try await records.change { change in
            try ImportStore.insert(
                id, parsed.kind, of: agency, by: identity.account, sealed: sealed, at: now, in: change.session)
        }
        return id
    }

    /// What a file would do now.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `importExpired`; `RelationalError`.
    func preview(
        _ id: ImportID, in agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws -> Preview {
        let kept = try await records.read { try Self.find(id, agency, identity, now, in: $0) }
        guard kept.carriedOutAt == nil else { return Preview(kept: kept, fileName: "", work: nil) }
        let file = try open(kept)
        let reading = try await reading(file, as: kept.kind, at: now)
        let caller = identity.caller(at: now)
        let work = try await records.read { try ImportWork(reading, in: agency, by: caller, in: $0) }
        return Preview(kept: kept, fileName: file.name, work: work)
    }

    /// Carries a file out, exactly as it was shown; all of it or nothing.
    ///
    /// - Parameter digest: of the plan that was shown.
    /// - Throws: `Refusal` of codes `accessDenied`, `importExpired`, `importOutdated`; `RelationalError`.
    func carryOut(
        _ id: ImportID, shown digest: String, in agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws {
        let kept = try await records.read { try Self.find(id, agency, identity, now, in: $0) }
        let reading = try await reading(try open(kept), as: kept.kind, at: now)
        let caller = identity.caller(at: now)
        do {
            try await records.change { [vault] change in
                // Somebody may have been faster, with this file or with something it is about.
                let kept = try Self.find(id, agency, identity, now, in: change.session)
                guard kept.carriedOutAt == nil else { throw Self.expired }
                let work = try ImportWork(reading, in: agency, by: caller, in: change.session)
                guard work.isSound, work.digest == digest else { throw Self.outdated }
                let actor = try kept.kind.require(in: agency, by: identity, at: now)
                let carrying = ImportCarrying(agency: agency, identity: identity, actor: actor, now: now)
                let links = try carrying.carryOut(work.plan, in: &change)
                let sealed = links.isEmpty ? nil : vault.seal(ImportLinks(links).packed)
                try ImportStore.finish(kept, links: sealed, at: now, in: change.session)
                let counts = work.counts
                change.record(
                    JournalFact(
                        .importCarriedOut, in: agency, by: actor, about: id.text,
                        ["jenis": .text(kept.kind.rawValue), "baru": .integer(counts.new), "berubah": .integer(counts.changed)], at: now))
            }
        } catch let error as RelationalError where error.kind == .unique {
            // Another server took a code or a name between our looking and our writing.
            throw Self.outdated
        }
    }

    /// Forgets a file that is not to be carried out.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `importExpired`; `RelationalError`.
    func discard(_ id: ImportID, in agency: AgencyID, by identity: Identity, at now: Timestamp) async throws {
        try await records.change { change in
            let kept = try Self.find(id, agency, identity, now, in: change.session)
            guard kept.carriedOutAt == nil else { throw Self.expired }
            try ImportStore.forget(kept, in: change.session)
        }
    }

    /// Hands over the one-time links of a file that was carried out. They are not kept any longer.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `importExpired`; `RelationalError`.
    func takeLinks(
        _ id: ImportID, in agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws -> [(person: AccountStore.Person, link: Token)] {
        try await records.change { [vault] change in
            let kept = try Self.find(id, agency, identity, now, in: change.session)
            guard let sealed = kept.links, let links = vault.open(sealed).flatMap({ ImportLinks(packed: $0) }) else { throw Self.expired }
            let actor = try kept.kind.require(in: agency, by: identity, at: now)
            let people = try AccountStore.people(links.all.map(\.account), in: change.session)
            try ImportStore.dropLinks(kept, in: change.session)
            change.record(
                JournalFact(.importLinksTaken, in: agency, by: actor, about: id.text, ["jumlah": .integer(links.all.count)], at: now))
            return links.all.compactMap { item in people[item.account].map { ($0, item.token) } }
        }
    }

    private static func find(
        _ id: ImportID, _ agency: AgencyID, _ identity: Identity, _ now: Timestamp, in session: any ReadSession
    ) throws -> ImportStore.Kept {
        let kept = try ImportStore.find(id, of: agency, by: identity.account, at: now, in: session)
        guard let kept else {
            // Whether there is such a file is nobody's business who may bring in nothing here.
            guard !ImportKind.offered(in: agency, to: identity, at: now).isEmpty else {
                throw AccessDenial.outOfReach.refusal(.inviteAccount)
            }
            throw expired
        }
        try kept.kind.require(in: agency, by: identity, at: now)
        return kept
    }

    private func open(_ kept: ImportStore.Kept) throws(Refusal) -> ImportedFile {
        guard let sealed = kept.content, let file = vault.open(sealed).flatMap({ ImportedFile(packed: $0) }) else { throw Self.expired }
        return file
    }

    private func reading(_ file: ImportedFile, as kind: ImportKind, at now: Timestamp) async throws -> ImportReading {
        try await gate.perform { () throws(Refusal) -> ImportReading in try ImportReading(file, as: kind, on: Identity.day(now)) }
    }

    static let expired = Refusal(
        .importExpired, at: "",
        "Pratinjau ini sudah lewat waktu, sudah dilaksanakan, atau bukan milik akun ini. Unggah berkasnya sekali lagi.")

    static let outdated = Refusal(
        .importOutdated, at: "",
        "Keadaan berubah sejak pratinjau ditampilkan, jadi tidak ada yang dilaksanakan. Periksa pratinjau yang baru di bawah, lalu laksanakan.")
}
