import Crypto
import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import Rulebook

/// The content of a document on its way to a browser: always to be saved, never to be shown as a page of ours.
struct DocumentResponse: Sendable {
    let document: FilingStore.Kept
    let contents: DocumentContents

    /// - Throws: `Refusal` of code `documentDamaged` when the content is not there; `RelationalError`.
    func make() async throws -> Response {
        do {
            // Asked before anything is promised.
            guard try await !contents.piece(0, of: document.content.digest).isEmpty else { throw ContentFault.missing }
        } catch is ContentFault {
            throw Self.damaged
        }
        // ``SecurityHeaders`` adds that no browser may take it for another kind, or run anything in it.
        let headers: HTTPFields = [
            .contentType: document.media.rawValue + (document.media == .text || document.media == .table ? "; charset=utf-8" : ""),
            .contentDisposition: Self.disposition(document.fileName),
            .cacheControl: "private, no-store",
        ]
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody(contentLength: document.content.size) { writer in
                try await write(to: &writer)
                try await writer.finish(nil)
            })
    }

    /// The last piece is held back until the whole is known to be what was kept; otherwise the answer breaks off, and no
    /// browser takes it for complete.
    private func write(to writer: inout any ResponseBodyWriter) async throws {
        var hash = SHA256()
        var held: [UInt8] = []
        var number = 0
        while case let piece = try await contents.piece(number, of: document.content.digest), !piece.isEmpty {
            if !held.isEmpty { try await writer.write(ByteBuffer(bytes: held)) }
            hash.update(data: piece)
            held = piece
            number += 1
        }
        guard HexText.text(hash.finalize()) == document.content.digest.text else { throw ContentFault.damaged }
        try await writer.write(ByteBuffer(bytes: held))
    }

    static let damaged = Refusal(
        .documentDamaged, at: "",
        "Isi dokumen ini hilang atau berubah sejak disimpan, jadi tidak diserahkan. Beri tahu pengelola server; isinya dapat dipulihkan dari cadangan.")

    /// RFC 6266: the name in plain letters for old browsers, and as it is for all others.
    static func disposition(_ name: String) -> String {
        let plain = String(name.unicodeScalars.map { $0.isASCII && $0.value >= 0x20 && $0.value != 0x7F && $0 != "\"" && $0 != "\\" ? Character($0) : "-" })
        let whole = name.utf8.map { byte in
            let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || "-._~".utf8.contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + HexText.text([byte]).uppercased()
        }.joined()
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(whole)"
    }
}
