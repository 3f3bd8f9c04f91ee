import Relational
import RelationalConformance
import RelationalSQLite
import Testing

@Suite("What every engine must do alike, on SQLite")
struct SQLiteConformanceTests {
    @Test("Every case of the common suite holds", arguments: ConformanceCase.all)
    func holds(_ conformance: ConformanceCase) async throws {
        let folder = try ScratchFolder()
        try await conformance.run { try SQLiteDatabase(path: folder.file("zona.db")) }
    }
}
