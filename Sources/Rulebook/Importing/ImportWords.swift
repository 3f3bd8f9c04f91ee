/// Sentences and readings that several imports share.
enum ImportWords {
    /// A thing that stands on two rows.
    static func twice(_ thing: String, at place: String, line: Int, earlier: Int) -> Finding {
        .error(
            .importRowTwice, at: place, "\(thing) ada di baris \(earlier) dan baris \(line). Satu baris saja untuk masing-masing; hapus salah satunya.")
    }

    /// A day as people and spreadsheets write it: `2026-11-24`, `24/11/2026`, `24-11-2026`, `24 November 2026`, or a spreadsheet's number of days.
    ///
    /// - Complexity: O(1): at most 40 characters are looked at
    static func day(_ cell: PlainTable.Cell) -> Day? {
        guard cell.text.utf8.count <= 40 else { return nil }
        if cell.kind == .number {
            // Day 25,569 of spreadsheets is 1970-01-01. Numbers outside this century are no days but something else.
            guard let serial = Int(cell.text), (36_526...73_050).contains(serial) else { return nil }
            return Day(number: serial - 25_569)
        }
        if let day = Day(cell.text) { return day }
        let parts = cell.text.lowercased().split { $0 == "/" || $0 == "-" || $0 == " " || $0 == "." }
        guard parts.count == 3, let day = Int(parts[0]), parts[2].utf8.count == 4, let year = Int(parts[2]) else { return nil }
        guard let month = Int(parts[1]) ?? months.firstIndex(where: { $0 == parts[1] || $0.prefix(3) == parts[1] }).map({ $0 + 1 }) else { return nil }
        return Day(year: year, month: month, day: day)
    }

    private static let months = [
        "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november", "desember",
    ]

    /// A role by its name or its word, letter case aside.
    static func role(_ text: String) -> Role? {
        let wanted = ImportHeading<UnitColumn>.key(text)
        return Role.allCases.first { role in
            [role.name, role.rawValue].contains { ImportHeading<UnitColumn>.key($0) == wanted }
        }
    }
}
