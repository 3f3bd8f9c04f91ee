import Relational
import Rulebook

extension FilingActions {
    /// Rows of a list on one page.
    static let pageLength = 50

    /// A page of the documents of a place, one more than is shown when there is a next page.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; `RelationalError`.
    func list(
        in place: FilingPlace, kind: DocumentKind?, page: Int, by identity: Identity, at now: Timestamp
    ) async throws -> [FilingStore.Kept] {
        try identity.require(.readDocument, on: place.target, at: now)
        return try await records.read {
            try FilingStore.list(in: place, kind: kind, skip: page * Self.pageLength, most: Self.pageLength + 1, in: $0)
        }
    }

    /// One document. Whoever may see none of the agency's learns nothing about which there are.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    func see(_ document: DocumentID, of agency: AgencyID, by identity: Identity, at now: Timestamp) async throws -> FilingStore.Kept {
        try await find(document, of: agency, toWithdraw: false, by: identity, at: now)
    }

    func find(
        _ document: DocumentID, of agency: AgencyID, toWithdraw: Bool, by identity: Identity, at now: Timestamp
    ) async throws -> FilingStore.Kept {
        let capability: Capability = toWithdraw ? .withdrawDocument : .readDocument
        guard let kept = try await records.read({ try FilingStore.find(document, of: agency, in: $0) }) else {
            // Who may read the agency's documents may know that this is none of them.
            try identity.require(capability, on: agency.target, at: now)
            throw PageRefusal.notFound
        }
        try identity.require(capability, on: kept.place.target, at: now)
        return kept
    }

    /// The name of whoever filed or withdrew; `nil` once it was erased.
    ///
    /// - Throws: `RelationalError`.
    func name(of account: AccountID) async throws -> String? {
        try await records.read { try AccountStore.find(account, in: $0)?.person?.name }
    }

    /// Documents that were chosen in a form: all there, of the place and the kind, and not withdrawn.
    ///
    /// - Parameters:
    ///   - ids: as they were sent.
    ///   - kinds: of any of these kinds; of any kind when there are none.
    ///   - field: the field of the form, for what is wrong.
    /// - Throws: `Refusal` of code `documentNotChoosable`; `RelationalError`.
    static func chosen(
        _ ids: [String], in place: FilingPlace, kinds: [DocumentKind], at field: String, in session: any ReadSession
    ) throws -> [FilingStore.Kept] {
        try ids.map { id in
            guard let kept = try FilingStore.find(DocumentID(id), of: place.agency, in: session), kept.withdrawal == nil,
                kinds.isEmpty || kinds.contains(kept.kind), place.candidacy == nil || kept.place.candidacy == place.candidacy,
                place.unit == nil || kept.place.unit == nil || kept.place.unit == place.unit
            else {
                throw Refusal(.documentNotChoosable, at: field, "Dokumen yang dipilih tidak ada lagi, sudah ditarik, atau jenisnya lain. Pilih dari daftar.")
            }
            return kept
        }
    }
}
