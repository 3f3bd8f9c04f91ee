import Markup
import Rulebook

/// Where an employee reads the pact and signs it in their own name.
struct PactPage {
    let place: CandidacyPlace
    /// The person's entry on the roll; `nil` for somebody who is not on it.
    let entry: PactStore.Listed?
    var refusal: Refusal?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let title = "Pakta integritas"
        return frame.render(
            title: refusal == nil ? title : "Salah: \(title)", current: .agencies, for: visitor,
            main: """
                \(FormPiece.summary(refusal, title: "Pakta belum ditandatangani"))
                <div class="narrow">\(Crumbs.render(
                    place.crumbs(visitor) + [.init(name: "Pencanangan", path: .declaration(place.agency.id, place.candidacy.id))], here: title))
                <p class="eyebrow wrapany">\(place.unit.name), \(place.aim)</p>
                <h1>\(title)</h1>
                <section class="sec stack" aria-label="Naskah pakta">\(PactText.render(place))</section>
                \(signing(visitor))</div>
                """)
    }

    private func signing(_ visitor: Visitor) -> HTML {
        guard let entry else {
            return "<p class=\"note risk\">\(PactRefusal.notOnRoll.refusal(at: "").findings.first?.message ?? "")</p>"
        }
        if let signature = entry.signature {
            return "<p class=\"note met\">Ditandatangani oleh \(entry.employee.label) pada \(signature.day.journalText).</p>"
        }
        let name = PactForm.Field.affirmed
        let problem: HTML? = refusal?.findings.first { $0.location == name }.map { "<p class=\"err\" id=\"\(name)-e\">\($0.message)</p>" }
        return """
            <section class="sec stack" aria-labelledby="tanda"><h2 id="tanda">Tanda tangan</h2>
            <form action="\(SitePath.declarationAction(place.agency.id, place.candidacy.id, .sign).address)" method="post">\(FormPiece.key(visitor))
            <div class="field\(problem == nil ? "" : " bad")">\(problem)<label class="tick"><input type="checkbox" id="\(name)" name="\(name)" value="ya"\
            \(Attribute("aria-describedby", problem == nil ? nil : "\(name)-e"))\(Attribute("aria-invalid", problem == nil ? nil : "true")) required>\
            Saya, \(entry.employee.label), sudah membaca naskah ini dan menandatanganinya.</label></div>
            <p class="note">Tanda tangan ini dicatat di jurnal bersama nama akun dan harinya. Anda tidak dapat menariknya sendiri.</p>
            <p class="field"><button class="btn" type="submit">Tandatangani pakta integritas</button></p></form></section>
            """
    }
}
