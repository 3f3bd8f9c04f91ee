import Hummingbird
import Rulebook

extension PersonRoutes {
    func grant(_ visit: Visit) async throws -> Response {
        let place = try await place(visit)
        return try await refusing(visit, place) {
            let agency = try await agency(of: visit, place)
            let grant = try GrantForm(fields: visit.fields).parse(
                in: agency, as: GrantID(NewID.make(at: visit.visitor.now.milliseconds)))
            return try await ask(.grant(grant), place, visit, done: .granted)
        }
    }

    /// Where a role is to count: in the agency of the page, or in the one whose code was typed. The rest of the form is
    /// read afterwards: what is wrong with it is nobody's business who may not send it.
    private func agency(of visit: Visit, _ place: Place) async throws -> AgencyID {
        let now = visit.visitor.now
        let code = visit.fields.text(GrantForm.Field.agency).uppercased()
        if code.isEmpty || code == place.agency.code {
            try place.identity.require(.grantRole, on: place.agency.id.target, at: now)
            return place.agency.id
        }
        // Who belongs to one agency and is to belong to another is decided above both. Elsewhere nobody could even see
        // the person, so no second one could agree; and nobody else learns which codes there are.
        try place.identity.require(.grantRole, on: .nation, at: now)
        guard let found = try await agencies.find(code: code) else {
            throw Refusal(
                .roleScopeMismatch, at: GrantForm.Field.agency,
                "Tidak ada instansi dengan kode itu. Lihat kodenya pada daftar instansi, atau kosongkan untuk \(place.agency.name).")
        }
        return found.id
    }

    /// Does something about the account, or asks for a second person.
    func asking(_ visit: Visit, _ deed: Deed, done: PersonNotice) async throws -> Response {
        let place = try await place(visit)
        return try await refusing(visit, place) { try await ask(deed, place, visit, done: done) }
    }

    private func ask(_ deed: Deed, _ place: Place, _ visit: Visit, done: PersonNotice) async throws -> Response {
        switch try await deeds.ask(deed, for: place.account, by: place.identity, at: visit.visitor.now) {
        case .done: back(to: place, done)
        case .awaiting: back(to: place, .awaiting)
        case .link(let link): hand(link, deed.linkKind ?? .passwordReset, place, visit)
        }
    }

    func reset(_ visit: Visit) async throws -> Response {
        switch OneTimeLink.Kind(rawValue: visit.fields.text(PersonField.kind)) {
        case .secondFactorReset: try await asking(visit, .reset(.secondFactorReset), done: .approved)
        case .passwordReset: try await asking(visit, .reset(.passwordReset), done: .approved)
        case .invitation, .setUp, nil:
            // Our form sends nothing else. Whoever may not ask learns that first.
            try await withKindMissing(visit)
        }
    }

    private func withKindMissing(_ visit: Visit) async throws -> Response {
        let place = try await place(visit)
        try place.identity.require(.issueResetLink, on: place.overview.target, at: visit.visitor.now)
        throw PageRefusal.notFound
    }

    func withdraw(_ visit: Visit) async throws -> Response {
        let place = try await place(visit)
        try await actions.withdrawLink(
            visit.fields.text(PersonField.link), of: place.account, by: place.identity, at: visit.visitor.now)
        return back(to: place, .withdrawn)
    }

    func inviteAgain(_ visit: Visit) async throws -> Response {
        let place = try await place(visit)
        let now = visit.visitor.now
        try place.identity.require(.inviteAccount, on: place.overview.listed.agency.target, at: now)
        let link = try await actions.inviteAgain(place.account, by: place.identity, at: now)
        return hand(link, .invitation, place, visit)
    }

    func decide(_ visit: Visit, isGranted: Bool) async throws -> Response {
        let place = try await place(visit)
        // A request about somebody else is not decided from this page.
        let request = visit.fields.text(PersonField.request)
        guard let kept = place.overview.approvals.first(where: { $0.id == request }) else {
            // Who could decide nothing here learns no more than that.
            try place.identity.require(.issueResetLink, on: place.overview.target, at: visit.visitor.now)
            throw PageRefusal.notFound
        }
        let declined: PersonNotice = kept.requestedBy == place.identity.account ? .requestWithdrawn : .declined
        return try await refusing(visit, place) {
            switch try await deeds.decide(request, isGranted: isGranted, by: place.identity, at: visit.visitor.now) {
            case .done, .awaiting: back(to: place, isGranted ? .approved : declined)
            case .link(let link): hand(link, kept.deed.linkKind ?? .passwordReset, place, visit)
            }
        }
    }

    func erase(_ visit: Visit) async throws -> Response {
        let place = try await place(visit)
        try place.identity.require(.closeAccount, on: place.overview.target, at: visit.visitor.now)
        return try await refusing(visit, place) {
            try await actions.erase(place.account, by: place.identity, at: visit.visitor.now)
            return back(to: place, .erased)
        }
    }
}

extension Deed {
    /// What the link is for that comes of it; `nil` for what makes no link.
    fileprivate var linkKind: OneTimeLink.Kind? {
        if case .reset(let kind) = self { kind } else { nil }
    }
}
