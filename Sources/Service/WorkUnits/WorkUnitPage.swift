import Markup
import Rulebook

/// One unit with the people who have roles in it.
struct WorkUnitPage {
    /// Somebody with a role in the unit.
    struct Holder: Sendable {
        let account: AccountID
        /// `nil` once the personal data was erased.
        let name: String?
        let grant: Grant
    }

    let agency: AgencyStore.Kept
    let unit: WorkUnitStore.Kept
    /// The unit it stands under.
    let parent: WorkUnitStore.Kept?
    /// The people with roles in it; `nil` for those who may not see them.
    let holders: [Holder]?
    /// The ways it went towards designations; `nil` for those who may not see them.
    let candidacies: [CandidacyStore.Kept]?
    /// What it was called and what became of it.
    var life = WorkUnitActions.Life()
    /// How the unit stands.
    var standings: HTML?
    var typed: FormFields?
    var refusal: Refusal?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let target = AccessTarget.unit(unit.id, of: agency.id)
        return frame.render(
            title: refusal == nil ? unit.name : "Salah: \(unit.name)", current: .agencies, for: visitor,
            main: """
                \(FormPiece.summary(refusal, title: "Perubahan belum disimpan"))
                \(Crumbs.render(above(visitor), here: unit.name))
                <h1 class="wrapany">\(unit.name)</h1>
                \(UnitParticulars(agency: agency, unit: unit, parent: parent, life: life).render(for: visitor))
                \(candidacies.flatMap { UnitStageSummary($0)?.render() })
                \(candidacies.map { UnitCandidaciesSection(agency: agency.id, unit: unit, candidacies: $0).render(for: visitor) })
                \(links(visitor))
                \(standings)
                \(visitor.may(.readDocument, on: target) ? documents : nil)
                \(people(visitor))
                \(unit.closedAt == nil && visitor.may(.editUnit, on: target) ? changeForm(visitor) : nil)
                \(unit.closedAt == nil && visitor.may(.closeUnit, on: target) ? closing : nil)
                """)
    }

    private func above(_ visitor: Visitor) -> [Crumbs.Step] {
        guard visitor.may(.listUnits, on: agency.id.target) else { return Crumbs.agency(agency) }
        return Crumbs.agency(agency) + [.init(name: "Unit kerja", path: .agencyAction(agency.id, .units))]
    }

    private func links(_ visitor: Visitor) -> HTML {
        let mayEdit = unit.closedAt == nil && visitor.may(.editUnit, on: .unit(unit.id, of: agency.id))
        let profile: HTML? =
            mayEdit ? "<li><a href=\"\(SitePath.unitAction(agency.id, unit.id, .profile).address)\">Isi data unit</a></li>" : nil
        let items = HTML.each(Designation.allCases) { designation in
            """
            <li><a href="\(SitePath.unitAction(agency.id, unit.id, .eligibility).address.query(EligibilityForm.Field.designation, designation.rawValue))">\
            Syarat pengajuan \(designation.acronym)</a></li>
            """
        }
        return "<ul class=\"list sec\">\(items)\(profile)</ul>"
    }

    private var documents: HTML {
        "<p class=\"sec\"><a href=\"\(SitePath.unitAction(agency.id, unit.id, .documents).address)\">Dokumen unit ini</a></p>"
    }

    private func people(_ visitor: Visitor) -> HTML? {
        guard let holders else { return nil }
        let rows = HTML.each(holders) { holder in
            """
            <tr><th scope="row" class="wrapany"><a href="\(SitePath.person(agency.id, holder.account).address)">\(holder.name ?? "Data pribadi dihapus")</a></th>\
            <td data-l="Peran" class="text">\(holder.grant.role.name)</td><td data-l="Masa" class="text">\(holder.grant.period)</td></tr>
            """
        }
        let table: HTML = """
            <table class="fold"><caption>Peran pada unit ini</caption><thead><tr><th scope="col">Nama</th><th scope="col">Peran</th><th scope="col">Masa</th></tr></thead><tbody>\(rows)</tbody></table>
            """
        return """
            <section class="sec" aria-labelledby="orang"><h2 id="orang">Orang di unit ini</h2>
            \(holders.isEmpty ? "<p class=\"note\">Belum ada orang yang berperan pada unit ini.</p>" : table)</section>
            """
    }

    private func changeForm(_ visitor: Visitor) -> HTML {
        """
        <section class="sec narrow" aria-labelledby="ubah"><h2 id="ubah">Ubah data unit</h2>
        <form action="\(SitePath.unitAction(agency.id, unit.id, .change).address)" method="post">\(FormPiece.key(visitor))
        \(WorkUnitFields(unit: unit, parent: parent, typed: typed, refusal: refusal).render())
        <p class="field"><button class="btn" type="submit">Simpan perubahan</button></p></form></section>
        """
    }

    private var closing: HTML {
        """
        <section class="sec narrow" aria-labelledby="tutup"><h2 id="tutup">Tutup atau gabungkan unit</h2>
        <p>Untuk unit yang dibubarkan, atau yang menjadi bagian dari unit lain. Halaman berikutnya menjelaskan akibatnya sebelum apa pun berubah.</p>
        <p class="row"><a class="btn second" href="\(SitePath.unitAction(agency.id, unit.id, .merge).address)">Gabungkan unit…</a>\
        <a class="btn second" href="\(SitePath.unitAction(agency.id, unit.id, .close).address)">Tutup unit…</a></p></section>
        """
    }
}
