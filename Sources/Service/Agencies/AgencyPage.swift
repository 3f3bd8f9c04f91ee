import Markup
import Rulebook

/// One agency: what it is called, and what the person may see and do there.
struct AgencyPage {
    let agency: AgencyStore.Kept
    /// The roles for which the nation requires a second factor.
    let nationwide: Set<Role>
    /// The units in which the person has a role, for those who may not see the list of all.
    let ownUnits: [WorkUnitStore.Kept]
    /// How the agency stands; `nil` for the nation.
    var standings: HTML?
    var typed: FormFields?
    var refusal: Refusal?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: refusal == nil ? agency.name : "Salah: \(agency.name)", current: .agencies, for: visitor,
            main: """
                \(FormPiece.summary(refusal, title: "Perubahan belum disimpan"))
                \(Crumbs.render([.init(name: "Instansi", path: .agencies)], here: title))
                <h1 class="wrapany">\(title)</h1>
                \(isNation ? nil : particulars)
                \(links(visitor))
                \(standings)
                \(visitor.may(.requireSecondFactor, on: agency.id.target) ? ruleForm(visitor) : rule)
                \(visitor.may(.editAgency, on: agency.id.target) ? changeForm(visitor) : nil)
                """)
    }

    private var isNation: Bool { agency.id == .nation }

    private var title: String { isNation ? "Tingkat nasional" : agency.name }

    private var particulars: HTML {
        let zone = IndonesianZone.allCases.first { $0.offsetMinutes == agency.offsetMinutes }
        return """
            <dl class="kv sec"><dt>Kode</dt><dd class="mono">\(agency.code)</dd><dt>Jenis</dt><dd>\(agency.kind?.name ?? "Belum diketahui")</dd><dt>Zona waktu</dt><dd>\(zone?.rawValue.uppercased() ?? "lain")</dd></dl>
            """
    }

    private func links(_ visitor: Visitor) -> HTML {
        let target = agency.id.target
        var items: [HTML] = []
        if visitor.may(.listUnits, on: target) {
            items.append("<li><a href=\"\(SitePath.agencyAction(agency.id, .units).address)\">Unit kerja</a></li>")
        } else {
            items += ownUnits.map { "<li class=\"wrapany\"><a href=\"\(SitePath.unit(agency.id, $0.id).address)\">\($0.name)</a></li>" }
        }
        // The assessment by TPI
        if !isNation, visitor.may(.seeMatrix, on: target) {
            items.append("<li><a href=\"\(SitePath.agencyAction(agency.id, .matrix).address)\">Matriks instansi</a></li>")
        }
        if !isNation, visitor.may(.listCandidacies, on: target) {
            let overview = SitePath.agencyAction(agency.id, .overview).address
            items.append("<li><a href=\"\(overview)\">Ikhtisar: tahap, tenggat, dan yang perlu ditindaklanjuti</a></li>")
            items.append("<li><a href=\"\(SitePath.candidacies(agency.id, nil).address)\">Pencalonan menurut tahap</a></li>")
        }
        if !isNation, visitor.may(.seeSelection, on: target) {
            items.append("<li><a href=\"\(SitePath.comparison(agency.id).address)\">Pemilihan unit</a></li>")
        }
        if visitor.may(.announceProgramme, on: .nation) {
            items.append("<li><a href=\"\(SitePath.announcements(agency.id).address)\">\(isNation ? "Tenggat yang diumumkan" : "Gugurnya usulan")</a></li>")
        }
        if isNation, visitor.may(.seeNationalOverview, on: target) {
            items.append("<li><a href=\"\(SitePath.agencyAction(.nation, .overview).address)\">Ikhtisar nasional</a></li>")
        }
        if visitor.may(.readDocument, on: target) {
            items.append("<li><a href=\"\(SitePath.agencyAction(agency.id, .documents).address)\">Dokumen</a></li>")
        }
        if visitor.may(.listAccounts, on: target) {
            items.append("<li><a href=\"\(SitePath.agencyAction(agency.id, .people).address)\">Orang dan perannya</a></li>")
        }
        // The nation brings in agencies, an agency its units and people.
        if isNation ? visitor.may(.createAgency, on: target) : visitor.may(.createUnit, on: target) || visitor.may(.inviteAccount, on: target) {
            items.append("<li><a href=\"\(SitePath.agencyAction(agency.id, .importing).address)\">Impor dari berkas</a></li>")
        }
        if visitor.may(.readJournal, on: target) {
            items.append("<li><a href=\"\(SitePath.agencyAction(agency.id, .journal).address)\">Jurnal</a></li>")
        }
        let list: HTML = items.isEmpty ? "<p>Peran Anda belum membuka bagian lain di sini.</p>" : "<ul class=\"list\">\(items)</ul>"
        return """
            <section class="sec" aria-labelledby="isi-instansi"><h2 id="isi-instansi">Yang dapat Anda buka</h2>
            \(list)</section>
            """
    }

    /// The roles that need a second factor whatever is ticked here.
    private var settled: Set<Role> { SecondFactorRequirement.always.union(isNation ? [] : nationwide) }

    private func names(_ roles: Set<Role>) -> String {
        Role.allCases.filter(roles.contains).map(\.name).joined(separator: ", ")
    }

    private var rule: HTML {
        """
        <section class="sec" aria-labelledby="wajib"><h2 id="wajib">Faktor kedua</h2>
        <p>Wajib untuk: \(names(settled.union(agency.secondFactorRoles))).</p></section>
        """
    }

    private func ruleForm(_ visitor: Visitor) -> HTML {
        let offered = SecondFactorRuleForm.offered(in: agency.id).filter { !settled.contains($0) }
        let boxes = HTML.each(offered) { role in
            """
            <div><label class="tick"><input type="checkbox" name="\(SecondFactorRuleForm.Field.role)" value="\(role.rawValue)"\
            \(Attribute.flag("checked", if: agency.secondFactorRoles.contains(role)))>\(role.name)</label></div>
            """
        }
        return """
            <section class="sec narrow" aria-labelledby="wajib"><h2 id="wajib">Faktor kedua</h2>
            <p>Selalu wajib untuk: \(names(settled)). Yang dicentang di bawah wajib pula. Orang yang belum memasangnya diminta memasang saat masuk berikutnya.</p>
            <form action="\(SitePath.agencyAction(agency.id, .secondFactorRule).address)" method="post">\(FormPiece.key(visitor))
            <fieldset class="field" id="\(SecondFactorRuleForm.Field.role)"><legend class="label">Wajib juga untuk</legend>\(boxes)</fieldset>
            <p class="field"><button class="btn second" type="submit">Simpan aturan</button></p></form></section>
            """
    }

    private func changeForm(_ visitor: Visitor) -> HTML {
        """
        <section class="sec narrow" aria-labelledby="ubah"><h2 id="ubah">Ubah data instansi</h2>
        <form action="\(SitePath.agencyAction(agency.id, .change).address)" method="post">\(FormPiece.key(visitor))
        \(AgencyFields(agency: agency, typed: typed, refusal: refusal).render())
        <p class="field"><button class="btn" type="submit">Simpan perubahan</button></p></form></section>
        """
    }
}
