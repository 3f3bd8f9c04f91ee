import Relational
import Rulebook

/// A candidacy with the unit and the agency it belongs to, for pages and changes of its stages.
struct CandidacyPlace: Sendable {
    let agency: AgencyStore.Kept
    let unit: WorkUnitStore.Kept
    let candidacy: CandidacyStore.Kept

    /// - Throws: ``PageRefusal/notFound``; `RelationalError`.
    init(_ candidacy: CandidacyID, of agency: AgencyID, in session: any ReadSession) throws {
        guard let kept = try CandidacyStore.find(candidacy, of: agency, in: session),
            let unit = try WorkUnitStore.find(kept.unit, of: agency, in: session),
            let house = try AgencyStore.find(agency, in: session)
        else { throw PageRefusal.notFound }
        (self.agency, self.unit, self.candidacy) = (house, unit, kept)
    }

    /// What the policy is asked about.
    var target: AccessTarget { .unit(unit.id, of: agency.id) }

    /// The documents that were filed for the candidacy and stand, the newest first.
    ///
    /// - Throws: `RelationalError`.
    func documents(in session: any ReadSession) throws -> [FilingStore.Kept] {
        try FilingStore.standing(in: FilingPlace(agency.id, unit: unit.id, candidacy: candidacy.id), in: session)
    }

    /// Makes sure that a document that was chosen was filed for the candidacy and stands; none is fine.
    ///
    /// - Throws: `Refusal` of the code given; `RelationalError`.
    func check(_ document: DocumentID?, at field: String, _ code: FindingCode, in session: any ReadSession) throws {
        guard let document else { return }
        guard try documents(in: session).contains(where: { $0.id == document }) else {
            throw Refusal(code, at: field, "Dokumen ini tidak ada pada dokumen pencalonan, atau sudah ditarik. Pilih dari daftar, atau unggah lebih dahulu.")
        }
    }

    /// The pages above those of a stage.
    func crumbs(_ visitor: Visitor) -> [Crumbs.Step] {
        let own: [Crumbs.Step] =
            visitor.may(.seeCandidacy, on: target)
            ? [.init(name: "Pencalonan \(candidacy.designation.acronym)", path: .candidacy(agency.id, candidacy.id))] : []
        return Crumbs.agency(agency) + [.init(name: unit.name, path: .unit(agency.id, unit.id))] + own
    }

    /// What is begun: `menuju WBK, 2026`.
    var aim: String { "menuju \(candidacy.designation.acronym), tahun \(candidacy.year)" }
}
