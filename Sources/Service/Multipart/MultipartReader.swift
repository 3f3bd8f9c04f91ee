import Glibc
import Rulebook

/// Walks over the body of a multipart form, from delimiter to delimiter.
struct MultipartReader {
    private let body: [UInt8]
    /// What stands before every part but the first, where the line end before it is missing.
    private let delimiter: [UInt8]
    private var at = 0

    init(_ body: [UInt8], boundary: [UInt8]) {
        self.body = body
        delimiter = [0x0D, 0x0A, 0x2D, 0x2D] + boundary
    }

    /// - Throws: `Refusal`
    mutating func parts() throws(Refusal) -> [MultipartForm.Part] {
        let opening = delimiter.dropFirst(2)
        guard body.starts(with: opening) else { throw refusal(0, "awalnya bukan pembatas bagian") }
        at = opening.count
        var parts: [MultipartForm.Part] = []
        while true {
            if accept("--") {
                guard at == body.count || (accept("\r\n") && at == body.count) else {
                    throw refusal(parts.count, "masih ada isi sesudah pembatas penutup")
                }
                return parts
            }
            guard accept("\r\n") else { throw refusal(parts.count, "pembatas bagian tidak diikuti baris baru") }
            guard parts.count < MultipartForm.mostParts else {
                throw refusal(parts.count, "lebih dari \(MultipartForm.mostParts) bagian")
            }
            parts.append(try part(parts.count + 1))
        }
    }

    private mutating func part(_ number: Int) throws(Refusal) -> MultipartForm.Part {
        let (name, fileName) = try headers(number)
        let start = at
        guard let end = position(of: delimiter, from: start) else {
            throw refusal(number, "pembatas penutup tidak ditemukan")
        }
        at = end + delimiter.count
        return MultipartForm.Part(name: name, fileName: fileName, content: body[start..<end])
    }

    /// Reads header lines up to and with the empty one.
    private mutating func headers(_ number: Int) throws(Refusal) -> (name: String, fileName: String?) {
        let start = at
        var disposition: String?
        while !accept("\r\n") {
            let reach = min(body.count, start + MultipartForm.longestHeaders)
            guard let end = body[at..<max(at, reach)].firstIndex(of: 0x0D), end + 1 < body.count, body[end + 1] == 0x0A else {
                throw refusal(number, "kepala bagian tidak lengkap atau terlalu panjang")
            }
            let line = body[at..<end]
            at = end + 2
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
                line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
                line[colon...].allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }),
                let value = String(validating: line[(colon + 1)...], as: UTF8.self)
            else { throw refusal(number, "kepala bagian tidak sah") }
            switch String(decoding: line[..<colon], as: UTF8.self).lowercased() {
            case "content-disposition":
                guard disposition == nil else { throw refusal(number, "kepala bagian berulang") }
                disposition = value
            case "content-transfer-encoding":
                // Nothing but plain bytes: decoding would be one more thing to get wrong.
                guard ["binary", "8bit", "7bit"].contains(HeaderParameters(value).value.lowercased()) else {
                    throw refusal(number, "isi disandikan")
                }
            default: break
            }
        }
        guard let disposition else { throw refusal(number, "nama isian tidak disebut") }
        return try names(in: disposition, number)
    }

    private func names(in disposition: String, _ number: Int) throws(Refusal) -> (name: String, fileName: String?) {
        var header = HeaderParameters(disposition)
        var name: String?
        var fileName: String?
        guard header.value.lowercased() == "form-data" else { throw refusal(number, "bukan isian formulir") }
        while let parameter = header.next() {
            switch parameter.name {
            case "name" where name == nil: name = parameter.value
            case "filename" where fileName == nil: fileName = parameter.value
            case "filename*": fileName = fileName ?? ""
            case "name", "filename": throw refusal(number, "nama disebut dua kali")
            default: break
            }
        }
        guard header.isIntact, let name, !name.isEmpty else { throw refusal(number, "nama isian tidak sah") }
        guard name.utf8.count <= MultipartForm.longestName else { throw refusal(number, "nama isian terlalu panjang") }
        return (name, fileName)
    }

    private mutating func accept(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { expected in
            guard body[at...].starts(with: expected) else { return false }
            at += expected.count
            return true
        }
    }

    /// Where the pattern, which begins with a carriage return, stands next. The C library looks for that byte,
    /// as uploads are megabytes long.
    private func position(of pattern: [UInt8], from start: Int) -> Int? {
        body.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return nil }
            var from = start
            while from + pattern.count <= bytes.count {
                guard let found = memchr(base + from, Int32(pattern[0]), bytes.count - pattern.count - from + 1) else {
                    return nil
                }
                from = base.distance(to: UnsafeRawPointer(found))
                if memcmp(base + from, pattern, pattern.count) == 0 { return from }
                from += 1
            }
            return nil
        }
    }

    private func refusal(_ number: Int, _ reason: String) -> Refusal {
        MultipartForm.malformed(number == 0 ? "" : "bagian \(number)", reason)
    }
}
