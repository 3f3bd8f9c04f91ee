import Documents
import ExactMath
import Markup
import Rulebook

/// The sheets of each party by version, with small score bars, and where new ones are brought in.
struct SheetsSection {
    let view: AssessmentActions.View
    let refusal: Refusal?

    private var figures: Figures { Figures(places: view.instrument.policies.decimals) }

    func render(for visitor: Visitor) -> HTML {
        """
        <section class="sec" aria-labelledby="lembar"><h2 id="lembar">Lembar kerja evaluasi</h2>
        <p>Versi lama tidak dihapus. Yang dihitung ialah versi terakhir; dari unit, versi terakhir yang diserahkan oleh pimpinannya.</p>
        \(HTML.each(SheetParty.allCases) { party($0, visitor) })\(comparison)</section>
        """
    }

    private func party(_ party: SheetParty, _ visitor: Visitor) -> HTML {
        let versions = view.versions.filter { $0.party == party }
        let list: HTML = versions.isEmpty ? "<p class=\"dim\">Belum ada lembar.</p>" : table(versions, party, visitor)
        return "<h3 id=\"lembar-\(party.rawValue)\">LKE \(party.name)</h3>\(list)\(upload(party, visitor))"
    }

    private func table(_ versions: [SheetStore.Kept], _ party: SheetParty, _ visitor: Visitor) -> HTML {
        let rows = HTML.each(versions) { sheet in
            let path = SitePath.sheet(view.agency.id, view.candidacy.id, party, sheet.version).address
            return """
                <tr><th scope="row"><a href="\(path)">Versi \(sheet.version)<span class="vh"> LKE \(party.name)</span></a>\(state(sheet, visitor))</th>\
                <td class="text">\(bar(sheet.record))</td><td class="num" data-l="Nilai">\(figures.plain(sheet.record.floor))</td>\
                <td class="num" data-l="Kosong">\(sheet.record.unanswered)</td><td data-l="Diunggah" class="text small">\(Moment(sheet.at).text)<br><span class="dim wrapany">\(view.name(sheet.by))</span></td></tr>
                """
        }
        return """
            <table class="fold"><caption class="vh">Versi LKE \(party.name)</caption><thead><tr><th scope="col">Versi</th><th scope="col">Mistar</th><th scope="col" class="num">Nilai</th><th scope="col" class="num">Kosong</th><th scope="col">Diunggah</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    private func state(_ sheet: SheetStore.Kept, _ visitor: Visitor) -> HTML? {
        if view.found.sheets[sheet.party]?.version == sheet.version { return " <span class=\"st met\">\(StateMark.met.mark)dihitung</span>" }
        if sheet.handedIn != nil { return " <span class=\"st\">diserahkan</span>" }
        guard sheet.party == .unit, sheet.round == view.found.round, view.found.assessment.state != .closed,
            sheet.version == view.versions.first(where: { $0.party == .unit })?.version
        else { return nil }
        guard visitor.may(.handInUnitSheet, on: view.target) else { return " <span class=\"st\">belum diserahkan</span>" }
        let path = SitePath.sheetAction(view.agency.id, view.candidacy.id, .unit, sheet.version, .handIn).address
        return " <a class=\"btn second\" href=\"\(path)\">Serahkan…<span class=\"vh\"> versi \(sheet.version)</span></a>"
    }

    /// Black is certain, hatched still open; the line is the minimum of the total.
    private func bar(_ record: SheetRecord) -> HTML {
        let hundred = Ratio(100)
        let floor = figures.width(record.floor, of: hundred)
        let open = figures.width((try? record.ceiling - record.floor) ?? .zero, of: hundred)
        let minimum = ScoreColumn.columns(of: view.instrument, for: record.designation).first?.condition?.minimum
        let line: HTML? = minimum.map { minimum in
            let x = figures.width(minimum, of: hundred)
            return
                "<line class=\"g-halo\" x1=\"\(x)\" x2=\"\(x)\" y1=\"3\" y2=\"13\"/><line class=\"g-min\" x1=\"\(x)\" x2=\"\(x)\" y1=\"0\" y2=\"16\"/>"
        }
        let end: HTML? = minimum.map { ", minimum \(figures.plain($0))" }
        return
            "<svg class=\"sb-s\" width=\"100%\" height=\"16\" role=\"img\" aria-label=\"\(figures.plain(record.floor)) dari 100\(end)\"><rect class=\"g-track\" y=\"3\" width=\"100%\" height=\"10\"/><rect class=\"g-sure\" y=\"3\" width=\"\(floor)\" height=\"10\"/>\(ScoreBar.hatched(from: floor, wide: open, y: 3, height: 10))\(line)</svg>"
    }

    private func upload(_ party: SheetParty, _ visitor: Visitor) -> HTML? {
        guard canUpload(party), visitor.may(AssessmentActions.capability(for: party), on: view.target) else { return nil }
        return SheetUpload(agency: view.agency.id, candidacy: view.candidacy.id, party: party, instrument: view.instrument, error: nil)
            .render(for: visitor)
    }

    private func canUpload(_ party: SheetParty) -> Bool {
        switch party {
        case .unit: view.found.assessment.state != .closed
        case .internalTeam: view.found.assessment.state == .open
        case .nationalTeam: view.candidacy.state.takesNationalSheet
        }
    }

    private var comparison: HTML? {
        guard view.found.sheets.count > 1 else { return nil }
        return """
            <p><a class="btn second" href="\(SitePath.assessmentAction(view.agency.id, view.candidacy.id, .comparison).address)">Bandingkan lembar</a></p>
            """
    }
}

/// The form that sends a sheet.
struct SheetUpload {
    let agency: AgencyID
    let candidacy: CandidacyID
    let party: SheetParty
    let instrument: Instrument
    let error: String?

    func render(for visitor: Visitor) -> HTML {
        let id = "\(SheetForm.Field.file)-\(party.rawValue)"
        let message: HTML? = error.map { "<p class=\"err\" id=\"\(id)-e\">\($0)</p>" }
        return """
            <form action="\(SitePath.sheets(agency, candidacy, party).address)" method="post" enctype="multipart/form-data" class="stack narrow">\(FormPiece.key(visitor))
            <div class="field\(error == nil ? "" : " bad")"><label class="label" for="\(id)">Unggah LKE \(party.name)</label>
            <p class="hint" id="\(id)-h">Excel (.xlsx), CSV, atau JSON dengan butir \(instrument.regulation.number), paling besar \(SheetFile.largestFile >> 20) MB.</p>\(message)
            <div class="drop"><input type="file" id="\(id)" name="\(SheetForm.Field.file)" accept=".xlsx,.csv,.json" aria-describedby="\(id)-h\(error == nil ? "" : " \(id)-e")"\(Attribute("aria-invalid", error == nil ? nil : "true")) required></div></div>
            <button class="btn" type="submit">Unggah<span class="vh"> LKE \(party.name)</span></button></form>
            """
    }
}
