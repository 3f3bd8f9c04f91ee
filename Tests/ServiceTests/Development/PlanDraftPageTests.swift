import Foundation
import HTTPTypes
import HummingbirdTesting
import InstrumentFiles
import NIOCore
import Rulebook
import Testing

@testable import Service

@Suite("Actions from an uploaded sheet") struct PlanDraftPageTests {
    private let path = DevelopmentTown.path

    @Test("The sample sheet becomes proposals; those that are ticked become actions, and are not proposed again")
    func way() async throws {
        let stage = try await DevelopmentTown()
        let ratna = try await stage.browser("ratna")
        #expect(try await ratna.get("\(path)/rencana/usulan").text.contains("Buat usulan"))
        let page = try await ratna.upload("\(path)/rencana/usulan", file: Array(Embedded.bytes("contoh-lke.csv")), name: "lke.csv")
        #expect(page.status == .ok && page.text.contains("Pilih yang masuk rencana"))
        let items = page.text.matches(of: /name="butir-(\d+)" value="([^"]+)"/).map { (String($0.1), String($0.2)) }
        #expect(items.count > 3)
        var fields = ["penanggung": "akun-budi", "mulai": "2026-11-24", "tenggat": "2027-02-28", "usul": items[0].0]
        for (row, codes) in items { (fields["butir-\(row)"], fields["target-\(row)"]) = (codes, "Target \(row)") }
        #expect(try await ratna.post("\(path)/rencana/usulan-tambah", fields).headers[.location] == "\(path)/rencana")
        #expect(try await ratna.get("\(path)/rencana").text.contains("Target \(items[0].0)"))
        let again = try await ratna.upload("\(path)/rencana/usulan", file: Array(Embedded.bytes("contoh-lke.csv")), name: "lke.csv")
        #expect(!again.text.contains("value=\"\(items[0].1)\"") && again.text.contains("value=\"\(items[1].1)\""))
        fields["penanggung"] = "akun-luar"
        let wrong = try await ratna.post("\(path)/rencana/usulan-tambah", fields)
        #expect(wrong.status == .unprocessableContent && wrong.text.contains("Target \(items[1].0)"))
    }

    @Test("No file, no sheet, a sheet of nonsense: each is explained, and only drafters may send one")
    func refusals() async throws {
        let stage = try await DevelopmentTown()
        let ratna = try await stage.browser("ratna")
        try await ratna.get("\(path)/rencana/usulan")
        for bytes in [[], Array("bukan lembar".utf8), [0xFF, 0x00, 0x01], Array("kode,jawaban\nX,Y\n".utf8)] {
            let answer = try await ratna.upload("\(path)/rencana/usulan", file: bytes, name: "x.csv")
            #expect(answer.status == .unprocessableContent && answer.text.contains("Kode: ZI-1"), "\(bytes.prefix(8))")
        }
        let hadi = try await stage.browser("hadi")
        #expect(try await hadi.upload("\(path)/rencana/usulan", file: [], name: "x.csv").status == .forbidden)
        #expect(try await ratna.upload("\(path)/rencana/usulan", file: [UInt8](repeating: 48, count: 300_000), name: "x.csv").status == .unprocessableContent)
    }
}
