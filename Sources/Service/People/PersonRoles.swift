import Markup
import Rulebook

/// The roles of an account, and the form to give one.
struct PersonRoles {
    let page: PersonPage
    let offer: PersonOffer

    private var today: Day { Identity.day(offer.visitor.now) }

    func render() -> HTML {
        let rows = HTML.each(page.overview.grants, row)
        let table: HTML = """
            <table class="fold"><caption>Peran yang diberikan dan belum dicabut</caption><thead><tr><th scope="col">Peran</th><th scope="col">Untuk</th>\
            <th scope="col">Masa</th><th scope="col">Keadaan</th><th scope="col"><span class="vh">Tindakan</span></th></tr></thead><tbody>\(rows)</tbody></table>
            """
        return """
            <section class="sec" aria-labelledby="peran-orang"><h2 id="peran-orang">Peran</h2>
            \(page.overview.grants.isEmpty ? "<p class=\"note\">Orang ini belum mempunyai peran.</p>" : table)</section>
            \(form)
            """
    }

    private func row(_ grant: Grant) -> HTML {
        let scope = page.names.scope(grant.scope, on: page.agency.id)
        let revoking: HTML? =
            offer.mayRevoke(grant)
            ? """
            <a href="\(page.path(.revoke).address.query(PersonField.grant, grant.id.text))">Cabut…<span class="vh"> peran \(grant.role.name) untuk \(scope)</span></a>
            """ : nil
        return """
            <tr><th scope="row">\(grant.role.name)</th><td data-l="Untuk" class="text wrapany">\(scope)</td><td data-l="Masa" class="text">\(grant.period)</td>\
            <td data-l="Keadaan">\(grant.standing(on: today))</td><td>\(revoking)</td></tr>
            """
    }

    private var form: HTML? {
        let roles = offer.roles(in: page.agency.id)
        if roles.isEmpty { return nil }
        let typed = page.typed
        let unit: HTML? =
            roles.contains { $0.scopeKinds.contains(.unit) }
            ? FormPiece.choice(
                .init(
                    name: GrantForm.Field.unit, label: "Unit kerja",
                    hint: "Untuk peran unit, pilih unitnya. Untuk peran TPI, pilih unit atau seluruh instansi. Untuk peran lain, biarkan.",
                    isRequired: false),
                options: [("", "Seluruh instansi")] + page.units.map { ($0.id.text, "\($0.name) (\($0.code))") },
                chosen: typed?.text(GrantForm.Field.unit) ?? "", refusal: page.refusal) : nil
        return """
            <section class="sec narrow" aria-labelledby="beri"><h2 id="beri">Beri peran</h2>
            <form action="\(page.path(.grant).address)" method="post">\(FormPiece.key(offer.visitor))
            \(FormPiece.choice(
                .init(name: GrantForm.Field.role, label: "Peran"), options: [("", "Pilih peran")] + roles.map { ($0.rawValue, $0.name) },
                chosen: typed?.text(GrantForm.Field.role) ?? "", refusal: page.refusal))
            \(offer.mayGrantElsewhere ? agency : nil)\(unit)
            \(FormPiece.render(
                .init(name: GrantForm.Field.from, label: "Hari pertama", type: .date),
                value: typed?.text(GrantForm.Field.from) ?? today.description, refusal: page.refusal))
            \(FormPiece.render(
                .init(name: GrantForm.Field.until, label: "Hari terakhir", hint: "Kosongkan bila tanpa batas waktu.", type: .date, isRequired: false),
                value: typed?.text(GrantForm.Field.until) ?? "", refusal: page.refusal))
            <p class="field"><button class="btn" type="submit">Beri peran</button></p></form></section>
            """
    }

    private var agency: HTML {
        FormPiece.render(
            .init(
                name: GrantForm.Field.agency, label: "Kode instansi lain",
                hint: "Kosongkan untuk \(page.agency.name). Isi bila peran berlaku di tempat lain: kode instansinya, atau NASIONAL untuk tingkat nasional.",
                autocomplete: "off", isRequired: false),
            value: String((page.typed?.text(GrantForm.Field.agency) ?? "").prefix(100)), refusal: page.refusal)
    }
}

/// What the forms on the page of an account are called by, beside those of ``GrantForm``.
enum PersonField {
    static let grant = "pemberian"
    static let kind = "jenis"
    static let request = "permintaan"
    static let link = "tautan"
}
