import Markup
import Rulebook

/// The links of an account that still work, and the forms to make new ones.
struct PersonLinks {
    let page: PersonPage
    let offer: PersonOffer

    func render() -> HTML? {
        let open = page.overview.links.filter { $0.link.state(at: offer.visitor.now) == .unused }
        guard !open.isEmpty || offer.mayReset || offer.mayInviteAgain else { return nil }
        return """
            <section class="sec stack" aria-labelledby="tautan-orang"><h2 id="tautan-orang">Tautan sekali pakai</h2>
            \(open.isEmpty ? nil : list(open))\(offer.mayInviteAgain ? invitation : nil)\(offer.mayReset ? reset : nil)</section>
            """
    }

    private func list(_ links: [LinkStore.Kept]) -> HTML {
        let rows = HTML.each(links) { kept in
            let withdrawal: HTML? =
                offer.mayWithdrawLinks
                ? """
                <form action="\(page.path(.withdrawLink).address)" method="post">\(FormPiece.key(offer.visitor))<input type="hidden" name="\(PersonField.link)" value="\(kept.id)">\
                <button class="btn second" type="submit">Tarik<span class="vh"> tautan \(kept.link.kind.name)</span></button></form>
                """ : nil
            return """
                <tr><th scope="row">\(kept.link.kind.name)</th><td data-l="Dibuat" class="text">\(Moment(kept.link.issuedAt).text)</td>\
                <td data-l="Berlaku sampai" class="text">\(Moment(kept.link.expiresAt).text)</td><td>\(withdrawal)</td></tr>
                """
        }
        return """
            <table class="fold"><caption>Belum dipakai dan masih berlaku</caption><thead><tr><th scope="col">Untuk</th><th scope="col">Dibuat</th>\
            <th scope="col">Berlaku sampai</th><th scope="col"><span class="vh">Tindakan</span></th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    private var invitation: HTML {
        """
        <form action="\(page.path(.invitation).address)" method="post">\(FormPiece.key(offer.visitor))
        <p>Undangan belum dipakai. Undangan baru membuat yang lama berhenti berlaku.</p>
        <p><button class="btn second" type="submit">Buat undangan baru</button></p></form>
        """
    }

    private var reset: HTML {
        let two = ResetRule.takesTwo(page.overview.grants, on: Identity.day(offer.visitor.now))
        let kinds: [OneTimeLink.Kind] = [.passwordReset, .secondFactorReset]
        let choices = HTML.each(kinds) { kind in
            """
            <div><label class="tick"><input type="radio" name="\(PersonField.kind)" value="\(kind.rawValue)"\(Attribute.flag("checked", if: kind == .passwordReset)) required>\(kind.name)</label></div>
            """
        }
        return """
            <form action="\(page.path(.link).address)" method="post">\(FormPiece.key(offer.visitor))
            <fieldset class="field" id="\(PersonField.kind)"><legend class="label">Tautan atur ulang</legend>
            <p class="hint">Untuk orang yang lupa kata sandi atau kehilangan ponselnya. Pastikan Anda berbicara dengan orangnya sendiri.\(two ? " Karena perannya, admin lain harus menyetujui lebih dahulu." : "")</p>\(choices)</fieldset>
            <p class="field"><button class="btn second" type="submit">\(two ? "Minta tautan" : "Buat tautan")</button></p></form>
            """
    }
}
