import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import Rulebook

/// The pages about the sheets of a candidacy.
struct SheetRoutes: Sendable {
    /// Where sheets are sent; bodies may be as large as a file there.
    static let upload = SitePath.sheets(.nation, CandidacyID(""), .unit)

    let actions: AssessmentActions
    let frame: PageFrame
    let gate: CheckGate

    func add(to routes: GuardedRoutes) {
        let id = CandidacyID("")
        routes.upload(Self.upload, .full) { visit in try await receive(visit) }
        routes.get(.sheet(.nation, id, .unit, 1), .full) { visit in try await see(visit) }
        routes.get(.sheetAction(.nation, id, .unit, 1, .answers), .full) { visit in try await answers(visit) }
        routes.get(.sheetAction(.nation, id, .unit, 1, .handIn), .full) { visit in try await handingIn(visit) }
        routes.post(.sheetAction(.nation, id, .unit, 1, .handIn), .full) { visit in try await handIn(visit) }
    }

    private func receive(_ visit: Visit) async throws -> Response {
        let place = try visit.candidacyPlace()
        let party = try party(visit)
        let identity = try visit.identity()
        let now = visit.visitor.now
        // Before the file is read: what is wrong with it is nobody's business who may not send it.
        let candidacy = try await actions.candidacy(
            place.candidacy, of: place.agency, for: AssessmentActions.capability(for: party), by: identity, at: now
        ).candidacy
        do {
            let record = try await read(visit.files, for: candidacy).get()
            let version = try await actions.record(record, of: party, for: place.candidacy, of: place.agency, by: identity, at: now)
            return Response(seeOther: SitePath.sheet(place.agency, place.candidacy, party, version).address)
        } catch let refusal as Refusal where !refusal.isAboutAccess && refusal != CheckGate.tooBusy {
            let view = try await actions.view(place.candidacy, of: place.agency, by: identity, at: now)
            let page = SheetRefusedPage(
                agency: view.agency, unit: view.unit, candidacy: place.candidacy, party: party, instrument: view.instrument, refusal: refusal)
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }

    /// A result rather than an error: Swift 6.3.1 crashes on optimising a caught typed error of an async function.
    private func read(_ form: MultipartForm, for candidacy: CandidacyStore.Kept) async -> Result<SheetRecord, Refusal> {
        do throws(Refusal) {
            let bytes = try SheetForm(form: form).parse()
            return .success(try await gate.perform { () throws(Refusal) -> SheetRecord in try actions.read(bytes, for: candidacy) })
        } catch { return .failure(error) }
    }

    private func see(_ visit: Visit) async throws -> Response {
        let found = try await sheet(visit)
        let result = try await gate.perform { () throws(Refusal) -> CheckedSheet in try actions.terms.examine(found.sheet) }
        let page = StoredSheetPage(agency: found.agency, unit: found.unit, sheet: found.sheet, result: result)
        return Response(page: page.render(in: frame, for: visit.visitor))
    }

    /// The answers exactly as they were hashed, so that anybody can compare them with the journal.
    private func answers(_ visit: Visit) async throws -> Response {
        let found = try await sheet(visit)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"lke-\(found.sheet.party.rawValue)-versi-\(found.sheet.version).csv\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: found.sheet.record.answers)))
    }

    private func handingIn(_ visit: Visit) async throws -> Response {
        let place = try visit.candidacyPlace()
        let identity = try visit.identity()
        try await actions.candidacy(place.candidacy, of: place.agency, for: .handInUnitSheet, by: identity, at: visit.visitor.now)
        let found = try await sheet(visit)
        guard found.sheet.party == .unit, found.sheet.handedIn == nil else { throw PageRefusal.notFound }
        let page = ConfirmationPage(
            title: "Serahkan LKE \(found.unit.name)?", above: Crumbs.assessment(found.agency, found.unit, place.candidacy),
            here: "Serahkan versi \(found.sheet.version)",
            consequences: [
                "Versi \(found.sheet.version) menjadi LKE unit yang dihitung dan dibandingkan dengan LKE TPI.",
                "Nama Anda tercatat sebagai yang menyerahkan.",
                "Versi berikutnya masih dapat diunggah dan diserahkan sampai penilaian ditutup.",
            ],
            warning: "Versi yang sudah diserahkan tidak dapat ditarik kembali.",
            action: .sheetAction(place.agency, place.candidacy, .unit, found.sheet.version, .handIn), button: "Ya, serahkan",
            back: .assessment(place.agency, place.candidacy))
        return Response(page: page.render(in: frame, for: visit.visitor))
    }

    private func handIn(_ visit: Visit) async throws -> Response {
        let place = try visit.candidacyPlace()
        let identity = try visit.identity()
        try await actions.candidacy(place.candidacy, of: place.agency, for: .handInUnitSheet, by: identity, at: visit.visitor.now)
        guard try party(visit) == .unit else { throw PageRefusal.notFound }
        do {
            try await actions.handIn(version(visit), of: place.candidacy, of: place.agency, by: identity, at: visit.visitor.now)
            return Response(seeOther: SitePath.assessment(place.agency, place.candidacy).address)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            var page = AssessmentPage(view: try await actions.view(place.candidacy, of: place.agency, by: identity, at: visit.visitor.now))
            page.refusal = refusal
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }

    private func sheet(_ visit: Visit) async throws -> (sheet: SheetStore.Kept, unit: WorkUnitStore.Kept, agency: AgencyStore.Kept) {
        let place = try visit.candidacyPlace()
        return try await actions.sheet(
            version(visit), of: party(visit), place.candidacy, of: place.agency, by: visit.identity(), at: visit.visitor.now)
    }

    private func party(_ visit: Visit) throws -> SheetParty {
        guard let party = SheetParty(rawValue: try visit.step(SitePath.partyStep)) else { throw PageRefusal.notFound }
        return party
    }

    private func version(_ visit: Visit) throws -> Int {
        guard let version = Int(try visit.step(SitePath.versionStep)), (1...1_000_000).contains(version) else { throw PageRefusal.notFound }
        return version
    }
}
