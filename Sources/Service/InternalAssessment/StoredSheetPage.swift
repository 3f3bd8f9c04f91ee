import ExactMath
import Markup
import Rulebook

/// One kept version of a sheet: the verdict on it with every number down to its answers, and what the journal says of it.
struct StoredSheetPage {
    let agency: AgencyStore.Kept
    let unit: WorkUnitStore.Kept
    let sheet: SheetStore.Kept
    let result: CheckedSheet

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: "\(title) · \(unit.name)", current: .agencies, for: visitor,
            main: """
                \(Crumbs.render(Crumbs.assessment(agency, unit, sheet.candidacy), here: "LKE \(sheet.party.name) versi \(sheet.version)"))
                \(VerdictHead(result).render(title: title))
                \(difference)
                \(ScoreSection(result).render())
                \(ConditionsSection(result).render())
                \(AreasSection(result).render())
                \(AdviceSection(result).render())
                \(BlanksSection(result).render())
                \(record)
                \(TraceSection(result).render())
                """)
    }

    private var title: String {
        let designation = result.designation.acronym
        return result.examination.verdict.met ? "Memenuhi syarat \(designation)" : "Belum memenuhi syarat \(designation)"
    }

    /// Where the instrument's file was corrected meanwhile, both numbers are told.
    private var difference: HTML? {
        let figures = result.figures
        guard result.examination.floor.total != sheet.record.floor else { return nil }
        return """
            <p class="note risk"><strong>Nilai yang tercatat saat diunggah: \(figures.measured(sheet.record.floor, against: result.examination.floor.total)).</strong> \
            Halaman ini menghitung ulang dengan instrumen versi \(result.instrument.parts.version); lembar dicatat dengan versi \(sheet.record.instrumentVersion).</p>
            """
    }

    private var record: HTML {
        let answers = SitePath.sheetAction(agency.id, sheet.candidacy, sheet.party, sheet.version, .answers).address
        return """
            <section class="sec" aria-labelledby="catatan"><h2 id="catatan">Yang tercatat di jurnal</h2>
            <p>Sidik di bawah dihitung dari berkas jawaban yang dapat diunduh; nilai ditulis sebagai pecahan tepat. Keduanya tercatat di jurnal instansi.</p>
            <dl class="kv"><dt>Nilai tepat</dt><dd class="mono wrapany">\(sheet.record.floor.exact)</dd>
            <dt>Tampak di lembar</dt><dd class="mono wrapany">\(sheet.record.spreadsheet.exact)</dd>
            <dt>Paling tinggi</dt><dd class="mono wrapany">\(sheet.record.ceiling.exact)</dd>
            <dt>SHA-256 jawaban</dt><dd class="mono wrapany">\(sheet.record.digest)</dd>
            <dt>Instrumen</dt><dd><span class="mono">\(sheet.record.instrument.text)</span> versi \(sheet.record.instrumentVersion)</dd>
            <dt>Temuan di berkas</dt><dd>\(sheet.record.findings)</dd></dl>
            <p class="noprint"><a href="\(answers)">Unduh jawaban (CSV)</a></p></section>
            """
    }
}

extension Crumbs {
    /// The list, the agency, the unit and the assessment of one of its candidacies.
    static func assessment(_ agency: AgencyStore.Kept, _ unit: WorkUnitStore.Kept, _ candidacy: CandidacyID) -> [Step] {
        Self.candidacy(agency, unit, candidacy) + [Step(name: "Penilaian TPI", path: .assessment(agency.id, candidacy))]
    }

    /// The list, the agency, the unit and one of its candidacies.
    static func candidacy(_ agency: AgencyStore.Kept, _ unit: WorkUnitStore.Kept, _ candidacy: CandidacyID) -> [Step] {
        Self.agency(agency) + [
            Step(name: unit.name, path: .unit(agency.id, unit.id)), Step(name: "Pencalonan", path: .candidacy(agency.id, candidacy)),
        ]
    }
}
