import Markup
import Rulebook

/// The working group of a year with its decree and members, and the forms that keep it.
struct WorkingGroupSection {
    let overview: WorkingGroupActions.Overview
    let typed: FormFields?
    let refusal: Refusal?

    private var agency: AgencyID { overview.agency.id }

    func render(for visitor: Visitor) -> HTML {
        let may = visitor.may(.keepSelection, on: agency.target)
        return """
            <section class="sec stack" aria-labelledby="kelompok"><h2 id="kelompok">Kelompok kerja</h2>
            \(overview.group.map { kept($0, may: may, visitor) } ?? "<p class=\"note\">Kelompok kerja tahun ini belum dicatat.</p>")</section>
            \(may ? forms(visitor) : nil)
            """
    }

    private func kept(_ group: WorkingGroupStore.Kept, may: Bool, _ visitor: Visitor) -> HTML {
        let gaps = group.group.gaps(on: overview.day)
        let list: HTML? = gaps.isEmpty ? nil : "<ul class=\"list\">\(HTML.each(gaps) { "<li>\($0.message)</li>" })</ul>"
        let rows = HTML.each(group.members) { member in
            let out: HTML? =
                may
                ? "<td><form action=\"\(SitePath.workingGroupAction(agency, .removeMember).address)\" method=\"post\">\(FormPiece.key(visitor))\(year)<input type=\"hidden\" name=\"\(WorkingGroupForm.Field.member)\" value=\"\(member.id)\"><button class=\"btn second\" type=\"submit\">Keluarkan<span class=\"vh\"> \(member.name ?? JournalNames.erased)</span></button></form></td>"
                : nil
            return """
                <tr><th scope="row" class="wrapany">\(member.name ?? "Data pribadi dihapus")</th><td data-l="NIP"><span class="mono">\(member.nip ?? "–")</span></td>\
                <td data-l="Kedudukan">\(member.part.name)</td>\(out)</tr>
                """
        }
        let head: HTML? = may ? "<th scope=\"col\"><span class=\"vh\">Tindakan</span></th>" : nil
        let table: HTML = """
            <table class="fold"><caption>Anggota</caption><thead><tr><th scope="col">Nama</th><th scope="col">NIP</th><th scope="col">Kedudukan</th>\(head)</tr></thead><tbody>\(rows)</tbody></table>
            """
        return """
            <dl class="kv"><dt>Keputusan</dt><dd class="wrapany">\(group.decree)</dd><dt>Hari keputusan</dt><dd>\(group.decreedOn.journalText)</dd></dl>
            \(list)\(group.members.isEmpty ? nil : table)
            """
    }

    private var year: HTML { "<input type=\"hidden\" name=\"\(WorkingGroupForm.Field.year)\" value=\"\(overview.year)\">" }

    private func forms(_ visitor: Visitor) -> HTML {
        let members: HTML? =
            overview.group == nil
            ? nil
            : """
            <section class="sec narrow" aria-labelledby="anggota-baru"><h2 id="anggota-baru">Tambah anggota</h2>
            <form action="\(SitePath.workingGroupAction(agency, .addMember).address)" method="post">\(FormPiece.key(visitor))\(year)
            \(FormPiece.render(.init(name: WorkingGroupForm.Field.name, label: "Nama lengkap", hint: "Boleh dengan gelar.", autocomplete: "off"), value: value(WorkingGroupForm.Field.name), refusal: refusal))
            \(FormPiece.render(.init(name: WorkingGroupForm.Field.nip, label: "NIP", hint: "18 angka. Kosongkan bagi yang tidak mempunyai NIP.", type: .code, autocomplete: "off", isRequired: false), value: value(WorkingGroupForm.Field.nip), refusal: refusal))
            \(FormPiece.choice(.init(name: WorkingGroupForm.Field.part, label: "Kedudukan"), options: WorkingGroup.Part.allCases.map { ($0.rawValue, $0.name) }, chosen: value(WorkingGroupForm.Field.part, WorkingGroup.Part.member.rawValue), refusal: refusal))
            <p class="field"><button class="btn second" type="submit">Tambahkan</button></p></form></section>
            """
        return """
            <section class="sec narrow" aria-labelledby="keputusan"><h2 id="keputusan">\(overview.group == nil ? "Catat keputusan" : "Ubah keputusan")</h2>
            <form action="\(SitePath.workingGroupAction(agency, .decree).address)" method="post">\(FormPiece.key(visitor))\(year)
            \(FormPiece.render(.init(name: WorkingGroupForm.Field.decree, label: "Nomor keputusan", hint: "Keputusan pimpinan instansi yang membentuk kelompok kerja."), value: value(WorkingGroupForm.Field.decree, overview.group?.decree), refusal: refusal))
            \(FormPiece.render(.init(name: WorkingGroupForm.Field.day, label: "Hari keputusan", type: .date), value: value(WorkingGroupForm.Field.day, overview.group?.decreedOn.description), refusal: refusal))
            <p class="field"><button class="btn second" type="submit">Simpan keputusan</button></p></form></section>\(members)
            """
    }

    private func value(_ field: String, _ kept: String? = nil) -> String { typed?.text(field) ?? kept ?? "" }
}
