import Hummingbird
import Rulebook

/// Correcting somebody's personal data, and ending somebody's sessions.
extension PersonRoutes {
    private func page(_ place: Place, _ typed: PersonFields.Typed, _ refusal: Refusal? = nil) -> CorrectionPage {
        let person = SitePath.person(place.agency.id, place.account)
        let crumbs = Crumbs.render(
            Crumbs.agency(place.agency) + [.init(name: place.overview.name, path: person)], here: "Perbaiki data diri")
        return CorrectionPage(
            other: .init(
                name: place.overview.name, crumbs: crumbs,
                path: .personAction(place.agency.id, place.account, .correction)),
            typed: typed, refusal: refusal)
    }

    func correctionForm(_ visit: Visit) async throws -> Response {
        let place = try await place(visit)
        try place.identity.require(.correctAccount, on: place.overview.target, at: visit.visitor.now)
        guard let person = place.overview.listed.person else { throw PageRefusal.notFound }
        return Response(page: page(place, .init(person)).render(in: frame, for: visit.visitor))
    }

    func correct(_ visit: Visit) async throws -> Response {
        let place = try await place(visit)
        let now = visit.visitor.now
        // Before the form is read: what is wrong with it is nobody's business who may not send it.
        try place.identity.require(.correctAccount, on: place.overview.target, at: now)
        do {
            let person = try PersonForm(fields: visit.fields).parse()
            try await actions.correct(person, of: place.account, by: place.identity, at: now)
            return back(to: place, .corrected)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            let page = page(place, .init(visit.fields), refusal)
            return Response(page: page.render(in: frame, for: visit.visitor), refusing: refusal)
        }
    }

    func confirmEndingSessions(_ visit: Visit) async throws -> Response {
        let place = try await place(visit)
        try place.identity.require(.endSessions, on: place.overview.target, at: visit.visitor.now)
        guard PersonOffer(overview: place.overview, visitor: visit.visitor).mayEndSessions else { throw PageRefusal.notFound }
        let person = SitePath.person(place.agency.id, place.account)
        let page = ConfirmationPage(
            title: "Akhiri semua sesi \(place.overview.name)?",
            above: Crumbs.agency(place.agency) + [.init(name: place.overview.name, path: person)], here: "Akhiri semua sesi",
            consequences: [
                "\(place.overview.name) keluar di semua perangkat seketika, dan harus masuk lagi.",
                "Kata sandi dan faktor kedua tidak berubah. Bila kata sandinya diketahui orang lain, buat juga tautan atur ulang.",
            ],
            warning: "Yang sedang diketik dan belum tersimpan di sesi itu hilang.",
            action: .personAction(place.agency.id, place.account, .endSessions), button: "Ya, akhiri semua sesi", back: person)
        return Response(page: page.render(in: frame, for: visit.visitor))
    }

    func endSessions(_ visit: Visit) async throws -> Response {
        let place = try await place(visit)
        try await actions.endSessions(of: place.account, by: place.identity, at: visit.visitor.now)
        return back(to: place, .sessionsEnded)
    }
}
