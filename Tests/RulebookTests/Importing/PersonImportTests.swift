import Testing

@testable import Rulebook

@Suite("A table of people, read") struct PersonImportTests {
    private func read(_ table: PlainTable) -> (rows: [PersonImport.Row], findings: [Finding]) {
        var findings: [Finding] = []
        return (PersonImport.read(table, into: &findings).rows, findings)
    }

    @Test("A row is read with all it says")
    func whole() {
        let (rows, findings) = read(
            table(
                "Nama Lengkap,NIP,E-mail,Peran,Kode Unit,TMT,Hingga",
                "Budi  S,19850101 201001 1 001,Budi@Contoh.go.id,anggota unit kerja,loket,24/11/2026,2027-12-31"))
        #expect(findings.isEmpty)
        #expect(
            rows == [
                .init(
                    line: 2, name: "Budi S", nip: "198501012010011001", email: "budi@contoh.go.id",
                    wish: .init(role: .unitMember, unit: "LOKET", from: Day("2026-11-24"), until: Day("2027-12-31")))
            ])
    }

    @Test("All problems of a row at once, each at its cell")
    func problems() {
        let (rows, findings) = read(table("nama,nip,surel,peran,unit,mulai,sampai", ",123,bukan surel,raja,x,besok,kapan"))
        #expect(rows.isEmpty)
        #expect(
            findings.marks == [
                "ZI-1706 baris 2, kolom “nama”", "ZI-1703 baris 2, kolom “nip”", "ZI-1703 baris 2, kolom “surel”", "ZI-1803 baris 2, kolom “mulai”",
                "ZI-1803 baris 2, kolom “sampai”", "ZI-1802 baris 2, kolom “peran”",
            ])
    }

    @Test("A number where a NIP should be was rounded by the spreadsheet")
    func rounded() {
        let sheet = PlainTable(
            titles: ["nama", "nip"], headingLine: 1, rows: [.init(line: 2, cells: [.init("Budi"), .init("1.98501012010011E17", .number)])], letters: ["A", "C"])
        #expect(read(sheet).findings.marks == ["ZI-2306 C2"])
    }

    @Test("NIP and addresses stand once; both lines are named")
    func twice() {
        let (_, findings) = read(table("nama,nip,surel", "Budi,198501012010011001,a@b.id", "Ani,198501012010011001,c@d.id", "Eko,,A@B.id"))
        #expect(findings.marks == ["ZI-2303 baris 3, kolom “nip”", "ZI-2303 baris 4, kolom “surel”"])
        #expect(findings[0].message.contains("baris 2 dan baris 3"))
    }

    @Test("Nobody is taken in without a way to sign in, and no role is guessed")
    func missing() {
        #expect(read(table("nama,nip", "Budi,")).findings.marks == ["ZI-1703 baris 2, kolom “nip”"])
        #expect(read(table("nama", "Budi")).findings.marks == ["ZI-2301 baris 1"])
        #expect(read(table("nama,surel,peran,unit", "Budi,a@b.id,,loket")).findings.marks == ["ZI-1802 baris 2, kolom “peran”"])
        #expect(read(table("nama,surel,peran,mulai,sampai", "Budi,a@b.id,auditor,2026-12-02,2026-12-01")).findings.marks == ["ZI-1803 baris 2, kolom “sampai”"])
    }
}
