import Hummingbird
import Markup
import Rulebook

/// The list of an agency's people, and inviting one.
struct PeopleRoutes: Sendable {
    let actions: PersonActions
    let agencies: AgencyActions
    let frame: PageFrame
    /// What links to hand over begin with.
    let site: SiteAddress

    func add(to routes: GuardedRoutes) {
        routes.get(.agencyAction(.nation, .people), .full) { visit in
            Response(page: try await page(visit).render(in: frame, for: visit.visitor))
        }
        routes.post(.agencyAction(.nation, .invite), .full) { visit in try await invite(visit) }
    }

    private func page(_ visit: Visit) async throws -> PeoplePage {
        let agency = AgencyID(try visit.step(SitePath.agencyStep))
        let search = SearchBox.typed(visit.query(SearchBox.name))
        let number = Paging.page(visit.query(Paging.name))
        let found = try await actions.list(
            in: agency, search: search, page: number, by: visit.identity(), at: visit.visitor.now)
        let grants = Dictionary(grouping: found.grants, by: \.account).mapValues { $0.map(\.grant) }
        return PeoplePage(
            agency: try await agencies.kept(agency), accounts: found.accounts, grants: grants,
            names: try await actions.names(of: grants.values.flatMap { $0.map(\.scope) }), search: search, isCut: found.isCut, page: number)
    }

    private func invite(_ visit: Visit) async throws -> Response {
        let agency = AgencyID(try visit.step(SitePath.agencyStep))
        let identity = try visit.identity()
        let now = visit.visitor.now
        // Before the form is read: what is wrong with it is nobody's business who may not send it.
        try identity.require(.inviteAccount, on: agency.target, at: now)
        do {
            let person = try PersonForm(fields: visit.fields).parse()
            let invited = try await actions.invite(person, into: agency, by: identity, at: now)
            let page = HandoverPage(
                agency: try await agencies.kept(agency), account: invited.account, name: person.name, kind: .invitation,
                link: site.text + SitePath.link(invited.link.text).address.text,
                expiresAt: OneTimeLink(kind: .invitation, issuedAt: now).expiresAt,
                warnings: Self.oddities(of: person, on: Identity.day(now)))
            return Response(page: page.render(in: frame, for: visit.visitor))
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            var page = try await page(visit)
            page.typed = visit.fields
            page.refusal = refusal
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }

    /// What is odd about a civil servant's number without being wrong.
    static func oddities(of person: AccountStore.Person, on today: Day) -> [Finding] {
        guard let nip = person.nip, let name = try? SignInName(nip) else { return [] }
        return NIP.warnings(for: name, on: today, at: PersonForm.Field.nip)
    }
}
