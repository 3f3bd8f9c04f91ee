import RelationalConformance
import RelationalSQLite
import Testing

@Suite("A program that is killed, on SQLite")
struct SQLiteCrashTests {
    @Test("No acknowledged change is lost and none is half done, however often the program is killed")
    func killed() async throws {
        let folder = try ScratchFolder()
        let path = folder.file("zona.db")
        try await CrashTrial(path) { try SQLiteDatabase(path: path) }.run(rounds: 20)
    }
}
