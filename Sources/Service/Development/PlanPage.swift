import Markup
import Rulebook

/// The plan of a unit by area, with what each area is for.
struct PlanPage {
    let view: DevelopmentView

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let mayDraft = view.isOpen && visitor.may(.draftPlan, on: view.target)
        return frame.render(
            title: "Rencana aksi \(view.unit.name)", current: .agencies, for: visitor,
            main: """
                \(DevelopmentHead(view: view, current: .plan).render("Rencana aksi"))
                \(adoption(visitor))
                \(summary)
                \(mayDraft ? ways : nil)
                \(HTML.each(PlanArea.all(of: view.instrument)) { area($0, mayDraft) })
                """)
    }

    private func adoption(_ visitor: Visitor) -> HTML {
        let waiting = view.plan.waiting.count
        let state: HTML =
            if let adoption = view.plan.adoption {
                """
                <p>\(adoption.revision == 1 ? "Rencana" : "Revisi \(adoption.revision - 1)") ditetapkan \(view.name(adoption.by)) pada \(adoption.on.text).\
                \(waiting == 0 ? nil : " <strong>\(waiting) perubahan sesudahnya menunggu penetapan.</strong>")</p>
                """
            } else if view.plan.standing.isEmpty {
                "<p>Rencana belum berisi aksi.</p>"
            } else {
                "<p><strong>Rencana belum ditetapkan.</strong> Penetapan dilakukan pimpinan unit yang tidak ikut menyusunnya.</p>"
            }
        return """
            <section class="sec" aria-labelledby="penetapan"><h2 id="penetapan">Penetapan</h2><div class="stack">\(state)\(adopting(visitor))</div></section>
            """
    }

    private func adopting(_ visitor: Visitor) -> HTML? {
        guard view.isOpen, !view.plan.waiting.isEmpty, visitor.may(.adoptPlan, on: view.target), let account = visitor.identity?.account else { return nil }
        if view.plan.waiting.contains(where: { $0.by == account }) {
            return "<p class=\"note\">Anda ikut menyusun perubahan ini, jadi pimpinan unit lain yang menetapkannya.</p>"
        }
        return "<p><a class=\"btn\" href=\"\(view.path(.adopt).address)\">Tetapkan rencana…</a></p>"
    }

    private var summary: HTML {
        let standing = view.plan.standing
        let done = standing.count { !$0.state.isOpen }
        let late = view.plan.late(on: view.today).count
        let since: HTML =
            view.appointed.map { day in
                let months = CalendarSpan.wholeMonths(from: day, to: view.today)
                return "\(months) bulan penuh sejak \(day.text)"
            } ?? "dihitung sejak unit ditetapkan"
        return """
            <section class="sec" aria-labelledby="keadaan"><h2 id="keadaan">Keadaan pada \(view.today.text)</h2>
            <dl class="kv"><dt>Aksi</dt><dd>\(standing.count), selesai \(done)</dd><dt>Terlambat</dt><dd>\(late == 0 ? "tidak ada" : "\(late)")</dd>\
            <dt>Masa pembangunan</dt><dd>\(since)\(least)</dd></dl></section>
            """
    }

    private var least: HTML? {
        guard let months = view.ground.leastMonths, months > 0 else { return nil }
        let reached: HTML? = view.appointed.map { ", tercapai \(DevelopmentTime(since: $0).reached(months: months).text)" }
        return "; paling singkat \(months) bulan\(reached) <span class=\"small dim\">(\(view.ground.clause))</span>"
    }

    private var ways: HTML {
        """
        <p class="row noprint"><a class="btn" href="\(view.path(.newAction).address)">Tambah aksi</a>\
        <a class="btn second" href="\(view.path(.draft).address)">Ambil usulan dari lembar LKE</a></p>
        """
    }

    private func area(_ area: PlanArea, _ mayDraft: Bool) -> HTML {
        let actions = view.actions.filter { $0.action.content.area == area }
        let more: HTML? =
            mayDraft
            ? "<p class=\"noprint\"><a href=\"\(view.path(.newAction).address.query(PlanActionForm.Field.area, String(area.number)))\">Tambah aksi<span class=\"vh\"> pada \(area.name(in: view.instrument))</span></a></p>"
            : nil
        return """
            <section class="sec" aria-labelledby="area-\(area.number)"><h2 id="area-\(area.number)">\(area.name(in: view.instrument))</h2><div class="stack">\
            \(guidance(area))\(actions.isEmpty ? "<p class=\"dim\">Belum ada aksi.</p>" : table(actions, area))\(more)</div></section>
            """
    }

    private func guidance(_ area: PlanArea) -> HTML? {
        guard let guide = view.ground.guidance(for: area) else { return nil }
        func list(_ title: HTML, _ lines: [String]) -> HTML? {
            lines.isEmpty ? nil : "<h3>\(title)</h3><ul class=\"list\">\(HTML.each(lines) { "<li>\($0)</li>" })</ul>"
        }
        return """
            <details class="noprint"><summary>Tujuan dan ukuran area ini</summary><div class="stack"><p>\(guide.aim)</p>\(list("Target", guide.targets))\
            \(list("Ukuran", guide.indicators))<p class="small dim">\(guide.clause)</p></div></details>
            """
    }

    private func table(_ actions: [DevelopmentStore.KeptAction], _ area: PlanArea) -> HTML {
        let rows = HTML.each(actions) { kept in
            let (action, content) = (kept.action, kept.action.content)
            let path = SitePath.plannedAction(view.agency.id, view.candidacy.id, action.id, .see)
            return """
                <tr><th scope="row" class="wrapany"><a href="\(path.address)">\(content.target)</a> <span class="mono dim">\(content.items.map(\.text).joined(separator: ", "))</span></th>\
                <td data-l="Penanggung jawab" class="text">\(view.name(content.person))</td><td data-l="Tenggat">\(content.due.text)</td>\
                <td data-l="Kemajuan">\(ActionMark.progress(action.state))</td><td class="flag">\(ActionMark.label(action, on: view.today))</td></tr>
                """
        }
        return """
            <table class="fold"><caption>Aksi menurut hari mulai</caption><thead><tr><th scope="col">Target dan butir LKE</th><th scope="col">Penanggung jawab</th>\
            <th scope="col">Tenggat</th><th scope="col">Kemajuan</th><th scope="col">Keadaan</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }
}
