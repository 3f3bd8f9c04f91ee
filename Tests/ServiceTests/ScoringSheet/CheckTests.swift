import HTTPTypes
import HummingbirdTesting
import InstrumentFiles
import NIOCore
import Rulebook
import Testing

@testable import Service

@Suite struct CheckTests {
    @Test func `The form names every instrument and both designations`() async throws {
        let text = try await Site().send("/periksa").text
        for piece in [
            "Kenali sendiri dari berkas", "PermenPANRB 90/2021", "PermenPANRB 52/2014", "value=\"wbk\" checked",
            "value=\"wbbm\"", "enctype=\"multipart/form-data\"", "Mistar nilai dari 0 sampai 100",
        ] { #expect(text.contains(piece), "\(piece)") }
    }

    @Test func `An uploaded sheet is judged and the page says how far it is`() async throws {
        let response = try await Site().post([.file(Sheets.sample), .field("instrumen", ""), .field("tuju", "wbk")])
        #expect(response.status == .ok)
        let text = response.text
        for piece in [
            "syarat WBK</h1>", "113 dari 113 pertanyaan", "lembar.csv", "CSV kode dan jawaban", "Nilai total",
            "Komponen pengungkit", "Area perubahan", "Syarat pengajuan WBK", "Telusuri hitungan",
            "23 November 2026 pukul 16.40 WIB", "Tabel 6",
        ] { #expect(text.contains(piece), "\(piece)") }
        #expect(!text.contains("Optional("))
    }

    @Test func `The sample shows a verdict at one click, for both designations`() async throws {
        let site = try Site()
        #expect(try await site.send("/periksa/contoh").text.contains("syarat WBK</h1>"))
        let other = try await site.send("/periksa/contoh?tuju=wbbm")
        #expect(other.text.contains("Belum memenuhi syarat WBBM</h1>"))
        #expect(other.text.contains("Jalan menuju WBBM"))
        #expect(try await site.send("/periksa/contoh?tuju=%22%3E").text.contains("syarat WBK</h1>"))
    }

    @Test func `A sheet at its best meets both designations of both instruments`() async throws {
        let site = try Site()
        for id in InstrumentLibrary.shipped {
            for designation in Designation.allCases {
                let response = try await site.post([
                    .file(try Sheets.best(id)), .field("instrumen", id.text), .field("tuju", designation.rawValue),
                ])
                #expect(response.text.contains("<h1>Memenuhi syarat \(designation.acronym)</h1>"), "\(id) \(designation)")
                #expect(!response.text.contains("Jalan menuju"))
                #expect(response.text.contains("bukan penetapan"))
            }
        }
    }

    @Test func `52/2014 is shown without minimums of areas`() async throws {
        let text = try await Site().post([.file(try Sheets.best("permenpanrb-52-2014"))]).text
        #expect(text.contains("PermenPANRB 52/2014"))
        #expect(text.contains("Instrumen ini tidak menetapkan minimum per area"))
        #expect(text.contains("Semua <strong>4 syarat terpenuhi</strong>"))
        #expect(text.contains("84 dari 84 pertanyaan"))
    }

    @Test func `A sheet that looks like passing because blanks are skipped is warned of`() async throws {
        let best = try Sheets.best("permenpanrb-90-2021").split(whereSeparator: \.isNewline)
        let thinned = best.enumerated().filter { !$0.element.hasPrefix("A.I.") || $0.element.contains(".a,") }.map(\.element)
        let text = try await Site().post([.file(thinned.joined(separator: "\n") + "\n"), .field("tuju", "wbbm")]).text
        #expect(text.contains("Belum memenuhi syarat WBBM"))
        #expect(text.contains("seolah-olah lolos"))
        #expect(text.contains("Pertanyaan kosong</h2>"))
    }

    @Test func `A sheet where nothing is answered still gets a page`() async throws {
        let blank = try #require(Sheets.sample.split(whereSeparator: \.isNewline).dropFirst().first)
        let text = try await Site().post([.file("kode,jawaban\n\(blank)\n"), .field("instrumen", "permenpanrb-90-2021")]).text
        #expect(text.contains("1 dari 113 pertanyaan"))
        #expect(text.contains("Belum memenuhi syarat WBK"))
    }

    @Test func `The switch carries the answers and gives the same figures`() async throws {
        let site = try Site()
        let first = try await site.post([.file(Sheets.sample, name: "unit.csv"), .field("tuju", "wbk")]).text
        #expect(first.contains("<button type=\"submit\" form=\"bawa\" name=\"tuju\" value=\"wbbm\">"))
        let answers = try #require(value(of: "jawaban", in: first))
        #expect(answers.hasPrefix("kode,jawaban"))
        let second = try await site.post([
            .field("instrumen", try #require(value(of: "instrumen", in: first))),
            .field("nama", try #require(value(of: "nama", in: first))), .field("jawaban", answers),
            .field("tuju", "wbbm"),
        ])
        #expect(second.status == .ok)
        #expect(second.text.contains("syarat WBBM</h1>"))
        #expect(second.text.contains("unit.csv"))
        #expect(value(of: "jawaban", in: second.text) == answers)
        let total = "<dd class=\"big\">"
        #expect(first.components(of: total).dropFirst().map { $0.prefix(6) } == second.text.components(of: total).dropFirst().map { $0.prefix(6) })
    }

    @Test func `Workbooks to fill in and with the answers are sent as files`() async throws {
        let site = try Site()
        let empty = try await site.send("/templat/permenpanrb-52-2014.xlsx")
        let filled = try await site.post(
            [.field("jawaban", Sheets.sample), .field("instrumen", "permenpanrb-90-2021")], to: "/periksa/lembar.xlsx")
        for response in [empty, filled] {
            #expect(response.status == .ok)
            #expect(response.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"lke-") == true)
            #expect(response.body.readableBytesView.starts(with: Array("PK".utf8)))
        }
        let again = try await site.post([
            Upload.Field(name: "berkas", fileName: "lke-terisi.xlsx", content: Array(filled.body.readableBytesView))
        ])
        #expect(again.status == .ok)
        #expect(again.text.contains("113 dari 113 pertanyaan"))
        #expect(again.text.contains("Lembar Zona (xlsx)"))
    }

    @Test func `Every number of the trace hangs together with the total`() async throws {
        let text = try await Site().send("/periksa/contoh").text
        #expect(text.components(of: "id=\"q-").count == 114)
        #expect(text.components(of: "id=\"n-").count > 60)
        // Every link on the page has somewhere to go.
        for link in text.components(of: "href=\"#").dropFirst() {
            let id = link.prefix { $0 != "\"" }
            #expect(text.contains("id=\"\(id)\""), "#\(id)")
        }
    }

    private func value(of name: String, in text: String) -> String? {
        guard let start = text.firstRange(of: "name=\"\(name)\" value=\"") else { return nil }
        return String(text[start.upperBound...].prefix { $0 != "\"" })
    }
}
