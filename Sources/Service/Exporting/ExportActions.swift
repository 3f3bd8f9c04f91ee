import Documents
import Journaling
import Relational
import Rulebook

/// Lists as files, with what the person may see on the pages of the lists.
struct ExportActions: Sendable {
    let records: Records
    /// Bounds how many files are made at the same time.
    let gate: CheckGate

    /// Rows of one file.
    static let mostRows = 100_000

    /// What the file is to be.
    enum Format: String, CaseIterable, Sendable {
        case csv
        case workbook = "xlsx"

        /// As HTTP calls it.
        var mediaType: String {
            switch self {
            case .csv: "text/csv; charset=utf-8"
            case .workbook: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            }
        }
    }

    /// The units of an agency; the file can be brought in again.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `beyondLimits`; `RelationalError`.
    func units(
        of agency: AgencyID, as format: Format, by identity: Identity, at now: Timestamp
    ) async throws -> [UInt8] {
        try identity.require(.listUnits, on: agency.target, at: now)
        let rows = try await records.read { try ExportStore.units(of: agency, most: Self.mostRows + 1, in: $0) }
        return try await write(
            rows, titles: [UnitColumn.code.title, UnitColumn.name.title, UnitColumn.parent.title, "keadaan"], named: "Unit kerja", as: format)
    }

    /// The people of an agency with what they are. Taking a copy of so much personal data goes on record.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `beyondLimits`; `RelationalError`.
    func people(
        of agency: AgencyID, as format: Format, by identity: Identity, at now: Timestamp
    ) async throws -> [UInt8] {
        let actor = try identity.require(.listAccounts, on: agency.target, at: now)
        let today = Identity.day(now)
        let rows = try await records.change { change in
            let rows = try ExportStore.people(of: agency, on: today, most: Self.mostRows + 1, in: change.session)
            change.record(JournalFact(.peopleExported, in: agency, by: actor, ["jumlah": .integer(rows.count)], at: now))
            return rows
        }
        return try await write(
            rows, titles: [PersonColumn.name.title, PersonColumn.nip.title, PersonColumn.email.title, "keadaan", "peran saat ini"],
            named: "Orang", as: format)
    }

    private func write(_ rows: [[String]], titles: [String], named name: String, as format: Format) async throws -> [UInt8] {
        guard rows.count <= Self.mostRows else {
            throw Refusal(
                .beyondLimits, at: "",
                "Daftar ini lebih dari \(Self.mostRows) baris, jadi tidak dapat diunduh sekaligus. Mintalah pengelola server mengambilnya dari basis data.")
        }
        return try await gate.perform { () throws(Refusal) -> [UInt8] in
            switch format {
            case .csv: TableWriter.csv(titles: titles, rows: rows)
            case .workbook: try TableWriter.workbook(named: name, title: name, titles: titles, rows: rows)
            }
        }
    }
}
