import Testing

@testable import Rulebook

@Suite("Headings of tables") struct ImportHeadingTests {
    @Test("Columns come in any order, in any case, and by other names")
    func order() {
        var findings: [Finding] = []
        let heading = ImportHeading<UnitColumn>(table("NAMA UNIT-KERJA,Kode_Unit", "x,y"), into: &findings)
        #expect(findings.isEmpty)
        let row = table("a,b", "x,y").rows[0]
        #expect(heading.cell(.code, row).text == "y" && heading.cell(.name, row).text == "x")
        #expect(!heading.has(.parent) && heading.cell(.parent, row).text.isEmpty)
        #expect(heading.place(.code, line: 4) == "baris 4, kolom “Kode_Unit”")
    }

    @Test("Missing, doubled and unknown columns are told together")
    func problems() {
        var findings: [Finding] = []
        _ = ImportHeading<UnitColumn>(table("kode,kode unit,golongan,"), into: &findings)
        #expect(findings.marks == ["ZI-2301 baris 1, kolom “kode unit”", "ZI-2301 baris 1", "ZI-2302 baris 1, kolom “golongan”"])
        #expect(findings.map(\.severity) == [.error, .error, .warning])
    }

    @Test("An error of a spreadsheet is told at its cell")
    func errors() {
        var findings: [Finding] = []
        let sheet = PlainTable(
            titles: ["kode", "nama"], headingLine: 1, rows: [.init(line: 2, cells: [.init("A1"), .init("#N/A", .error)])], letters: ["A", "B"])
        let heading = ImportHeading<UnitColumn>(sheet, into: &findings)
        #expect(heading.text(.name, sheet.rows[0], into: &findings).isEmpty)
        #expect(findings.marks == ["ZI-1110 B2"])
    }
}
