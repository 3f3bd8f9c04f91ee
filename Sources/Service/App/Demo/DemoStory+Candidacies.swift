import InstrumentFiles
import Rulebook

/// Units set out towards their designation, a few weeks after each other; and file the letter with which they do.
extension DemoStory {
    func setOut(_ scene: inout DemoScene) async throws {
        let programmes = try PreparedProgrammes()
        let checks = CandidacyChecks.all(try PreparedInstruments(InstrumentLibrary()))
        let candidacies = CandidacyActions(records: records, programmes: programmes, checks: checks)
        let filing = FilingActions(records: records, contents: storage.contents, largest: 1 << 20)
        for unit in DemoCast.units.prefix(10) {
            guard let id = scene.units[unit.key] else { continue }
            scene.pass(days: 24)
            // Too late for the nominations of this year.
            let year = scene.today.date.year + 1
            guard let rules = programmes.rules(inForceIn: year) else { continue }
            let head = try await identity("kepala.\(unit.key)", in: scene)
            let form = FormFields(pairs: [
                (StartForm.Field.designation, Designation.wbk.rawValue), (StartForm.Field.year, String(year)), (StartForm.Field.programme, rules.id.text),
            ])
            let candidacy = try await candidacies.start(StartForm(fields: form).parse(programmes), for: id, of: scene.agency, by: head, at: scene.now)
            scene.pass(days: 2)
            let letter = FilingForm.Parsed(
                kind: "surat", title: try title("Surat pemberitahuan pencalonan \(unit.code)"),
                particulars: try DocumentParticulars(
                    reference: "005/\(100 + scene.today.number % 800)/\(scene.today.date.year)", at: "", dated: scene.today.description, at: "",
                    today: scene.today),
                bytes: DemoLetter.text(from: unit, on: scene.today)[...], isNamedTable: false)
            _ = try await filing.file(
                letter, in: FilingPlace(scene.agency, unit: id, candidacy: candidacy), by: identity("anggota.\(unit.key)", in: scene), at: scene.now)
        }
    }

    private func title(_ text: String) throws -> DocumentTitle {
        guard let title = DocumentTitle(text) else { throw PageRefusal.notFound }
        return title
    }
}

/// The letters of a demonstration, as plain text.
enum DemoLetter {
    static func text(from unit: DemoCast.Unit, on day: Day) -> [UInt8] {
        Array(
            """
            CONTOH, BUKAN SURAT SUNGGUHAN

            \(DemoCast.agencyName)
            \(unit.name)

            Sendangrejo, \(day.journalText)

            Dengan ini kami memberitahukan bahwa \(unit.name) memulai pembangunan Zona Integritas menuju Wilayah Bebas dari Korupsi.

            """.utf8)
    }
}
