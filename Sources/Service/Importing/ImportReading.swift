import Documents
import Rulebook

/// A file as its rows say it, before they are compared with anything.
struct ImportReading: Sendable {
    enum Rows: Sendable {
        case agencies([AgencyImport.Row])
        case units([UnitImport.Row], ImportHeading<UnitColumn>)
        case people([PersonImport.Row], ImportHeading<PersonColumn>)
    }

    let rows: Rows
    /// What is wrong with rows by themselves, and what is only remarked upon.
    let findings: [Finding]

    /// - Throws: `Refusal` for a file that is no table.
    /// - Complexity: O(size of the file)
    init(_ file: ImportedFile, as kind: ImportKind, on today: Day) throws(Refusal) {
        let table: PlainTable
        do throws(Refusal) { table = try TableFile.read(file.bytes) } catch {
            // What is wrong with the file as a whole is told at its field.
            throw Refusal(
                error.findings.map { $0.location.isEmpty ? Finding($0.code, $0.severity, at: ImportForm.Field.file, $0.message) : $0 })
        }
        var findings: [Finding] = []
        switch kind {
        case .agencies: rows = .agencies(AgencyImport.read(table, into: &findings))
        case .units:
            let read = UnitImport.read(table, into: &findings)
            rows = .units(read.rows, read.heading)
        case .people:
            let read = PersonImport.read(table, into: &findings)
            rows = .people(read.rows, read.heading)
            for row in read.rows {
                guard let nip = row.nip, let name = try? SignInName(nip) else { continue }
                findings += NIP.warnings(for: name, on: today, at: read.heading.place(.nip, line: row.line))
            }
        }
        self.findings = findings
    }
}
