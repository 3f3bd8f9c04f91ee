import Markup
import Rulebook

/// What waits for a second person: what is asked, by whom, when, and the buttons for those who may decide.
struct PersonRequests {
    let page: PersonPage
    let offer: PersonOffer

    func render() -> HTML? {
        let waiting = page.overview.waiting(at: offer.visitor.now)
        if waiting.isEmpty { return nil }
        return """
            <section class="sec" aria-labelledby="menunggu"><h2 id="menunggu">Menunggu orang kedua</h2>
            <ul class="checks">\(HTML.each(waiting, item))</ul></section>
            """
    }

    private func item(_ kept: ApprovalStore.Kept) -> HTML {
        let ends = kept.requestedAt.adding(seconds: ResetRule.waits)
        let asked = description(of: kept.deed)
        let approve: HTML? = offer.mayApprove(kept) ? form(.approve, kept, "btn", "Setujui", asked) : nil
        let isOwn = kept.requestedBy == offer.visitor.identity?.account
        let decline: HTML? = offer.mayDecline(kept) ? form(.decline, kept, "btn second", isOwn ? "Batalkan" : "Tolak", asked) : nil
        return """
            <li><strong class="wrapany">\(asked)</strong>\
            <span class="small dim">Diminta \(page.names.person(kept.requestedBy)), \(Moment(kept.requestedAt).text). Berlaku sampai \(Moment(ends).text).</span>\
            \(approve == nil && decline == nil ? nil : "<div class=\"row\">\(approve)\(decline)</div>")</li>
            """
    }

    private func form(_ action: PersonAction, _ kept: ApprovalStore.Kept, _ style: HTML, _ button: String, _ asked: String) -> HTML {
        """
        <form action="\(page.path(action).address)" method="post">\(FormPiece.key(offer.visitor))<input type="hidden" name="\(PersonField.request)" value="\(kept.id)">\
        <button class="\(style)" type="submit">\(button)<span class="vh">: \(asked)</span></button></form>
        """
    }

    /// What is asked, in one sentence without a full stop.
    private func description(of deed: Deed) -> String {
        switch deed {
        case .grant(let grant):
            return "Memberi peran \(grant.role.name) untuk \(scope(grant)), \(grant.period)"
        case .revoke(let id):
            guard let grant = page.overview.grants.first(where: { $0.id == id }) else { return "Mencabut peran" }
            return "Mencabut peran \(grant.role.name) untuk \(scope(grant))"
        case .reset(let kind): return "Membuat tautan: \(kind.name)"
        case .close: return "Menutup akun"
        }
    }

    private func scope(_ grant: Grant) -> String { page.names.scope(grant.scope, on: page.agency.id) }
}
