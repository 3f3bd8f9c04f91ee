import Markup
import Rulebook

/// The form with which a member of the team declares their own interests.
struct InterestSection {
    let view: AssessmentActions.View
    let typed: FormFields?
    let refusal: Refusal?

    func render(for visitor: Visitor) -> HTML? {
        guard view.found.assessment.state != .closed, let account = visitor.identity?.account,
            let member = view.found.assessment.team.members.first(where: { $0.account == account }),
            visitor.may(.declareInterests, on: view.target)
        else { return nil }
        return """
            <section class="sec narrow" aria-labelledby="benturan"><h2 id="benturan">Pernyataan benturan kepentingan Anda</h2>
            <p>\(said(member))</p>
            <form action="\(SitePath.assessmentAction(view.agency.id, view.candidacy.id, .interests).address)" method="post">\(FormPiece.key(visitor))
            <fieldset class="field\(problem == nil ? "" : " bad")" id="\(InterestForm.Field.interest)"><legend class="label">Tentang \(view.unit.name)</legend>\(problem.map { "<p class=\"err\">\($0)</p>" as HTML })\
            <div class="stack">\(HTML.each(InterestForm.Interest.allCases, radio))</div></fieldset>
            \(FormPiece.render(
                .init(
                    name: InterestForm.Field.others, label: "Kode unit lain tempat Anda berkepentingan",
                    hint: "Pisahkan dengan koma. Pernyataan ini berlaku juga bila Anda ditempatkan di tim unit itu.", isRequired: false),
                value: typed?.text(InterestForm.Field.others) ?? "", refusal: refusal))
            <p class="field"><button class="btn" type="submit">Simpan pernyataan</button></p></form></section>
            """
    }

    private var problem: String? { refusal?.findings.first { $0.location == InterestForm.Field.interest }?.message }

    private func said(_ member: AssessmentTeam.Member) -> HTML {
        guard let declaration = member.declaration else { return "Anda belum menyatakannya. Penilaian baru dapat dibuka setelah semua anggota menyatakan." }
        let what: HTML = declaration.interests.contains(view.unit.id) ? "berkepentingan" : "tidak berkepentingan"
        return "Pada \(declaration.day.journalText) Anda menyatakan \(what) pada unit ini. Pernyataan baru menggantikannya; yang lama tetap tercatat."
    }

    private func radio(_ interest: InterestForm.Interest) -> HTML {
        "<label class=\"tick\"><input type=\"radio\" name=\"\(InterestForm.Field.interest)\" value=\"\(interest.rawValue)\"\(Attribute.flag("checked", if: typed?.text(InterestForm.Field.interest) == interest.rawValue))> \(interest.name)</label>"
    }
}
