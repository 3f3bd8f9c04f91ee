import Rulebook
import Testing

@testable import Service

@Suite struct MultipartFormTests {
    private func form(_ text: String, boundary: String = "b") throws(Refusal) -> MultipartForm {
        try MultipartForm.parse(Array(text.utf8), boundary: boundary)
    }

    @Test func `Fields and files are read as browsers write them`() throws {
        let form = try form(
            "--b\r\nContent-Disposition: form-data; name=\"tuju\"\r\n\r\nwbk\r\n"
                + "--b\r\ncontent-disposition:form-data;name=\"berkas\";filename=\"lembar é.xlsx\"\r\nContent-Type: text/csv\r\n\r\nkode,jawaban\r\n\r\nA,1\r\n\r\n"
                + "--b--\r\n")
        #expect(form.parts.map(\.name) == ["tuju", "berkas"])
        #expect(form.parts[0].fileName == nil)
        #expect(form.parts[0].text == "wbk")
        #expect(form.parts[1].fileName == "lembar é.xlsx")
        #expect(form.parts[1].text == "kode,jawaban\r\n\r\nA,1\r\n")
        #expect(try form.part("berkas")?.content.count == 21)
        #expect(try form.part("lain") == nil)
    }

    @Test func `Content may hold anything but the delimiter, also nothing`() throws {
        let content = "\r\n--\r\n--a\r--b\n--b\r\n-b--\u{0}"
        let form = try form(
            "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n\(content)\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"y\"\r\n\r\n\r\n--b--")
        #expect(form.parts[0].text == content)
        #expect(form.parts[1].text == "")
    }

    @Test func `Quotes in names are read in both spellings`() throws {
        let form = try form("--b\r\nContent-Disposition: form-data; name=\"x\"; filename=\"a\\\"b\\\\c%22\\d\"\r\n\r\n1\r\n--b--")
        #expect(form.parts[0].fileName == "a\"b\\c%22\\d")
    }

    static let malformed: [(String, String)] = [
        ("nothing", ""), ("only the boundary", "--b"), ("no parts but open", "--b\r\n"),
        ("text before", "x\r\n--b--"), ("another boundary", "--c--\r\n"), ("text after", "--b--\r\nx"),
        ("junk after the boundary", "--bx\r\n"), ("a blank after the boundary", "--b \r\n"),
        ("no headers", "--b\r\n\r\nx\r\n--b--"),
        ("no name", "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--"),
        ("empty name", "--b\r\nContent-Disposition: form-data; name=\"\"\r\n\r\nx\r\n--b--"),
        ("name without value", "--b\r\nContent-Disposition: form-data; name\r\n\r\nx\r\n--b--"),
        ("open quote", "--b\r\nContent-Disposition: form-data; name=\"x\r\n\r\nx\r\n--b--"),
        ("text after the quote", "--b\r\nContent-Disposition: form-data; name=\"x\"y\r\n\r\nx\r\n--b--"),
        ("two names", "--b\r\nContent-Disposition: form-data; name=\"x\"; name=\"y\"\r\n\r\nx\r\n--b--"),
        ("two dispositions", "--b\r\nContent-Disposition: form-data; name=\"x\"\r\nContent-Disposition: form-data; name=\"y\"\r\n\r\nx\r\n--b--"),
        ("an attachment", "--b\r\nContent-Disposition: attachment; name=\"x\"\r\n\r\nx\r\n--b--"),
        ("encoded content", "--b\r\nContent-Disposition: form-data; name=\"x\"\r\nContent-Transfer-Encoding: base64\r\n\r\neA==\r\n--b--"),
        ("bare line feeds", "--b\nContent-Disposition: form-data; name=\"x\"\n\nx\n--b--"),
        ("a header without a colon", "--b\r\nContent-Disposition form-data\r\n\r\nx\r\n--b--"),
        ("a header with a blank name", "--b\r\n : x\r\n\r\nx\r\n--b--"),
        ("a control character in a header", "--b\r\nContent-Disposition: form-data; name=\"x\u{1}\"\r\n\r\nx\r\n--b--"),
        ("no end", "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nx"),
        ("half an end", "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nx\r\n--b-"),
        ("headers that never end", "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n"),
    ]

