import Rulebook
import Testing

@Suite("A table of units") struct UnitImportTests {
    private typealias Known = UnitImport.Known
    private static let dinas = Known(id: "d", code: "DINAS", name: "Dinas", parent: nil, isClosed: false)

    private func plan(_ table: PlainTable, _ known: [Known] = []) -> (plan: ImportPlan<UnitImport.Item>, findings: [Finding]) {
        var findings: [Finding] = []
        let (rows, heading) = UnitImport.read(table, into: &findings)
        let plan = UnitImport.plan(rows, heading: heading, known: Dictionary(uniqueKeysWithValues: known.map { ($0.code, $0) }), into: &findings)
        return (plan, findings)
    }

    @Test("Units above come before units below, wherever they stand in the file")
    func order() {
        let (plan, findings) = plan(table("kode,nama,induk", "c,xx,b", "b,Bidang,a", "a1,Lain,", "cc,Seksi,bb", "bb,Bidang,aa", "aa,Dinas,"))
        #expect(
            findings.marks == [
                "ZI-2001 baris 2, kolom “kode”", "ZI-2001 baris 2, kolom “nama”", "ZI-2001 baris 2, kolom “induk”", "ZI-2001 baris 3, kolom “kode”",
                "ZI-2001 baris 3, kolom “induk”",
            ])
        #expect(plan.entries.map(\.item.code) == ["A1", "AA", "BB", "CC"])
    }

    @Test("What changes is told from and to; the same again changes nothing")
    func changes() {
        let kept = Known(id: "l", code: "LOKET", name: "Loket", parent: "DINAS", isClosed: false)
        let (changed, _) = plan(table("kode,nama,induk", "loket,Loket Depan,"), [Self.dinas, kept])
        #expect(
            changed.entries.map(\.verdict) == [
                .changed([ImportChange("nama", from: "Loket", to: "Loket Depan"), ImportChange("unit induk", from: "DINAS", to: "")])
            ])
        #expect(plan(table("kode,nama,induk", "loket,Loket,dinas"), [Self.dinas, kept]).plan.isIdle)
        #expect(plan(table("nama,kode", "Loket,loket"), [Self.dinas, kept]).plan.isIdle, "without the column, units stay where they are")
    }

    @Test("A circle is named at each of its rows, and what hangs below it is told too")
    func circle() {
        let (plan, findings) = plan(table("kode,nama,induk", "aa,Satu,bb", "bb,Dua,aa", "cc,Tiga,bb", "dd,Empat,dd"))
        #expect(plan.entries.isEmpty)
        #expect(findings.marks == (2...5).map { "ZI-2003 baris \($0), kolom “induk”" })
        #expect(findings[0].message.contains("AA → BB → AA"))
        #expect(findings[3].message.contains("DD → DD"))
    }

    @Test("A circle through units that are there already is found")
    func circleThroughKept() {
        let below = Known(id: "l", code: "LOKET", name: "Loket", parent: "DINAS", isClosed: false)
        #expect(plan(table("kode,nama,induk", "dinas,Dinas,loket"), [Self.dinas, below]).findings.marks == ["ZI-2003 baris 2, kolom “induk”"])
    }

    @Test("Twenty levels are taken, one more is not", arguments: [(19, 0), (20, 0), (21, 1)])
    func levels(count: Int, problems: Int) {
        let lines = (1...count).map {
            "U\($0 + 10),Unit \($0),\($0 == 1 ? "" : "U\($0 + 9)")".split(separator: ",", omittingEmptySubsequences: false).map { PlainTable.Cell(String($0)) }
        }
        let rows = lines.enumerated().map { PlainTable.Row(line: $0.offset + 2, cells: $0.element) }
        #expect(plan(PlainTable(titles: ["kode", "nama", "induk"], headingLine: 1, rows: rows)).findings.count == problems)
    }

    @Test("Unknown, closed and doubled units are named with the way out")
    func references() {
        let closed = Known(id: "t", code: "TUTUP", name: "Tutup", parent: nil, isClosed: true)
        let (_, findings) = plan(table("kode,nama,induk", "aa,Satu,entah", "bb,Dua,tutup", "tutup,Tiga,", "aa,Satu,"), [closed])
        #expect(
            findings.marks == [
                "ZI-2303 baris 5, kolom “kode”", "ZI-2304 baris 2, kolom “induk”", "ZI-2305 baris 4, kolom “kode”",
            ])
        #expect(plan(table("kode,nama,induk", "bb,Dua,tutup"), [closed]).findings.marks == ["ZI-2305 baris 2, kolom “induk”"])
        #expect(findings[0].message.contains("baris 2 dan baris 5"))
    }

    @Test("A unit that stands under a closed one may stay there")
    func underClosed() {
        let closed = Known(id: "t", code: "TUTUP", name: "Tutup", parent: nil, isClosed: true)
        let kept = Known(id: "l", code: "LOKET", name: "Loket", parent: "TUTUP", isClosed: false)
        #expect(plan(table("kode,nama,induk", "loket,Loket,tutup"), [closed, kept]).plan.isIdle)
    }
}
