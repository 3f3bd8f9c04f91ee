import Markup
import Rulebook

/// The page for a sheet that was not kept: every problem of the file with its place, and the form again.
struct SheetRefusedPage {
    /// Links in the summary above the table.
    private static let mostLinks = 10

    let agency: AgencyStore.Kept
    let unit: WorkUnitStore.Kept
    let candidacy: CandidacyID
    let party: SheetParty
    let instrument: Instrument
    let refusal: Refusal

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let title = "LKE \(party.name) belum disimpan"
        let upload = SheetUpload(agency: agency.id, candidacy: candidacy, party: party, instrument: instrument, error: fieldError)
        return frame.render(
            title: "Salah: \(title)", current: .agencies, for: visitor,
            main: """
                \(summary)
                \(Crumbs.render(Crumbs.assessment(agency, unit, candidacy), here: title))
                <h1>\(title)</h1>
                <p class="lead wrapany">\(unit.name). Tidak ada yang berubah; versi sebelumnya tetap berlaku.</p>
                \(isAboutFile ? ProblemTable(problems: problems).render() : nil)
                <section class="sec" aria-labelledby="unggah"><h2 id="unggah">Unggah lagi</h2>\(upload.render(for: visitor))</section>
                """)
    }

    private var problems: [Finding] { refusal.findings.filter { $0.severity == .error } }

    /// Whether the answers in the file are at fault rather than the sending or the moment.
    private var isAboutFile: Bool {
        !problems.contains {
            [.noFileSent, .malformedUpload, .fileTooLarge, .sheetUnchanged, .notUnderReview].contains($0.code) || $0.code.rawValue.hasPrefix("ZI-26")
        }
    }

    private var fieldError: String {
        isAboutFile ? "Pilih berkas yang sudah diperbaiki. Berkas sebelumnya tidak disimpan." : problems.first?.message ?? ""
    }

    private var summary: HTML {
        let target = "\(SheetForm.Field.file)-\(party.rawValue)"
        let items = problems.prefix(Self.mostLinks).enumerated().map { index, problem -> HTML in
            let place: HTML? = problem.location.isEmpty || !isAboutFile ? nil : "\(problem.location): "
            return "<li><a href=\"\(Address.fragment(isAboutFile ? "m\(index + 1)" : target))\">\(place)\(problem.message)</a></li>"
        }
        let rest = problems.count - items.count
        return """
            <div class="errors" role="alert" aria-labelledby="es"><h2 id="es">Lembar belum disimpan: ada \(problems.count) masalah</h2>
            <ol>\(items)</ol>\(rest > 0 ? "<p>Dan <a href=\"#rinci\">\(rest) masalah lain</a> pada tabel di bawah.</p>" : nil)\
            <p class="small">Kode: \(refusal.findings.first?.code.rawValue ?? "")</p></div>
            """
    }
}
