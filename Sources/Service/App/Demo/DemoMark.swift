import Relational
import Rulebook

/// That an installation holds invented data. Set when they are made, in a database that held none, and never taken away:
/// invented and real data never stand beside each other.
enum DemoMark {
    private static let name = "data-contoh"

    /// Whether the installation is a demonstration.
    ///
    /// - Throws: `RelationalError`.
    static func isSet(in session: any ReadSession) throws -> Bool {
        try session.row("SELECT 1 FROM settings WHERE name = \(name)") != nil
    }

    /// Marks an installation in which nothing has happened yet.
    ///
    /// - Throws: `Refusal` of code `demoOnRealData`; `RelationalError`.
    static func set(at now: Timestamp, in change: inout Change) throws {
        let isUsed =
            try change.session.row("SELECT 1 FROM accounts LIMIT 1") != nil
            || change.session.row("SELECT 1 FROM agencies WHERE id <> \(AgencyID.nation.text) LIMIT 1") != nil
            || isSet(in: change.session)
        guard !isUsed else {
            throw Refusal(
                .demoOnRealData, at: "",
                "Di sini sudah ada data. Data contoh hanya dibuat di folder atau basis data yang kosong; sebutkan tempat lain dengan --data.")
        }
        try change.session.execute("INSERT INTO settings (name, value) VALUES (\(name), \(String(now.milliseconds)))")
        change.record(JournalFact(.demoBegun, in: .nation, by: .system, at: now))
    }
}
