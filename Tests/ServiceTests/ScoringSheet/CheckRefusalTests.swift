import HTTPTypes
import HummingbirdTesting
import NIOCore
import Rulebook
import Testing

@testable import Service

@Suite struct CheckRefusalTests {
    @Test func `A form without a file is shown again with what was chosen`() async throws {
        let site = try Site()
        for fields: [Upload.Field] in [
            [.field("instrumen", "permenpanrb-52-2014"), .field("tuju", "wbbm")],
            [.file("", name: ""), .field("instrumen", "permenpanrb-52-2014"), .field("tuju", "wbbm")],
        ] {
            let response = try await site.post(fields)
            #expect(response.status == .unprocessableContent)
            for piece in [
                "href=\"#berkas\">Pilih berkas LKE", "aria-invalid=\"true\"", "value=\"permenpanrb-52-2014\" selected",
                "value=\"wbbm\" checked",
            ] { #expect(response.text.contains(piece), "\(piece)") }
        }
    }

    @Test func `A sheet with mistakes is refused with every one of them, each linked`() async throws {
        var lines = Sheets.sample.split(whereSeparator: \.isNewline).map(String.init)
        lines[1] = "A.I.1.i.a,Mungkin"
        lines[2] = "A.I.1.i.b,Z"
        lines.append("X.9.9,A")
        let response = try await Site().post([.file(lines.joined(separator: "\n"))])
        #expect(response.status == .unprocessableContent)
        let text = response.text
        #expect(text.contains("ada 3 masalah"))
        for piece in ["href=\"#m1\"", "id=\"m1\"", "href=\"#m3\"", "id=\"m3\"", "ZI-1103", "ZI-1101", "id=\"kode-ZI-1101\"", "baris 2"] {
            #expect(text.contains(piece), "\(piece)")
        }
        #expect(!text.contains("id=\"m4\""))
    }

    @Test func `A file in which everything is wrong makes no endless page`() async throws {
        let lines = (0..<5_000).map { "X.\($0),<script>alert(\($0))</script>" }
        let response = try await Site().post([.file("kode,jawaban\n" + lines.joined(separator: "\n")), .field("instrumen", "permenpanrb-90-2021")])
        #expect(response.status == .unprocessableContent)
        #expect(response.body.readableBytes < 400_000)
        #expect(response.text.contains("5000 masalah"))
        #expect(!response.text.contains("<script"))
    }

    @Test func `Something that is no sheet at all is refused as a whole`() async throws {
        let picture = [0xFF, 0xD8, 0xFF, 0xE0] + [UInt8](repeating: 0, count: 500)
        let response = try await Site().post([Upload.Field(name: "berkas", fileName: "foto.jpg", content: picture)])
        #expect(response.status == .unprocessableContent)
        #expect(response.text.contains("ZI-1001"))
        #expect(response.text.contains("seluruh berkas"))
    }

    @Test(arguments: [
        "\"><script>alert(1)</script>.csv", "<img src=x onerror=alert(1)>.csv", "a'b\"c&d.csv", "../../etc/passwd",
        "C:\\data\\rahasia.csv", "a\u{202E}vsc.exe", String(repeating: "n", count: 5_000),
    ])
    func `A hostile file name does no harm`(name: String) async throws {
        let response = try await Site().post([.file(Sheets.sample, name: name)])
        #expect(response.status == .ok || response.status == .badRequest)
        #expect(!response.text.contains("<script") && !response.text.contains("<img") && !response.text.contains("\u{202E}"))
        #expect(!response.text.contains("etc/passwd") && !response.text.contains("C:\\"))
        #expect(!response.text.contains(String(repeating: "n", count: 100)))
    }

    @Test func `Hostile answers are shown as text`() async throws {
        let response = try await Site().post([.file("kode,jawaban\nA.I.1.i.a,\"<b onmouseover=\"\"x\"\">&'\"\n"), .field("instrumen", "permenpanrb-90-2021")])
        #expect(response.status == .unprocessableContent)
        #expect(response.text.contains("&lt;b onmouseover=&quot;x&quot;&gt;&amp;&#39;"))
    }

    @Test(arguments: [("instrumen", "permenpanrb-99-2099"), ("tuju", "emas")])
    func `A choice that is not on offer is refused`(name: String, text: String) async throws {
        let response = try await Site().post([.file(Sheets.sample), .field(name, text)])
        #expect(response.status == .unprocessableContent || response.status == .badRequest)
        #expect(response.text.contains("Lembar belum dapat diperiksa"))
    }

    @Test func `A body that is no form is refused`() async throws {
        let site = try Site()
        for type in ["application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x"] {
            let response = try await site.send("/periksa", .post, headers: [.contentType: type], body: Array("a=b".utf8))
            #expect(response.status == .badRequest, "\(type)")
            #expect(response.text.contains("ZI-1602"))
        }
    }

    @Test func `A file over the limit is turned away, declared or not`() async throws {
        var configuration = ServerConfiguration(port: 0)
        configuration.largestUpload = 100_000
        let response = try await Site(configuration).post([.file(String(repeating: "x", count: 200_000))])
        #expect(response.status == .contentTooLarge)
        #expect(response.text.contains("ZI-1002"))
        let other = try await Site().send("/periksa/lembar.xlsx", .post, body: Array(repeating: 0x61, count: 300_000))
        #expect(other.status == .contentTooLarge)
    }

    @Test func `When no memory for uploads is left, people are asked to wait`() async throws {
        var configuration = ServerConfiguration(port: 0)
        configuration.uploadMemory = 1_000
        let response = try await Site(configuration).post([.file(Sheets.sample)])
        #expect(response.status == .serviceUnavailable)
        #expect(response.headers[.retryAfter] == "5")
        #expect(response.text.contains("ZI-1606"))
        #expect(try await Site(configuration).send("/periksa").status == .ok)
    }

    @Test func `The gate runs a few, lets some wait and turns away the rest`() async throws {
        let gate = CheckGate(width: 2, queue: 3)
        let results = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    do throws(Refusal) {
                        return try await gate.perform { () throws(Refusal) -> Bool in
                            // Long enough that the others arrive meanwhile.
                            var sum = 0
                            for number in 0..<200_000 { sum &+= number }
                            return sum > 0
                        }
                    } catch { return false }
                }
            }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        #expect(results.filter { $0 }.count >= 5)
        let after = try await gate.perform { () throws(Refusal) -> Int in 7 }
        #expect(after == 7)
        await #expect(throws: CheckGate.tooBusy) {
            try await gate.perform { () throws(Refusal) -> Int in throw CheckGate.tooBusy }
        }
    }
}
