import Rulebook
import Testing

@testable import Service

@Suite("What is typed about a unit") struct WorkUnitFormTests {
    private func parse(code: String = "UNIT", name: String = "Unit Contoh", parent: String = "") throws -> WorkUnitForm.Parsed {
        try WorkUnitForm(
            fields: FormFields(typed: [("kode-unit", code), ("nama-unit", name), ("induk", parent)])
        ).parse()
    }

    private func places(_ body: () throws -> WorkUnitForm.Parsed) -> [String] {
        do {
            _ = try body()
            return []
        } catch let refusal as Refusal { return refusal.findings.map(\.location) } catch { return ["?"] }
    }

    @Test("Codes and names are bounded as those of agencies", arguments: [(1, 2), (41, 201)])
    func beyond(code: Int, name: Int) {
        let typed = (String(repeating: "a", count: code), String(repeating: "n", count: name))
        #expect(places { try parse(code: typed.0, name: typed.1) } == ["kode-unit", "nama-unit"])
    }

    @Test("The shortest and the longest are taken", arguments: [(2, 3), (3, 4), (39, 199), (40, 200)])
    func within(code: Int, name: Int) throws {
        let parsed = try parse(code: String(repeating: "a", count: code), name: String(repeating: "n", count: name))
        #expect(parsed.code == String(repeating: "A", count: code))
        #expect(parsed.name.count == name)
    }

    @Test("No unit above is none, and any text is left for the database to know")
    func parent() throws {
        #expect(try parse().parent == nil)
        #expect(try parse(parent: "  ").parent == nil)
        #expect(try parse(parent: "dinas").parent == "dinas")
        #expect(try parse(parent: "' OR 1=1 --").parent == "' OR 1=1 --")
    }

    @Test("A form with nothing in it names both fields")
    func empty() {
        #expect(places { try WorkUnitForm(fields: FormFields()).parse() } == ["kode-unit", "nama-unit"])
    }
}
