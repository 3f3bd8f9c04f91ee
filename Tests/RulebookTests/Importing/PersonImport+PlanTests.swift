import Rulebook
import Testing

@Suite("A table of people, compared") struct PersonImportPlanTests {
    private static let row = "Budi,\(ImportTown.nip),budi@b.id,anggota unit kerja,loket"
    private static let title = "nama,nip,surel,peran,unit"

    @Test("A new person gets the account and the role from today")
    func new() {
        let (plan, findings) = ImportTown.plan(table(Self.title, Self.row))
        #expect(findings.isEmpty)
        #expect(plan.entries.map(\.verdict) == [.new])
        #expect(plan.entries[0].item.grant?.from == ImportTown.today && plan.entries[0].item.grant?.scope == .unit("loket", in: "kota"))
    }

    @Test("The same person with the same role is unchanged, on the day and after it")
    func same() throws {
        let yesterday = ImportTown.today.adding(days: -1)
        let held = try #require(ImportTown.grant(.unitMember, .unit("loket", in: "kota"), from: yesterday))
        let kept = ImportTown.known(email: "budi@b.id", grants: [held])
        #expect(ImportTown.plan(table(Self.title, Self.row), people: [kept]).plan.isIdle)
        #expect(ImportTown.plan(table(Self.title + ",mulai", Self.row + ",\(yesterday)"), people: [kept]).plan.isIdle)
        #expect(ImportTown.plan(table("nama,nip", "Budi,\(ImportTown.nip)"), people: [kept]).plan.isIdle, "what a row does not say stays")
    }

    @Test("What changes is told from and to")
    func changed() {
        let (plan, findings) = ImportTown.plan(
            table("nama,nip,surel", "Budi Santoso,\(ImportTown.nip),baru@b.id"), people: [ImportTown.known(email: "lama@b.id")])
        #expect(findings.isEmpty)
        #expect(
            plan.entries.map(\.verdict) == [
                .changed([ImportChange("nama", from: "Budi", to: "Budi Santoso"), ImportChange("surel", from: "lama@b.id", to: "baru@b.id")])
            ])
    }

    @Test("A key role takes two people, and the way out is told", arguments: ["admin instansi", "pimpinan instansi"])
    func keyRole(role: String) {
        let (plan, findings) = ImportTown.plan(table("nama,surel,peran", "Budi,a@b.id,\(role)"))
        #expect(plan.entries.isEmpty && findings.marks == ["ZI-1806 baris 2, kolom “peran”"])
        #expect(findings[0].message.contains("Kosongkan perannya"))
        let nation = ImportTown.caller(.nationalAdministrator, .nation)
        #expect(ImportTown.plan(table("nama,surel,peran", "Budi,a@b.id,\(role)"), caller: nation).findings.isEmpty)
    }

    @Test("Roles out of the caller's reach and roles that exclude each other are refused at the role")
    func denied() throws {
        #expect(ImportTown.plan(table("nama,surel,peran", "Budi,a@b.id,penilai nasional (tpn)")).findings.marks == ["ZI-1802 baris 2, kolom “peran”"])
        let member = try #require(ImportTown.grant(.unitMember, .unit("loket", in: "kota")))
        let (_, findings) = ImportTown.plan(table("nama,nip,peran", "Budi,\(ImportTown.nip),ketua tpi"), people: [ImportTown.known(grants: [member])])
        #expect(findings.marks == ["ZI-1808 baris 2, kolom “peran”"])
        let head = ImportTown.caller(.unitHead, .unit("loket", in: "kota"))
        #expect(ImportTown.plan(table(Self.title, Self.row), caller: head).findings.marks == ["ZI-1805 baris 2, kolom “peran”"])
    }

    @Test("Unknown and closed units, a wrong scope and a day in the past stand at their cells")
    func places() {
        let title = Self.title + ",mulai"
        func marks(_ tail: String) -> [String] { ImportTown.plan(table(title, "Budi,,a@b.id,\(tail)")).findings.marks }
        #expect(marks("anggota unit kerja,entah,") == ["ZI-2304 baris 2, kolom “unit”"])
        #expect(marks("anggota unit kerja,tutup,") == ["ZI-2305 baris 2, kolom “unit”"])
        #expect(marks("anggota unit kerja,,") == ["ZI-1802 baris 2, kolom “unit”"])
        #expect(marks("auditor,,2026-11-23") == ["ZI-1803 baris 2, kolom “mulai”"])
        #expect(marks("auditor,,2026-11-24").isEmpty)
        #expect(marks("auditor,,2026-11-25").isEmpty)
    }

    @Test("Nobody else's account is taken over, and nobody corrects themselves by a file")
    func accounts() {
        let line = table("nama,nip", "Budi S,\(ImportTown.nip)")
        #expect(ImportTown.plan(line, people: [ImportTown.known(home: .agency("lain"))]).findings.marks == ["ZI-1705 baris 2, kolom “nip”"])
        #expect(ImportTown.plan(line, people: [ImportTown.known(isClosed: true)]).findings.marks == ["ZI-1722 baris 2, kolom “nip”"])
        #expect(ImportTown.plan(line, people: [ImportTown.known("admin")]).findings.marks == ["ZI-2307 baris 2, kolom “nama”"])
        let two = [ImportTown.known(), ImportTown.known("ani", name: "Ani", nip: nil, email: "ani@b.id")]
        #expect(ImportTown.plan(table("nama,nip,surel", "Budi,\(ImportTown.nip),ani@b.id"), people: two).findings.marks == ["ZI-1705 baris 2, kolom “surel”"])
        let other = ImportTown.known(nip: "199001012015011001", email: "budi@b.id")
        #expect(
            ImportTown.plan(table("nama,nip,surel", "Budi,\(ImportTown.nip),budi@b.id"), people: [other]).findings.marks == ["ZI-1705 baris 2, kolom “surel”"])
    }
}
