import Relational
import Testing

@Suite("Rows")
struct RowTests {
    private let row = Row([.text("a"), .integer(-7), .blob([1, 2]), .null, .text(""), .blob([]), .integer(0)])

    @Test("Each column is read as what it is")
    func reading() throws {
        #expect(try row.text(0) == "a")
        #expect(try row.integer(1) == -7)
        #expect(try row.blob(2) == [1, 2])
        #expect(try row.optionalText(0) == "a")
        #expect(try row.optionalInteger(1) == -7)
        #expect(try row.optionalBlob(2) == [1, 2])
        #expect(try row.optionalText(3) == nil)
        #expect(try row.optionalInteger(3) == nil)
        #expect(try row.optionalBlob(3) == nil)
    }

    @Test("Empty text, no bytes and zero are not nothing")
    func empty() throws {
        #expect(try row.optionalText(4) == "")
        #expect(try row.optionalBlob(5) == [])
        #expect(try row.optionalInteger(6) == 0)
    }

    @Test("Anything else than what was asked for is refused, without telling the value")
    func misread() {
        let row = row
        let attempts: [() throws -> Void] = [
            { _ = try row.text(1) }, { _ = try row.text(2) },
            { _ = try row.text(3) }, { _ = try row.integer(0) },
            { _ = try row.integer(2) }, { _ = try row.integer(3) },
            { _ = try row.blob(0) }, { _ = try row.blob(1) },
            { _ = try row.blob(3) }, { _ = try row.optionalText(1) },
            { _ = try row.optionalInteger(0) }, { _ = try row.optionalBlob(0) },
        ]
        for attempt in attempts {
            let error = #expect(throws: RelationalError.self) { try attempt() }
            #expect(error?.kind == .misread)
            #expect(error?.detail.contains("-7") == false)
        }
    }

    @Test("A column before the first or behind the last is refused", arguments: [-1, 7, 8, Int.max, Int.min])
    func outside(column: Int) {
        let error = #expect(throws: RelationalError.self) { try row.optionalText(column) }
        #expect(error?.kind == .misread)
    }

    @Test("The last column is read")
    func last() throws {
        #expect(try row.integer(6) == 0)
    }
}
