import Rulebook
import Testing

@Suite("Digests of contents") struct DocumentDigestTests {
    private static let good = String(repeating: "0123456789abcdef", count: 4)

    @Test("64 lower-case digits are a digest, and nothing else is")
    func spelling() throws {
        #expect(DocumentDigest(Self.good)?.text == Self.good)
        let wrong = [
            "", String(Self.good.dropLast()), Self.good + "0", Self.good.uppercased(), "../../../../etc/passwd", "g" + Self.good.dropFirst(),
            "/" + Self.good.dropFirst(), Self.good.dropLast() + "\0", String(repeating: "٣", count: 64),
        ]
        for text in wrong { #expect(DocumentDigest(text) == nil, "\(text)") }
    }

    @Test("It lies two folders deep under its own first digits")
    func place() throws {
        let digest = try #require(DocumentDigest(Self.good))
        #expect(digest.path == "01/23/\(Self.good)")
        #expect(digest.description == Self.good)
        #expect(try #require(DocumentDigest(String(repeating: "0", count: 64))) < digest)
    }
}
