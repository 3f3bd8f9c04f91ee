import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import Rulebook

/// The pages about documents.
struct FilingRoutes: Sendable {
    let actions: FilingActions
    let agencies: AgencyActions
    let programmes: PreparedProgrammes
    let frame: PageFrame

    /// Where documents are sent to, which may be larger than other forms.
    static let uploads: [SitePath] = [
        .agencyAction(.nation, .documents), .unitAction(.nation, "", .documents), .candidacyDocuments(.nation, ""),
    ]

    func add(to routes: GuardedRoutes) {
        let document = DocumentID("")
        routes.get(.agencyAction(.nation, .documents), .full) { visit in try await list(visit, agencyPlace(visit)) }
        routes.upload(.agencyAction(.nation, .documents), .full) { visit in try await file(visit, agencyPlace(visit)) }
        routes.get(.unitAction(.nation, "", .documents), .full) { visit in try await list(visit, unitPlace(visit)) }
        routes.upload(.unitAction(.nation, "", .documents), .full) { visit in try await file(visit, unitPlace(visit)) }
        routes.get(.candidacyDocuments(.nation, ""), .full) { visit in try await list(visit, candidacyPlace(visit)) }
        routes.upload(.candidacyDocuments(.nation, ""), .full) { visit in try await file(visit, candidacyPlace(visit)) }
        routes.get(.document(.nation, document), .full) { visit in
            Response(page: try await page(visit).render(in: frame, for: visit.visitor))
        }
        routes.get(.documentAction(.nation, document, .content), .full) { visit in try await content(visit) }
        routes.get(.documentAction(.nation, document, .withdraw), .full) { visit in
            Response(page: try await withdrawing(visit).render(in: frame, for: visit.visitor))
        }
        routes.post(.documentAction(.nation, document, .withdraw), .full) { visit in try await withdraw(visit) }
    }

    private func agencyPlace(_ visit: Visit) throws -> FilingPlace { FilingPlace(AgencyID(try visit.step(SitePath.agencyStep))) }

    private func unitPlace(_ visit: Visit) throws -> FilingPlace {
        FilingPlace(AgencyID(try visit.step(SitePath.agencyStep)), unit: WorkUnitID(try visit.step(SitePath.unitStep)))
    }

    /// What is filed for a candidacy belongs to its unit. Whoever may see none of the agency's learns nothing about which there are.
    private func candidacyPlace(_ visit: Visit) async throws -> FilingPlace {
        let agency = AgencyID(try visit.step(SitePath.agencyStep))
        let id = CandidacyID(try visit.step(SitePath.candidacyStep))
        guard let candidacy = try await actions.records.read({ try CandidacyStore.find(id, of: agency, in: $0) }) else {
            try visit.identity().require(.readDocument, on: agency.target, at: visit.visitor.now)
            throw PageRefusal.notFound
        }
        return FilingPlace(agency, unit: candidacy.unit, candidacy: id)
    }

    private func listPage(_ visit: Visit, _ place: FilingPlace) async throws -> FilingPage {
        let page = Paging.page(visit.query(Paging.name))
        let kinds = try await kinds(of: place)
        let kind = kinds.first { $0.kind.text == visit.query(FilingPage.kind) }?.kind
        let documents = try await actions.list(in: place, kind: kind, page: page, by: visit.identity(), at: visit.visitor.now)
        return FilingPage(
            agency: try await agencies.kept(place.agency), unit: try await unit(place), place: place, documents: documents, kinds: kinds, kind: kind,
            page: page, largest: actions.largest)
    }

    /// The kinds to choose from: for a candidacy first those that its programme asks for.
    private func kinds(of place: FilingPlace) async throws -> [FilingKind] {
        guard let candidacy = place.candidacy else { return FilingKind.general }
        let kept = try await actions.records.read { try CandidacyStore.find(candidacy, of: place.agency, in: $0) }
        let asked = try kept.map { try programmes.rules($0.programme).parts.documents.map { FilingKind($0.kind, $0.name) } } ?? []
        return asked + FilingKind.general.filter { general in !asked.contains { $0.kind == general.kind } }
    }

    /// The unit of a place, for who was let through already.
    private func unit(_ place: FilingPlace) async throws -> WorkUnitStore.Kept? {
        guard let unit = place.unit else { return nil }
        guard let kept = try await actions.records.read({ try WorkUnitStore.find(unit, of: place.agency, in: $0) }) else { throw PageRefusal.notFound }
        return kept
    }

    private func list(_ visit: Visit, _ place: FilingPlace) async throws -> Response {
        Response(page: try await listPage(visit, place).render(in: frame, for: visit.visitor))
    }

    private func file(_ visit: Visit, _ place: FilingPlace) async throws -> Response {
        let identity = try visit.identity()
        let now = visit.visitor.now
        // Before the form is read: what is wrong with it is nobody's business who may not send it.
        try identity.require(.fileDocument, on: place.target, at: now)
        do {
            let form = FilingForm(fields: visit.fields, files: visit.files, largest: actions.largest)
            let document = try await actions.file(
                form.parse(kinds: kinds(of: place), today: Identity.day(now)), in: place, by: identity, at: now)
            return Response(seeOther: SitePath.document(place.agency, document).address)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            var page = try await listPage(visit, place)
            page.typed = visit.fields
            page.refusal = refusal
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }

    private func document(_ visit: Visit) throws -> (agency: AgencyID, id: DocumentID) {
        (AgencyID(try visit.step(SitePath.agencyStep)), DocumentID(try visit.step(SitePath.documentStep)))
    }

    private func page(_ visit: Visit) async throws -> DocumentPage {
        let (agency, id) = try document(visit)
        let kept = try await actions.see(id, of: agency, by: visit.identity(), at: visit.visitor.now)
        return DocumentPage(
            agency: try await agencies.kept(agency), unit: try await unit(kept.place), document: kept,
            kind: try await kinds(of: kept.place).name(of: kept.kind),
            uploader: try await actions.name(of: kept.uploadedBy), withdrawer: try await kept.withdrawal.asyncMap { try await actions.name(of: $0.by) })
    }

    private func content(_ visit: Visit) async throws -> Response {
        let (agency, id) = try document(visit)
        let kept = try await actions.see(id, of: agency, by: visit.identity(), at: visit.visitor.now)
        return try await DocumentResponse(document: kept, contents: actions.contents).make()
    }

    private func withdrawing(_ visit: Visit) async throws -> WithdrawalPage {
        let (agency, id) = try document(visit)
        let kept = try await actions.find(id, of: agency, toWithdraw: true, by: visit.identity(), at: visit.visitor.now)
        guard kept.withdrawal == nil else { throw PageRefusal.notFound }
        return WithdrawalPage(agency: try await agencies.kept(agency), unit: try await unit(kept.place), document: kept)
    }

    private func withdraw(_ visit: Visit) async throws -> Response {
        let (agency, id) = try document(visit)
        let (identity, now) = (try visit.identity(), visit.visitor.now)
        // Whether the document is there, and may be withdrawn, comes before what was typed.
        var page = try await withdrawing(visit)
        do {
            try await actions.withdraw(id, of: agency, reason: WithdrawalForm(fields: visit.fields).parse(), by: identity, at: now)
            return Response(seeOther: SitePath.document(agency, id).address)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            page.typed = visit.fields
            page.refusal = refusal
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }
}

extension Optional {
    /// `map` for what has to be waited for.
    fileprivate func asyncMap<T>(_ body: (Wrapped) async throws -> T?) async throws -> T? {
        if let value = self { try await body(value) } else { nil }
    }
}
