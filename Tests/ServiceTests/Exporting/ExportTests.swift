import Documents
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Rulebook
import Testing

@testable import Service

@Suite("Lists as files") struct ExportTests {
    @Test("The units come as CSV and workbook, and brought in again they change nothing", arguments: TestEngine.available)
    func units(engine: TestEngine) async throws {
        let stage = try await ImportTests.Stage(engine)
        let list = try await stage.dewi.get("/instansi/kota/unit").text
        #expect(list.contains("/instansi/kota/unit.csv") && list.contains("/instansi/kota/unit.xlsx"))
        let csv = try await stage.dewi.get("/instansi/kota/unit.csv")
        #expect(csv.headers[.contentDisposition] == "attachment; filename=\"unit-kota.csv\"")
        #expect(csv.text.contains("kode,nama,induk,keadaan\r\nDUKCAPIL,Unit dukcapil,,berjalan\r\n"))
        let book = try await stage.dewi.get("/instansi/kota/unit.xlsx")
        let table = try TableFile.read(Array(book.body.readableBytesView))
        #expect(table.rows.map { $0.cells.map(\.text) } == [["DUKCAPIL", "Unit dukcapil", "", "berjalan"]])
        #expect(try await stage.preview("unit", csv.text).text.contains("Tidak ada yang perlu dilaksanakan"))
    }

    @Test("Taking the list of people goes on record; formulas in names are disarmed", arguments: TestEngine.available)
    func people(engine: TestEngine) async throws {
        let stage = try await ImportTests.Stage(engine)
        let (path, _) = try await stage.preview("orang", "nama,surel,peran,unit\n=HYPERLINK(1),x@contoh.go.id,Anggota unit kerja,dukcapil\n")
        #expect(try await stage.carryOut(path).status == .seeOther)
        try await stage.dewi.get("/instansi/kota/akun")
        let before = try await stage.town.size(of: "kota")
        let csv = try await stage.dewi.post("/instansi/kota/akun.csv")
        #expect(csv.text.contains("\"'=HYPERLINK(1)\",,x@contoh.go.id,diundang,Anggota unit kerja (DUKCAPIL)"))
        #expect(csv.text.contains("Orang dewi,,dewi@contoh.go.id,aktif,Admin instansi"))
        let book = try await stage.dewi.post("/instansi/kota/akun.xlsx")
        #expect(try TableFile.read(Array(book.body.readableBytesView)).rows.count == 2)
        #expect(try await stage.town.size(of: "kota") == before + 2)
        #expect(try await stage.dewi.get("/instansi/kota/jurnal").text.contains("Daftar orang diunduh"))
        // Brought in again it changes nobody.
        #expect(try await stage.preview("orang", csv.text).text.contains("Tidak ada yang perlu dilaksanakan"))
    }
}
