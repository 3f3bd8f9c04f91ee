public import Rulebook

/// A form with files as browsers send it (`multipart/form-data`, RFC 7578), read strictly: anything that is not
/// exactly as browsers write it is refused.
public struct MultipartForm: Hashable, Sendable {
    /// One field of the form.
    public struct Part: Hashable, Sendable {
        /// The field's name; not empty, at most ``longestName`` bytes.
        public let name: String
        /// What the browser calls the file; `nil` for fields that are no files. Untrusted: only ever shown.
        public let fileName: String?
        /// The bytes between the delimiters, as sent.
        public let content: ArraySlice<UInt8>

        /// The content as text, or `nil` when it is no UTF-8.
        ///
        /// - Complexity: O(length)
        public var text: String? { String(validating: content, as: UTF8.self) }
    }

    /// Fields of one form.
    public static let mostParts = 16
    /// Bytes of all headers of one part.
    public static let longestHeaders = 8 << 10
    /// Bytes of a field's name.
    public static let longestName = 200
    /// Characters of the boundary (RFC 2046, 5.1.1).
    public static let longestBoundary = 70

    /// Nothing was sent.
    static let empty = MultipartForm(parts: [])

    /// In the order sent.
    public let parts: [Part]

    /// Reads the body of a request. Pure: nothing but the arguments decides the result.
    ///
    /// - Throws: `Refusal` with `malformedUpload`, naming the part.
    /// - Complexity: O(length)
    public static func parse(_ body: [UInt8], boundary: String) throws(Refusal) -> MultipartForm {
        guard isBoundary(boundary) else { throw malformed("", "pembatas bagian tidak sah") }
        var reader = MultipartReader(body, boundary: Array(boundary.utf8))
        return MultipartForm(parts: try reader.parts())
    }

    /// The one field of a name; `nil` when there is none.
    ///
    /// - Throws: `Refusal` when there are several: which one was meant would be a guess.
    public func part(_ name: String) throws(Refusal) -> Part? {
        let found = parts.filter { $0.name == name }
        guard found.count <= 1 else { throw Self.malformed(name, "isian ini dikirim lebih dari sekali") }
        return found.first
    }

    /// The boundary named by a `Content-Type` header, or `nil` when the body is no multipart form.
    ///
    /// - Complexity: O(length)
    public static func boundary(inContentType header: String) -> String? {
        var header = HeaderParameters(header)
        guard header.value.lowercased() == "multipart/form-data" else { return nil }
        var found: String?
        while let parameter = header.next() {
            guard parameter.name == "boundary" else { continue }
            guard found == nil else { return nil }
            found = parameter.value
        }
        guard header.isIntact, let found, isBoundary(found) else { return nil }
        return found
    }

    private static func isBoundary(_ text: String) -> Bool {
        let others = "'()+_,-./:=? ".utf8
        return (1...longestBoundary).contains(text.utf8.count) && text.utf8.last != UInt8(ascii: " ")
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || others.contains(byte)
            }
    }

    static func malformed(_ place: String, _ reason: String) -> Refusal {
        Refusal(
            .malformedUpload, at: place,
            "Kiriman formulir tidak dapat dibaca: \(reason). Muat ulang halaman, isi kembali, lalu kirim lagi.")
    }
}
