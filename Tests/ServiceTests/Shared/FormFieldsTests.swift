import Rulebook
import Testing

@testable import Service

@Suite("Fields of a form without files") struct FormFieldsTests {
    private func fields(_ body: String) throws -> FormFields { try FormFields(Array(body.utf8)) }

    @Test("Names and values are read back from what browsers send")
    func reading() throws {
        let fields = try fields("nama=Ani+Lestari%2C+S.E.&kosong=&tanpa&a%3Db=%C3%A9%26%3D%2B&a%3Db=dua")
        #expect(fields.raw("nama") == "Ani Lestari, S.E.")
        #expect(fields.raw("kosong") == "" && fields.raw("tanpa") == "" && fields.raw("tidak-ada") == "")
        #expect(fields.raw("a=b") == "é&=+")
        #expect(fields.all("a=b") == ["é&=+", "dua"])
        #expect(fields.all("tidak-ada").isEmpty)
    }

    @Test("Only the first sign of equality divides, and empty pairs are nothing")
    func dividing() throws {
        let fields = try fields("&&a=b=c&&=x&")
        #expect(fields.raw("a") == "b=c")
        #expect(fields.raw("") == "x")
    }

    @Test("Blanks around a text go, those of other scripts as well; a raw text keeps them")
    func blanks() throws {
        let fields = try fields("a=++x+y%09%0A&b=%C2%A0x%E3%80%80&c=+++&d=x")
        #expect(fields.text("a") == "x y")
        #expect(fields.raw("a") == "  x y\t\n")
        #expect(fields.text("b") == "x")
        #expect(fields.text("c") == "")
        #expect(fields.text("d") == "x")
    }

    @Test("Up to two hundred fields are taken, one more is refused")
    func count() throws {
        func body(_ count: Int) -> String { (0..<count).map { "f\($0)=\($0)" }.joined(separator: "&") }
        #expect(try fields(body(199)).raw("f198") == "198")
        #expect(try fields(body(200)).raw("f199") == "199")
        #expect(throws: Refusal.self) { try fields(body(201)) }
        // The same name over and over counts each time.
        #expect(throws: Refusal.self) { try fields(Array(repeating: "a=1", count: 201).joined(separator: "&")) }
    }

    @Test(
        "Broken escapes, texts that are not UTF-8 and U+0000 are refused, in names and in values",
        arguments: [
            "a=%", "a=%4", "a=%4x", "a=%x4", "a=% 41", "%=a", "a=%FF", "a=%C3", "a=%C0%80", "a=%ED%A0%80", "%80=a", "a=%00", "%00=a",
            "a=%F4%90%80%80", "a=%u0041",
        ])
    func broken(body: String) {
        #expect { try fields(body) } throws: { ($0 as? Refusal)?.findings.map(\.code) == [.malformedUpload] }
    }

    @Test("Raw bytes that are not UTF-8 and a raw U+0000 are refused")
    func rawBytes() {
        #expect(throws: Refusal.self) { try FormFields([0x61, 0x3D, 0xFF]) }
        #expect(throws: Refusal.self) { try FormFields([0x61, 0x3D, 0x00]) }
        #expect(throws: Never.self) { try FormFields([0x61, 0x3D, 0xC3, 0xA9]) }
        #expect(throws: Never.self) { try FormFields([UInt8]()) }
    }
}
