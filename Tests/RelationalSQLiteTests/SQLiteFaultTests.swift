import Relational
import Testing

@testable import RelationalSQLite

@Suite("Result codes of SQLite in the terms of both engines")
struct SQLiteFaultTests {
    private static let codes: [(code: Int32, kind: RelationalError.Kind)] = [
        (13, .full), (5, .locked), (261, .locked), (517, .locked), (6, .locked), (262, .locked), (11, .damaged), (267, .damaged),
        (26, .damaged), (10, .unavailable), (266, .unavailable), (1_034, .unavailable), (14, .unavailable), (8, .unavailable),
        (1_032, .unavailable), (9, .timedOut), (20, .check), (19, .check), (275, .check), (787, .foreignKey), (1_299, .check),
        (1_555, .unique), (1_811, .check), (2_067, .unique), (2_579, .unique), (3_091, .check), (1, .other), (7, .other),
        (17, .other), (21, .other), (999, .other),
    ]

    @Test("Each code has its kind, with and without its extension", arguments: codes)
    func kinds(code: Int32, wanted: RelationalError.Kind) {
        #expect(kind(of: code) == wanted)
    }

    @Test("An error that is not the engine's stays as it is")
    func others() {
        let error = relational(BackupFault.exists)
        #expect(error as? BackupFault == .exists)
    }
}
