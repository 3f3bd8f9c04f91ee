import Hummingbird
import Markup
import Rulebook

/// The pages about the declaration of a candidacy. One employee at a time: ``RollRoutes``.
struct DeclarationRoutes: Sendable {
    let actions: DeclarationActions
    let roll: RollActions
    let pacts: PactActions
    let frame: PageFrame

    func add(to routes: GuardedRoutes) {
        let calon = CandidacyID("")
        routes.get(.declaration(.nation, calon), .full) { visit in try await show(visit) }
        routes.post(.declarationAction(.nation, calon, .event), .full) { visit in
            try await changing(visit) { place, identity in
                try await actions.record(
                    DeclarationForm(fields: visit.fields).parse(), of: place.candidacy, of: place.agency, by: identity, at: visit.visitor.now)
            }
        }
        routes.post(.declarationAction(.nation, calon, .employee), .full) { visit in
            try await changing(visit) { place, identity in
                let person = try EmployeeForm(fields: visit.fields).parse()
                try await roll.add(
                    [(name: person.name, nip: person.nip, line: nil)], employed: person.employment, at: EmployeeForm.Field.nip,
                    under: place.candidacy, of: place.agency, by: identity, at: visit.visitor.now)
            }
        }
        routes.post(.declarationAction(.nation, calon, .employees), .full) { visit in
            try await changing(visit) { place, identity in
                let form = try RollForm(fields: visit.fields).parse()
                try await roll.add(
                    form.lines.map { (name: $0.name.text, nip: $0.nip, line: $0.number) }, employed: form.employment, at: RollForm.Field.lines,
                    under: place.candidacy, of: place.agency, by: identity, at: visit.visitor.now)
            }
        }
        routes.get(.declarationAction(.nation, calon, .print), .full) { visit in try await paper(visit) }
        routes.get(.declarationAction(.nation, calon, .sign), .full) { visit in try await pact(visit) }
        routes.post(.declarationAction(.nation, calon, .sign), .full) { visit in try await sign(visit) }
        routes.get(.declarationAction(.nation, calon, .readiness), .full) { visit in try await confirmReadiness(visit) }
        routes.post(.declarationAction(.nation, calon, .readiness), .full) { visit in
            let place = try CandidacyStep(visit)
            try await actions.stateReadiness(of: place.candidacy, of: place.agency, by: visit.identity(), at: visit.visitor.now)
            return Response(seeOther: place.declaration.address)
        }
        routes.get(.declarationAction(.nation, calon, .withdrawReadiness), .full) { visit in try await confirmWithdrawal(visit) }
        routes.post(.declarationAction(.nation, calon, .withdrawReadiness), .full) { visit in
            let place = try CandidacyStep(visit)
            try await actions.withdrawReadiness(of: place.candidacy, of: place.agency, by: visit.identity(), at: visit.visitor.now)
            return Response(seeOther: place.declaration.address)
        }
    }

    private func overview(_ visit: Visit) async throws -> DeclarationActions.Overview {
        let step = try CandidacyStep(visit)
        return try await actions.see(
            step.candidacy, of: step.agency, PactStore.Filter(rawValue: visit.query(RollSection.filterName)) ?? .all,
            page: Paging.page(visit.query(Paging.name)), by: visit.identity(), at: visit.visitor.now)
    }

    private func show(_ visit: Visit) async throws -> Response {
        Response(page: DeclarationPage(overview: try await overview(visit)).render(in: frame, for: visit.visitor))
    }

