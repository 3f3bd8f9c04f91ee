import Journaling
import Relational
import Rulebook

/// What people do with documents.
struct FilingActions: Sendable {
    let records: Records
    let contents: DocumentContents
    /// Bytes of the largest file that is kept.
    let largest: Int

    /// A document whose content is kept and which no row names yet.
    struct Prepared: Sendable {
        let parsed: FilingForm.Parsed
        let content: KeptContent
        let media: DocumentMedia
    }

    /// Looks at a file and keeps its content. The slow half of filing: it comes before the change.
    ///
    /// - Throws: `Refusal` of codes `documentMediaRefused`, `storageFull`; `RelationalError`.
    func prepare(_ form: FilingForm.Parsed, at now: Timestamp) async throws -> Prepared {
        let media: DocumentMedia
        do {
            media = try await ContentSniffer.media(of: form.bytes, isNamedTable: form.isNamedTable)
        } catch let refusal as DocumentMediaRefusal {
            throw refusal.refusal(at: FilingForm.Field.file)
        }
        return Prepared(parsed: form, content: try await contents.keep(form.bytes, at: now), media: media)
    }

    /// Files a prepared document inside a change, so that it stands together with what it belongs to.
    ///
    /// - Throws: ``PageRefusal/notFound`` when the place is not there; ``ContentFault``; `RelationalError`.
    func add(
        _ prepared: Prepared, to place: FilingPlace, by actor: JournalFact.Actor, at now: Timestamp, in change: inout Change
    ) throws -> DocumentID {
        guard try AgencyStore.find(place.agency, in: change.session) != nil, let account = actor.account else { throw PageRefusal.notFound }
        if let unit = place.unit {
            guard try WorkUnitStore.find(unit, of: place.agency, in: change.session) != nil else { throw PageRefusal.notFound }
        }
        let form = prepared.parsed
        let document = FilingStore.Kept(
            id: DocumentID(NewID.make(at: now.milliseconds)), place: place, kind: form.kind, title: form.title,
            reference: form.particulars.reference, dated: form.particulars.dated, content: prepared.content, media: prepared.media,
            uploadedBy: account, uploadedAt: now)
        try FilingStore.insert(document, in: change.session)
        try contents.confirm(prepared.content)
        change.record(JournalFact(.documentFiled, in: place.agency, by: actor, about: document.id.text, Self.content(document), at: now))
        return document.id
    }

    /// Files a document.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `documentMediaRefused`, `storageFull`; ``PageRefusal/notFound``; `RelationalError`.
    func file(_ form: FilingForm.Parsed, in place: FilingPlace, by identity: Identity, at now: Timestamp) async throws -> DocumentID {
        let actor = try identity.require(.fileDocument, on: place.target, at: now)
        let prepared = try await prepare(form, at: now)
        return try await records.change { change in try add(prepared, to: place, by: actor, at: now, in: &change) }
    }

    /// Withdraws a document. It stays, marked with the reason, and can no longer be chosen anywhere.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `documentWithdrawn`; ``PageRefusal/notFound``; `RelationalError`.
    func withdraw(
        _ document: DocumentID, of agency: AgencyID, reason: String, by identity: Identity, at now: Timestamp
    ) async throws {
        let kept = try await find(document, of: agency, toWithdraw: true, by: identity, at: now)
        let actor = try identity.require(.withdrawDocument, on: kept.place.target, at: now)
        try await records.change { change in
            let withdrawal = FilingStore.Withdrawal(by: identity.account, at: now, reason: reason)
            guard try FilingStore.withdraw(document, of: agency, withdrawal, in: change.session) else { throw Self.alreadyWithdrawn }
            change.record(
                JournalFact(
                    .documentWithdrawn, in: agency, by: actor, about: document.text,
                    ["sha256": .text(kept.content.digest.text), "jenis": .text(kept.kind.text), "alasan": .text(reason)], at: now))
        }
    }

    static let alreadyWithdrawn = Refusal(
        .documentWithdrawn, at: "", "Dokumen ini sudah ditarik lebih dahulu. Muat ulang halamannya untuk melihat alasannya.")

    /// No title: people write names into it, and what stands on the journal cannot be taken back.
    private static func content(_ document: FilingStore.Kept) -> [String: CanonicalValue] {
        [
            "sha256": .text(document.content.digest.text), "bita": .integer(document.content.size), "jenis": .text(document.kind.text),
            "media": .text(document.media.rawValue), "nomor": document.reference.map { .text($0) } ?? .null,
            "tanggal": document.dated.map { .text($0.description) } ?? .null, "unit": document.place.unit.map { .text($0.text) } ?? .null,
            "pencalonan": document.place.candidacy.map { .text($0.text) } ?? .null,
        ]
    }
}
