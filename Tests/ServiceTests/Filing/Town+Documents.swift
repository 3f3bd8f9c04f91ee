import Rulebook

@testable import Service

extension Town {
    /// The smallest file that is a PDF to anybody who looks.
    static let pdf = Array(
        "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".utf8)

    /// What people do with documents, as the site does it.
    var filing: FilingActions { FilingActions(records: storage.records, contents: storage.contents, largest: 1 << 20) }

    /// Makes a candidacy in its first stage.
    func candidacy(_ id: CandidacyID, of unit: WorkUnitID, in agency: AgencyID) async throws {
        let now = clock.timestamp
        try await storage.records.change { change in
            try CandidacyStore.insert(
                CandidacyStore.Kept(
                    agency: agency, id: id, unit: unit, designation: .wbk, programme: "permenpanrb-90-2021", year: 2026, affirmation: nil,
                    state: .preparing, stageSince: Identity.day(now), awardedOn: nil, validUntil: nil, needsAttention: nil, createdBy: "akun-korban",
                    createdAt: now), in: change.session)
        }
    }

    /// Files a document without anybody being asked whether they may.
    func document(_ id: DocumentID, in place: FilingPlace, content: [UInt8] = pdf, kind: DocumentKind = "surat") async throws {
        let now = clock.timestamp
        let kept = try await storage.contents.keep(content[...], at: now)
        guard let title = DocumentTitle("Surat \(id)") else { return }
        try await storage.records.change { change in
            try FilingStore.insert(
                FilingStore.Kept(
                    id: id, place: place, kind: kind, title: title, reference: nil, dated: nil, content: kept, media: .pdf, uploadedBy: "akun-korban",
                    uploadedAt: now), in: change.session)
        }
    }
}
