import Relational
import Testing

@Suite("How far a database has come")
struct SchemaStateTests {
    private let steps = (1...3).map { number in
        Migration(
            number: number, name: "n\(number)", scripts: [.sqlite: "s\(number)", .postgres: "p\(number)"],
            checksums: [.sqlite: "cs\(number)", .postgres: "cp\(number)"])
    }

    private func applied(_ numbers: [Int], _ prefix: String = "cs") -> [AppliedMigration] {
        numbers.map { AppliedMigration(number: $0, name: "n\($0)", checksum: "\(prefix)\($0)", appliedAt: 5) }
    }

    private func state(_ numbers: [Int], tables: [String] = ["t"], dialect: Dialect = .sqlite) -> SchemaState {
        SchemaState(migrations: steps, applied: applied(numbers, dialect == .sqlite ? "cs" : "cp"), otherTables: tables, dialect: dialect)
    }

    @Test("An empty database waits for every step", arguments: Dialect.allCases)
    func empty(dialect: Dialect) {
        let state = state([], tables: [], dialect: dialect)
        #expect(state.pending == steps)
        #expect(state.problem == nil)
        #expect(!state.isCurrent)
    }

    @Test("A database with one step fewer waits for one, with all it is current, with one more it is newer", arguments: Dialect.allCases)
    func boundary(dialect: Dialect) {
        #expect(state([1, 2], dialect: dialect).pending.map(\.number) == [3])
        #expect(state([1, 2, 3], dialect: dialect).isCurrent)
        #expect(state([1, 2, 3, 4], dialect: dialect).problem == .newer(database: 4, program: 3))
    }

    @Test("The order of the record does not matter")
    func order() {
        #expect(state([3, 1, 2]).isCurrent)
        #expect(state([3, 1, 2]).applied.map(\.number) == [1, 2, 3])
    }

    @Test("A gap is named by its first missing step", arguments: [([2, 3], 1), ([1, 3], 2), ([3], 1), ([1, 1, 2], 2)])
    func gaps(numbers: [Int], missing: Int) {
        #expect(state(numbers).problem == .gap(missing))
        #expect(state(numbers).pending == [])
    }

    @Test("A changed step is named, the first of several", arguments: 1...3)
    func changed(number: Int) {
        var record = applied([1, 2, 3])
        for index in number - 1..<3 {
            record[index] = AppliedMigration(number: index + 1, name: "dulu", checksum: "lain", appliedAt: 1)
        }
        let state = SchemaState(migrations: steps, applied: record, otherTables: [], dialect: .sqlite)
        #expect(state.problem == .changed(number, name: "dulu"))
        #expect(!state.isCurrent)
    }

    @Test("The record of one engine does not fit the other")
    func otherDialect() {
        let state = SchemaState(migrations: steps, applied: applied([1]), otherTables: [], dialect: .postgres)
        #expect(state.problem == .changed(1, name: "n1"))
    }

    @Test("Tables without a record belong to another program; with a record they are ours")
    func foreign() {
        #expect(state([], tables: ["z", "a"]).problem == .foreignTables(["a", "z"]))
        #expect(state([1], tables: ["z", "a"]).problem == nil)
    }

    @Test("The program's own steps must be numbered from one without a gap")
    func misnumbered() {
        for (wrong, number) in [([steps[1]], 2), ([steps[0], steps[2]], 3), ([steps[0], steps[0]], 1), (steps.reversed(), 3)] {
            #expect(SchemaState(migrations: wrong, applied: [], otherTables: [], dialect: .sqlite).problem == .misnumbered(number))
        }
        #expect(SchemaState(migrations: [], applied: [], otherTables: [], dialect: .sqlite).isCurrent)
    }

    @Test("A step without script or checksum for the engine is refused")
    func scriptMissing() {
        let half = Migration(number: 1, name: "n", scripts: [.sqlite: "s"], checksums: [.sqlite: "c", .postgres: "c"])
        let bare = Migration(number: 1, name: "n", scripts: [.sqlite: "s"], checksums: [:])
        #expect(SchemaState(migrations: [half], applied: [], otherTables: [], dialect: .postgres).problem == .scriptMissing(1))
        #expect(SchemaState(migrations: [half], applied: [], otherTables: [], dialect: .sqlite).problem == nil)
        #expect(SchemaState(migrations: [bare], applied: [], otherTables: [], dialect: .sqlite).problem == .scriptMissing(1))
    }

    @Test("Each problem is told in words of its own")
    func details() {
        let problems: [SchemaProblem] = [
            .misnumbered(2), .scriptMissing(2), .foreignTables(["a"]), .gap(2), .changed(2, name: "dasar"), .newer(database: 3, program: 2),
        ]
        #expect(Set(problems.map(\.detail)).count == problems.count)
        #expect(SchemaProblem.changed(2, name: "dasar").detail.contains("dasar"))
    }
}
