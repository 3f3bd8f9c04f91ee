import Hummingbird
import Markup
import Rulebook

/// The page of one account, and what administrators do there.
struct PersonRoutes: Sendable {
    let actions: PersonActions
    let deeds: DeedActions
    let agencies: AgencyActions
    let units: WorkUnitActions
    let frame: PageFrame
    /// What links to hand over begin with.
    let site: SiteAddress

    func add(to routes: GuardedRoutes) {
        let account = AccountID("")
        routes.get(.person(.nation, account), .full) { visit in
            try await show(visit, place(visit), notice: PersonNotice(rawValue: visit.query(PersonNotice.name)))
        }
        routes.post(.personAction(.nation, account, .grant), .full) { visit in try await grant(visit) }
        routes.get(.personAction(.nation, account, .revoke), .full) { visit in try await confirmRevoking(visit) }
        routes.post(.personAction(.nation, account, .revoke), .full) { visit in
            try await asking(visit, .revoke(GrantID(visit.fields.text(PersonField.grant))), done: .revoked)
        }
        routes.post(.personAction(.nation, account, .link), .full) { visit in try await reset(visit) }
        routes.post(.personAction(.nation, account, .withdrawLink), .full) { visit in try await withdraw(visit) }
        routes.post(.personAction(.nation, account, .invitation), .full) { visit in try await inviteAgain(visit) }
        routes.post(.personAction(.nation, account, .approve), .full) { visit in try await decide(visit, isGranted: true) }
        routes.post(.personAction(.nation, account, .decline), .full) { visit in try await decide(visit, isGranted: false) }
        routes.get(.personAction(.nation, account, .correction), .full) { visit in try await correctionForm(visit) }
        routes.post(.personAction(.nation, account, .correction), .full) { visit in try await correct(visit) }
        routes.get(.personAction(.nation, account, .endSessions), .full) { visit in try await confirmEndingSessions(visit) }
        routes.post(.personAction(.nation, account, .endSessions), .full) { visit in try await endSessions(visit) }
        routes.get(.personAction(.nation, account, .close), .full) { visit in try await confirmClosing(visit) }
        routes.post(.personAction(.nation, account, .close), .full) { visit in
            try await asking(visit, .close, done: .closed)
        }
        routes.get(.personAction(.nation, account, .erase), .full) { visit in try await confirmErasing(visit) }
        routes.post(.personAction(.nation, account, .erase), .full) { visit in try await erase(visit) }
    }

    /// Whom an address speaks of: an account that the person may see, under an agency it belongs to.
    struct Place {
        let agency: AgencyStore.Kept
        let overview: PersonActions.Overview
        let identity: Identity
        var account: AccountID { overview.listed.account }
    }

    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    func place(_ visit: Visit) async throws -> Place {
        let identity = try visit.identity()
        let overview = try await actions.see(
            AccountID(visit.step(SitePath.accountStep)), by: identity, at: visit.visitor.now)
        let agency = AgencyID(try visit.step(SitePath.agencyStep))
        guard overview.belongs(to: agency) else { throw PageRefusal.notFound }
        return Place(agency: try await agencies.kept(agency), overview: overview, identity: identity)
    }

    /// The page of the account, perhaps with what was just done or what was refused.
    func show(
        _ visit: Visit, _ place: Place, notice: PersonNotice? = nil, refusal: Refusal? = nil
    ) async throws -> Response {
        let overview = place.overview
        let waiting = overview.waiting(at: visit.visitor.now)
        var scopes = overview.grants.map(\.scope) + [overview.listed.agency.scope]
        for case .grant(let grant) in waiting.map(\.deed) { scopes.append(grant.scope) }
        let names = try await actions.names(of: scopes, people: waiting.map(\.requestedBy))
        let offered = PersonOffer(overview: overview, visitor: visit.visitor).roles(in: place.agency.id)
        let needsUnits = offered.contains { $0.scopeKinds.contains(.unit) }
        let page = PersonPage(
            agency: place.agency, overview: overview, names: names,
            units: needsUnits ? try await units.open(in: place.agency.id) : [], notice: notice,
            typed: refusal == nil ? nil : visit.fields, refusal: refusal)
        return Response(page: page.render(in: frame, for: visit.visitor), status: refusal?.status ?? .ok)
    }

    /// Leads back to the page of the account and says there what was done.
    func back(to place: Place, _ notice: PersonNotice) -> Response {
        let path = SitePath.person(place.agency.id, place.account)
        return Response(seeOther: path.address.query(PersonNotice.name, notice.rawValue))
    }

    /// A link to hand over.
    func hand(_ link: Token, _ kind: OneTimeLink.Kind, _ place: Place, _ visit: Visit) -> Response {
        let now = visit.visitor.now
        let page = HandoverPage(
            agency: place.agency, account: place.account, name: place.overview.name, kind: kind,
            link: site.text + SitePath.link(link.text).address.text,
            expiresAt: OneTimeLink(kind: kind, issuedAt: now).expiresAt)
        return Response(page: page.render(in: frame, for: visit.visitor))
    }

    /// Shows the page again with what is wrong, unless the person may not do it at all.
    func refusing(_ visit: Visit, _ place: Place, _ body: () async throws -> Response) async throws -> Response {
        do {
            return try await body()
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            return try await show(visit, place, refusal: refusal)
        }
    }
}
