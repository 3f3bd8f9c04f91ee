import Rulebook
import Testing

@testable import Service

@Suite("The form for a document") struct FilingFormTests {
    private static func form(_ fields: [String: String], file: [UInt8]? = Town.pdf, name: String = "SK Tim.pdf", largest: Int = 1 << 20) throws -> FilingForm {
        var body: [UInt8] = []
        for (field, text) in fields { body += "--b\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(text)\r\n".utf8 }
        if let file { body += "--b\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"\(name)\"\r\n\r\n".utf8 + file + "\r\n".utf8 }
        let form = try MultipartForm.parse(body + "--b--\r\n".utf8, boundary: "b")
        return FilingForm(fields: try FormFields(form), files: form, largest: largest)
    }

    private static let today = Day("2026-11-24") ?? .first

    @Test("A title that is left empty comes from the file's name, or from the kind")
    func titles() throws {
        let kinds = FilingKind.general
        let named = try Self.form(["jenis-dokumen": "surat"], name: "C:\\data\\Undangan.pdf").parse(kinds: kinds, today: Self.today)
        #expect(named.title.text == "Undangan" && !named.isNamedTable)
        #expect(try Self.form(["jenis-dokumen": "surat"], name: "..").parse(kinds: kinds, today: Self.today).title.text == "Surat")
        #expect(try Self.form(["jenis-dokumen": "surat"], name: "Data.CSV").parse(kinds: kinds, today: Self.today).isNamedTable)
    }

    @Test("A file is as large as it may be", arguments: [(-1, true), (0, true), (1, false)])
    func size(difference: Int, isTaken: Bool) throws {
        let form = try Self.form(["jenis-dokumen": "surat"], largest: Town.pdf.count - difference)
        #expect(((try? form.parse(kinds: FilingKind.general, today: Self.today)) != nil) == isTaken)
    }

    @Test("Fields with NUL, with bytes that are no text, and two files are refused")
    func hostile() throws {
        #expect(throws: Refusal.self) { try Self.form(["jenis-dokumen": "surat", "judul-dokumen": "a\0b"]) }
        let twice = "--b\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"a\"\r\n\r\nx\r\n"
        let form = try MultipartForm.parse(Array((twice + twice + "--b--\r\n").utf8), boundary: "b")
        #expect(throws: Refusal.self) {
            try FilingForm(fields: FormFields(form), files: form, largest: 10).parse(kinds: FilingKind.general, today: Self.today)
        }
        for title in ["\u{202E}x", String(repeating: "j", count: 161)] {
            #expect(throws: Refusal.self) {
                try Self.form(["jenis-dokumen": "surat", "judul-dokumen": title]).parse(kinds: FilingKind.general, today: Self.today)
            }
        }
    }
}
