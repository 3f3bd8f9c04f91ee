import Markup
import Rulebook

/// Who assesses, by which decree, and who of them is not free to.
struct TeamSection {
    let view: AssessmentActions.View
    let typed: FormFields?
    let refusal: Refusal?

    private var team: AssessmentTeam { view.found.assessment.team }

    func render(for visitor: Visitor) -> HTML {
        """
        <section class="sec" aria-labelledby="tim"><h2 id="tim">Tim</h2>
        <dl class="kv"><dt>Surat keputusan</dt><dd>\(team.decree.map { "\($0.number), \($0.day.journalText)" as HTML } ?? "belum dicatat")</dd></dl>
        \(table)\(obstacles)\(form(visitor))</section>
        """
    }

    private var table: HTML {
        guard !team.members.isEmpty else { return "<p class=\"note\">Belum ada orang di tim ini.</p>" }
        let rows = HTML.each(team.members) { member in
            let own = team.obstacles(of: member, under: view.found.rule, on: view.day)
            let mark: StateMark = own.isEmpty ? .met : .unmet
            let word: HTML = own.isEmpty ? "bebas" : own.contains(where: \.isConflict) ? "tidak boleh menilai" : "belum siap"
            let declared: HTML = member.declaration.map { "\($0.day.journalText)" } ?? "belum"
            return """
                <tr><th scope="row" class="wrapany">\(view.name(member.account))</th><td data-l="Kursi">\(member.seat.name)</td>\
                <td data-l="Menyatakan">\(declared)</td><td data-l="Keadaan"><span class="st \(mark.style)">\(mark.mark)\(word)</span></td></tr>
                """
        }
        return """
            <table class="fold"><caption>Anggota dan pernyataan benturan kepentingannya</caption><thead><tr><th scope="col">Nama</th><th scope="col">Kursi</th><th scope="col">Menyatakan</th><th scope="col">Keadaan</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    private var obstacles: HTML? {
        guard !view.obstacles.isEmpty, view.found.assessment.state != .closed else { return nil }
        let items = HTML.each(view.obstacles) { "<li>\($0.finding(view.name, \.journalText).message)</li>" }
        return "<h3>Yang menghalangi penilaian</h3><ul class=\"list\">\(items)</ul>"
    }

    private func form(_ visitor: Visitor) -> HTML? {
        guard view.found.assessment.state == .forming, visitor.may(.formAssessmentTeam, on: view.target) else { return nil }
        let seats = HTML.each(view.candidates) { candidate in
            let field = TeamForm.Field.seat(of: candidate.account)
            let kept = team.members.first { $0.account == candidate.account }?.seat.rawValue
            return FormPiece.choice(
                .init(name: field, label: view.name(candidate.account)),
                options: [("", "Tidak di tim ini")] + candidate.seats.map { ($0.rawValue, $0.name) },
                chosen: typed?.text(field) ?? kept ?? "", refusal: refusal)
        }
        return """
            <details\(Attribute.flag("open", if: team.members.isEmpty || isRefused))><summary>Susun tim</summary>
            <form class="narrow" action="\(SitePath.assessmentAction(view.agency.id, view.candidacy.id, .team).address)" method="post">\(FormPiece.key(visitor))
            \(FormPiece.render(
                .init(name: TeamForm.Field.number, label: "Nomor surat keputusan", isRequired: false),
                value: typed?.text(TeamForm.Field.number) ?? team.decree?.number ?? "", refusal: refusal))
            \(FormPiece.render(
                .init(name: TeamForm.Field.day, label: "Tanggal surat keputusan", type: .date, isRequired: false),
                value: typed?.text(TeamForm.Field.day) ?? team.decree?.day.description ?? "", refusal: refusal))
            <fieldset class="field"><legend class="label">Kursi</legend>
            <p class="hint">Yang dapat dipilih: orang yang hari ini berperan TPI untuk unit ini.</p>\(seats)</fieldset>
            <p class="field"><button class="btn" type="submit">Simpan tim</button></p></form></details>
            """
    }

    private var isRefused: Bool {
        refusal?.findings.contains { [TeamForm.Field.number, TeamForm.Field.day].contains($0.location) || $0.location.hasPrefix(TeamForm.Field.seat) } ?? false
    }
}
