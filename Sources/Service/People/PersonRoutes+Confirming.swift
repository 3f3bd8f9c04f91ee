import Hummingbird
import Rulebook

extension PersonRoutes {
    private func page(
        _ place: Place, _ action: PersonAction, title: String, here: String, _ consequences: [String], warning: String,
        button: String, hidden: (name: String, value: String)? = nil
    ) -> ConfirmationPage {
        let person = SitePath.person(place.agency.id, place.account)
        return ConfirmationPage(
            title: title, above: Crumbs.agency(place.agency) + [.init(name: place.overview.name, path: person)], here: here,
            consequences: consequences, warning: warning, action: .personAction(place.agency.id, place.account, action),
            hidden: hidden, button: button, back: person)
    }

    private func deny(_ capability: Capability) -> any Error { AccessDenial.notInRole.refusal(capability) }

    func confirmRevoking(_ visit: Visit) async throws -> Response {
        let place = try await place(visit)
        let offer = PersonOffer(overview: place.overview, visitor: visit.visitor)
        guard let grant = place.overview.grants.first(where: { $0.id.text == visit.query(PersonField.grant) }) else {
            try place.identity.require(.revokeRole, on: place.agency.id.target, at: visit.visitor.now)
            throw PageRefusal.notFound
        }
        guard offer.mayRevoke(grant) else { throw deny(.revokeRole) }
        let scope = try await actions.names(of: [grant.scope]).scope(grant.scope, on: place.agency.id)
        var consequences = [
            "\(place.overview.name) kehilangan peran \(grant.role.name) untuk \(scope) seketika, juga di sesi yang sedang terbuka.",
            "Yang sudah dikerjakan dalam peran itu tetap tercatat.",
        ]
        if grant.role.isKey {
            consequences.append("Bila aturan menuntut dua orang, peran baru dicabut sesudah admin lain menyetujui dalam 24 jam.")
        }
        return Response(
            page: page(
                place, .revoke, title: "Cabut peran \(grant.role.name)?", here: "Cabut peran", consequences,
                warning: "Pencabutan tidak dapat dibatalkan. Bila keliru, peran harus diberikan lagi.", button: "Ya, cabut peran",
                hidden: (PersonField.grant, grant.id.text)
            ).render(in: frame, for: visit.visitor))
    }

    func confirmClosing(_ visit: Visit) async throws -> Response {
        let place = try await place(visit)
        guard place.overview.listed.state != .closed else {
            try place.identity.require(.closeAccount, on: place.overview.target, at: visit.visitor.now)
            throw PageRefusal.notFound
        }
        guard PersonOffer(overview: place.overview, visitor: visit.visitor).mayClose else { throw deny(.closeAccount) }
        var consequences = [
            "Semua peran dicabut dan semua sesi diakhiri seketika.",
            "Kata sandi, faktor kedua, kode pemulihan, dan tautan yang masih berlaku dihapus.",
            "Nama dan catatan di jurnal tetap tersimpan; data pribadi dapat dihapus sesudahnya.",
        ]
        if ResetRule.takesTwo(place.overview.grants, on: Identity.day(visit.visitor.now)) {
            consequences.append("Karena perannya, akun baru ditutup sesudah admin lain menyetujui dalam 24 jam.")
        }
        return Response(
            page: page(
                place, .close, title: "Tutup akun \(place.overview.name)?", here: "Tutup akun", consequences,
                warning: "Akun yang sudah ditutup tidak dapat dibuka kembali.", button: "Ya, tutup akun"
            ).render(in: frame, for: visit.visitor))
    }

    func confirmErasing(_ visit: Visit) async throws -> Response {
        let place = try await place(visit)
        try place.identity.require(.closeAccount, on: place.overview.target, at: visit.visitor.now)
        guard PersonOffer(overview: place.overview, visitor: visit.visitor).mayErase else { throw PageRefusal.notFound }
        return Response(
            page: page(
                place, .erase, title: "Hapus data pribadi \(place.overview.name)?", here: "Hapus data pribadi",
                [
                    "Nama, NIP, dan surel dinas dihapus.",
                    "Jurnal tetap utuh dan dapat diperiksa, tetapi tidak lagi menyebut orangnya.",
                ],
                warning: "Data yang dihapus tidak dapat dikembalikan oleh siapa pun.", button: "Ya, hapus data pribadi"
            ).render(in: frame, for: visit.visitor))
    }
}