    @Test(arguments: malformed)
    func `Anything else is refused`(what: String, text: String) {
        let error = #expect(throws: Refusal.self) { try form(text) }
        #expect(error?.findings.first?.code == .malformedUpload, "\(what)")
    }

    @Test func `Sizes are bounded`() throws {
        func named(_ name: String) -> String { "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\nx\r\n" }
        #expect(try form(named(String(repeating: "n", count: 200)) + "--b--").parts.count == 1)
        #expect(throws: Refusal.self) { try form(named(String(repeating: "n", count: 201)) + "--b--") }
        #expect(try form(String(repeating: named("x"), count: 16) + "--b--").parts.count == 16)
        #expect(throws: Refusal.self) { try form(String(repeating: named("x"), count: 17) + "--b--") }
        let long = "X: " + String(repeating: "y", count: 8_200) + "\r\n"
        #expect(throws: Refusal.self) { try form("--b\r\n\(long)Content-Disposition: form-data; name=\"x\"\r\n\r\nx\r\n--b--") }
        let many = String(repeating: "X: y\r\n", count: 2_000)
        #expect(throws: Refusal.self) { try form("--b\r\n\(many)Content-Disposition: form-data; name=\"x\"\r\n\r\nx\r\n--b--") }
        #expect(throws: Refusal.self) { try form("--b--", boundary: String(repeating: "b", count: 71)) }
        #expect(throws: Refusal.self) { try form("----", boundary: "") }
    }

    @Test func `A field sent twice is refused when it is asked for`() throws {
        let part = "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n"
        let form = try form(part + part + "--b--")
        #expect(throws: Refusal.self) { try form.part("x") }
    }

    @Test func `The boundary is found in the content type`() {
        #expect(MultipartForm.boundary(inContentType: "multipart/form-data; boundary=abc") == "abc")
        #expect(MultipartForm.boundary(inContentType: "Multipart/Form-Data;charset=utf-8; Boundary=\"a b'()+_,-./:=?c\"") == "a b'()+_,-./:=?c")
        for wrong in [
            "", "text/plain; boundary=abc", "multipart/form-data", "multipart/form-data; boundary=",
            "multipart/form-data; boundary=a; boundary=b", "multipart/form-data; boundary=\"a\u{1}\"",
            "multipart/form-data; boundary=\"a \"", "multipart/form-data; boundary=\"a", "multipart/form-data boundary=a",
            "multipart/form-data; boundary=" + String(repeating: "b", count: 71),
        ] {
            #expect(MultipartForm.boundary(inContentType: wrong) == nil, "\(wrong)")
        }
    }

    @Test func `Damaged forms are read or refused, never more`() {
        let whole = Upload([.field("tuju", "wbk"), .file("kode,jawaban\r\nA.I.1.i.a,Ya\r\n"), .field("instrumen", "")]).body
        var random = SystemRandomNumberGenerator()
        let bytes: [UInt8] = [0, 9, 10, 13, 32, 34, 45, 58, 59, 61, 92, 255]
        for _ in 0..<4_000 {
            var damaged = whole
            for _ in 0..<Int.random(in: 1...6, using: &random) where !damaged.isEmpty {
                let at = Int.random(in: damaged.indices, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: damaged[at] = bytes.randomElement(using: &random) ?? 0
                case 1: damaged.remove(at: at)
                case 2: damaged.insert(bytes.randomElement(using: &random) ?? 0, at: at)
                default: damaged = Array(damaged[..<max(at, 1)])
                }
            }
            if let form = try? MultipartForm.parse(damaged, boundary: Upload.boundary) {
                #expect(form.parts.count <= MultipartForm.mostParts)
                #expect(form.parts.allSatisfy { $0.content.count < damaged.count && !$0.name.isEmpty })
            }
        }
    }

    @Test func `Long content that looks like a delimiter over and over is read in one pass`() throws {
        let content = String(repeating: "\r\n--", count: 400_000)
        let clock = ContinuousClock()
        let start = clock.now
        let form = try form("--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n\(content)\r\n--b--")
        let time = clock.now - start
        #expect(form.parts[0].content.count == 1_600_000)
        #expect(time < .seconds(10))
    }
}