    /// Changes something and leads back to the page, or shows the page with what is wrong.
    private func changing(
        _ visit: Visit, _ change: (_ place: CandidacyStep, _ identity: Identity) async throws -> Void
    ) async throws -> Response {
        let (step, identity) = (try CandidacyStep(visit), try visit.identity())
        // Before the form is read: what is wrong with it is nobody's business who may not send it.
        let overview = try await overview(visit)
        try identity.require(.keepPactRoll, on: overview.place.target, at: visit.visitor.now)
        do {
            try await change(step, identity)
            return Response(seeOther: step.declaration.address)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            let page = DeclarationPage(overview: overview, typed: visit.fields, refusal: refusal)
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }

    private func paper(_ visit: Visit) async throws -> Response {
        let step = try CandidacyStep(visit)
        let all = try await roll.all(under: step.candidacy, of: step.agency, by: visit.identity(), at: visit.visitor.now)
        let page = RollPrintPage(place: all.place, rows: all.rows, coverage: all.coverage, declaration: all.declaration)
        return Response(page: page.render(in: frame, for: visit.visitor))
    }

    private func pact(_ visit: Visit, refusal: Refusal? = nil) async throws -> Response {
        let step = try CandidacyStep(visit)
        let own = try await pacts.own(under: step.candidacy, of: step.agency, by: visit.identity(), at: visit.visitor.now)
        let page = PactPage(place: own.place, entry: own.entry, refusal: refusal)
        return Response(page: page.render(in: frame, for: visit.visitor), status: refusal?.status ?? .ok)
    }

    private func sign(_ visit: Visit) async throws -> Response {
        let (step, identity) = (try CandidacyStep(visit), try visit.identity())
        let own = try await pacts.own(under: step.candidacy, of: step.agency, by: identity, at: visit.visitor.now)
        do {
            // Somebody who is not on the roll is told so rather than asked for a tick.
            if own.entry != nil { try PactForm(fields: visit.fields).parseAffirmation() }
            try await pacts.sign(under: step.candidacy, of: step.agency, by: identity, at: visit.visitor.now)
            return Response(seeOther: step.declaration.address)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            return try await pact(visit, refusal: refusal)
        }
    }

    private func confirmReadiness(_ visit: Visit) async throws -> Response {
        let place = try await readinessPlace(visit, isStated: false)
        let page = ConfirmationPage(
            title: "Nyatakan kesiapan \(place.unit.name)?", above: crumbs(place, visit), here: "Kesiapan",
            consequences: [
                "Anda menyatakan, sebagai pimpinan unit, bahwa unit ini siap membangun Zona Integritas \(place.aim).",
                "Pernyataan tercatat di jurnal atas nama Anda dengan hari ini.",
                "Langkah mencatat pencanangan dapat berdiri di atas pernyataan ini.",
            ],
            warning: "Sesudah langkah berikutnya diambil, pernyataan ini tidak dapat ditarik.",
            action: .declarationAction(place.agency.id, place.candidacy.id, .readiness), button: "Ya, nyatakan siap",
            back: .declaration(place.agency.id, place.candidacy.id))
        return Response(page: page.render(in: frame, for: visit.visitor))
    }

    private func confirmWithdrawal(_ visit: Visit) async throws -> Response {
        let place = try await readinessPlace(visit, isStated: true)
        let page = ConfirmationPage(
            title: "Tarik pernyataan kesiapan?", above: crumbs(place, visit), here: "Tarik kesiapan",
            consequences: ["Unit ini dianggap belum siap sampai pimpinannya menyatakan lagi.", "Pernyataan yang ditarik tetap tercatat di jurnal."],
            warning: "Selama belum dinyatakan lagi, pencanangan tidak dapat dicatat.",
            action: .declarationAction(place.agency.id, place.candidacy.id, .withdrawReadiness), button: "Ya, tarik",
            back: .declaration(place.agency.id, place.candidacy.id))
        return Response(page: page.render(in: frame, for: visit.visitor))
    }

    private func readinessPlace(_ visit: Visit, isStated: Bool) async throws -> CandidacyPlace {
        let overview = try await overview(visit)
        try visit.identity().require(.stateReadiness, on: overview.place.target, at: visit.visitor.now)
        guard (overview.readiness != nil) == isStated, overview.place.candidacy.state.keepsDeclarationOpen else { throw PageRefusal.notFound }
        return overview.place
    }

    private func crumbs(_ place: CandidacyPlace, _ visit: Visit) -> [Crumbs.Step] {
        place.crumbs(visit.visitor) + [.init(name: "Pencanangan", path: .declaration(place.agency.id, place.candidacy.id))]
    }
}

/// The candidacy that an address speaks of.
struct CandidacyStep {
    let agency: AgencyID
    let candidacy: CandidacyID

    /// - Throws: ``PageRefusal/notFound``
    init(_ visit: Visit) throws {
        agency = AgencyID(try visit.step(SitePath.agencyStep))
        candidacy = CandidacyID(try visit.step(SitePath.candidacyStep))
    }

    var declaration: SitePath { .declaration(agency, candidacy) }
}
