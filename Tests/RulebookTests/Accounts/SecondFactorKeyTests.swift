import Rulebook
import Testing

@Suite("Keys of the second factor")
struct SecondFactorKeyTests {
    @Test("A key has twenty bytes", arguments: [0, 19, 20, 21])
    func length(count: Int) {
        #expect((SecondFactorKey([UInt8](repeating: 7, count: count)) != nil) == (count == 20))
    }

    @Test("The key by hand is base32 of RFC 4648")
    func base32() throws {
        #expect(try #require(SecondFactorKey(Array("12345678901234567890".utf8))).base32 == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
        #expect(try #require(SecondFactorKey([UInt8](repeating: 0, count: 20))).base32 == String(repeating: "A", count: 32))
        #expect(try #require(SecondFactorKey([UInt8](repeating: 255, count: 20))).base32 == String(repeating: "7", count: 32))
        // "foobar" and its beginnings are the document's vectors; four times "fooba" makes twenty bytes.
        #expect(try #require(SecondFactorKey(Array("foobafoobafoobafooba".utf8))).base32 == String(repeating: "MZXW6YTB", count: 4))
    }

    @Test("The QR code's address escapes whatever stands in a name")
    func address() throws {
        let key = try #require(SecondFactorKey(Array("12345678901234567890".utf8)))
        #expect(
            key.address(issuer: "Zona", account: "siti@b.id")
                == "otpauth://totp/Zona:siti%40b.id?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Zona&algorithm=SHA1&digits=6&period=30")
        let hostile = key.address(issuer: "A:B&secret=X", account: "é?#/\n")
        #expect(hostile.hasPrefix("otpauth://totp/A%20B%26secret%3DX:%C3%A9%3F%23%2F%0A?secret=GEZD"))
    }
}
