import Rulebook
import Testing

@testable import Service

@Suite("What is sent to be imported") struct ImportFormTests {
    private func parse(_ fields: [String]) throws -> ImportForm.Parsed {
        let body = fields.map { "--b\r\n\($0)\r\n" }.joined() + "--b--\r\n"
        return try ImportForm(form: MultipartForm.parse(Array(body.utf8), boundary: "b")).parse(offered: [.units, .people])
    }

    private func kind(_ text: String) -> String { "Content-Disposition: form-data; name=\"jenis\"\r\n\r\n\(text)" }
    private func file(_ text: String, _ name: String = "a.csv") -> String {
        "Content-Disposition: form-data; name=\"berkas\"; filename=\"\(name)\"\r\n\r\n\(text)"
    }

    private func places(_ fields: [String]) -> [String] {
        do {
            _ = try parse(fields)
            return []
        } catch let refusal as Refusal { return refusal.findings.map { "\($0.code.rawValue) \($0.location)" } } catch { return ["?"] }
    }

    @Test("Every problem at once, each at its field")
    func problems() {
        #expect(places([kind(""), file("")]) == ["ZI-1602 jenis", "ZI-1601 berkas"])
        #expect(places([kind("instansi"), file("x")]) == ["ZI-1602 jenis"], "what is not offered cannot be chosen")
        #expect(places([kind("unit"), file("x")]).isEmpty)
    }

    @Test("A file's name is shortened to what can be shown")
    func name() throws {
        #expect(try parse([kind("unit"), file("x", "C:\\rahasia/\u{202E}daftar.csv")]).file.name == "daftar.csv")
    }

    @Test("What is sealed comes back, whatever the name", arguments: ["", "daftar.csv", String(repeating: "é", count: 200)])
    func packed(name: String) throws {
        let file = ImportedFile(name: name, bytes: [1, 2, 3])
        let back = try #require(ImportedFile(packed: file.packed))
        #expect(back.bytes == [1, 2, 3] && name.hasPrefix(back.name))
    }

    @Test("What was never packed is nothing", arguments: [[], [5], [1], [2, 0xFF, 0xFF]] as [[UInt8]])
    func broken(bytes: [UInt8]) { #expect(ImportedFile(packed: bytes) == nil) }

    @Test("Links come back as they were, and nothing else is taken for them")
    func links() {
        let token = Token()
        let links = ImportLinks(packed: ImportLinks([("a", token)]).packed)
        #expect(links?.all.map(\.account) == ["a"] && links?.all.map(\.token.text) == [token.text])
        #expect(ImportLinks(packed: Array("a b\n".utf8)) == nil)
    }
}
