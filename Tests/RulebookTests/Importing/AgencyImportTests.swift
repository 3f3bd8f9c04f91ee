import Rulebook
import Testing

@Suite("A table of agencies") struct AgencyImportTests {
    @Test("New, changed and unchanged are told apart; an empty zone changes nothing")
    func plan() {
        var findings: [Finding] = []
        let rows = AgencyImport.read(table("kode,nama,zona", "kota,Kota,", "kab,Kabupaten Baru,wit", "baru,Instansi Baru,"), into: &findings)
        let plan = AgencyImport.plan(
            rows, known: ["KOTA": .init(id: "k", name: "Kota", offsetMinutes: 480), "KAB": .init(id: "b", name: "Kabupaten", offsetMinutes: 420)])
        #expect(findings.isEmpty)
        #expect(
            plan.entries.map(\.verdict) == [
                .unchanged, .changed([ImportChange("nama", from: "Kabupaten", to: "Kabupaten Baru"), ImportChange("zona waktu", from: "WIB", to: "WIT")]), .new,
            ])
        #expect(plan.entries[2].item.offsetMinutes == 420)
    }

    @Test("All problems at once, each at its cell")
    func problems() {
        var findings: [Finding] = []
        let rows = AgencyImport.read(table("kode,nama,zona", "k,ab,xyz", "kota,Kota,wib", "KOTA,Kota,wib"), into: &findings)
        #expect(
            findings.marks == [
                "ZI-2001 baris 2, kolom “kode”", "ZI-2001 baris 2, kolom “nama”", "ZI-2001 baris 2, kolom “zona”", "ZI-2303 baris 4, kolom “kode”",
            ])
        #expect(rows.count == 1)
    }

    @Test("Without its columns nothing is read")
    func columns() {
        var findings: [Finding] = []
        #expect(AgencyImport.read(table("nama", "x"), into: &findings).isEmpty)
        #expect(findings.marks == ["ZI-2301 baris 1"])
    }
}
