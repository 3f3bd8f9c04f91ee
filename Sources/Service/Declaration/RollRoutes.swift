import Hummingbird
import Markup
import Rulebook

/// The page of one employee on a roll.
struct RollRoutes: Sendable {
    let actions: RollActions
    let pacts: PactActions
    let frame: PageFrame

    func add(to routes: GuardedRoutes) {
        let (calon, employee) = (CandidacyID(""), EmployeeID(""))
        routes.get(.employee(.nation, calon, employee), .full) { visit in
            Response(page: EmployeePage(overview: try await overview(visit)).render(in: frame, for: visit.visitor))
        }
        routes.post(.employeeAction(.nation, calon, employee, .change), .full) { visit in
            try await changing(visit) { step, identity in
                try await actions.change(
                    self.employee(visit), EmployeeForm(fields: visit.fields).parse(), under: step.candidacy, of: step.agency, by: identity,
                    at: visit.visitor.now)
            }
        }
        routes.post(.employeeAction(.nation, calon, employee, .paper), .full) { visit in
            try await changing(visit) { step, identity in
                try await pacts.record(
                    PactForm(fields: visit.fields).parsePaper(), of: self.employee(visit), under: step.candidacy, of: step.agency, by: identity,
                    at: visit.visitor.now)
            }
        }
        routes.get(.employeeAction(.nation, calon, employee, .remove), .full) { visit in try await removal(visit) }
        routes.post(.employeeAction(.nation, calon, employee, .remove), .full) { visit in try await remove(visit) }
        routes.get(.employeeAction(.nation, calon, employee, .erase), .full) { visit in try await confirmErasing(visit) }
        routes.post(.employeeAction(.nation, calon, employee, .erase), .full) { visit in
            try await changing(visit) { step, identity in
                try await actions.erase(self.employee(visit), under: step.candidacy, of: step.agency, by: identity, at: visit.visitor.now)
            }
        }
    }

    private func employee(_ visit: Visit) throws -> EmployeeID { EmployeeID(try visit.step(SitePath.employeeStep)) }

    private func overview(_ visit: Visit) async throws -> RollActions.Overview {
        let step = try CandidacyStep(visit)
        return try await actions.see(employee(visit), under: step.candidacy, of: step.agency, by: visit.identity(), at: visit.visitor.now)
    }

    /// What belongs to the head of the unit; asked before any form is read.
    private func kept(_ visit: Visit) async throws -> RollActions.Overview {
        let overview = try await overview(visit)
        try visit.identity().require(.keepPactRoll, on: overview.place.target, at: visit.visitor.now)
        return overview
    }

    private func path(_ overview: RollActions.Overview) -> SitePath {
        .employee(overview.place.agency.id, overview.place.candidacy.id, overview.listed.employee.id)
    }

    private func changing(
        _ visit: Visit, _ change: (_ step: CandidacyStep, _ identity: Identity) async throws -> Void
    ) async throws -> Response {
        let overview = try await kept(visit)
        do {
            try await change(CandidacyStep(visit), visit.identity())
            return Response(seeOther: path(overview).address)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            let page = EmployeePage(overview: overview, typed: visit.fields, refusal: refusal)
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }

    private func removal(_ visit: Visit, refusal: Refusal? = nil) async throws -> Response {
        let overview = try await kept(visit)
        guard let signature = overview.listed.signature, signature.manner != .onScreen else { throw PageRefusal.notFound }
        let page = RemovalPage(overview: overview, day: signature.day, typed: visit.fields.text(PactForm.Field.reason), refusal: refusal)
        return Response(page: page.render(in: frame, for: visit.visitor), status: refusal?.status ?? .ok)
    }

    private func remove(_ visit: Visit) async throws -> Response {
        let overview = try await kept(visit)
        let step = try CandidacyStep(visit)
        do {
            try await pacts.remove(
                overview.listed.employee.id, because: PactForm(fields: visit.fields).parseReason(), under: step.candidacy, of: step.agency,
                by: visit.identity(), at: visit.visitor.now)
            return Response(seeOther: path(overview).address)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            return try await removal(visit, refusal: refusal)
        }
    }

    private func confirmErasing(_ visit: Visit) async throws -> Response {
        let overview = try await kept(visit)
        let employee = overview.listed.employee
        guard employee.name != nil, let until = employee.employment.until, until < overview.day else { throw PageRefusal.notFound }
        let place = overview.place
        let page = ConfirmationPage(
            title: "Hapus nama dan NIP \(employee.label)?",
            above: place.crumbs(visit.visitor) + [
                .init(name: "Pencanangan", path: .declaration(place.agency.id, place.candidacy.id)), .init(name: employee.label, path: path(overview)),
            ], here: "Hapus nama",
            consequences: [
                "Nama dan NIP hilang dari daftar pegawai unit ini, juga dari pencalonan lain unit ini.",
                "Hitungan cakupan pakta yang lalu tetap sama.",
            ],
            warning: "Nama dan NIP yang sudah dihapus tidak dapat dikembalikan.",
            action: .employeeAction(place.agency.id, place.candidacy.id, employee.id, .erase), button: "Ya, hapus nama dan NIP",
            back: path(overview))
        return Response(page: page.render(in: frame, for: visit.visitor))
    }
}
