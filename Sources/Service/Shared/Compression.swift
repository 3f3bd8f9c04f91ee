import HTTPTypes
import Hummingbird
import NIOCore

/// Packs texts over one kilobyte for browsers that take it. An answer whose length is not known beforehand, such as the
/// export of a journal, is sent as it comes: to pack it, it would have to be in memory as a whole.
struct Compression: RouterMiddleware {
    /// Below this, packing saves less than it costs.
    static let smallest = 1 << 10

    func handle(
        _ request: Request, context: ZonaContext, next: (Request, ZonaContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        guard let length = response.body.contentLength, length > Self.smallest,
            response.headers[.contentEncoding] == nil, Self.isText(response.headers[.contentType] ?? "")
        else { return response }
        response.headers[.vary] = "Accept-Encoding"
        guard Self.isAccepted(request.headers[values: .acceptEncoding]) else { return response }
        let collector = BodyCollector()
        try await response.body.write(collector)
        let bytes = collector.bytes
        guard let packed = Gzip.pack(bytes), packed.count < bytes.count else {
            response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
            return response
        }
        response.headers[.contentEncoding] = "gzip"
        response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: packed))
        return response
    }

    private static func isText(_ type: String) -> Bool {
        type.hasPrefix("text/") || type.hasPrefix("image/svg+xml") || type.hasPrefix("application/json")
    }

    /// Whether an `Accept-Encoding` header names gzip (or everything) with a weight over 0.
    static func isAccepted(_ headers: [String]) -> Bool {
        var everything = false
        for header in headers {
            for entry in header.split(separator: ",") {
                let parts = entry.lowercased().split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
                let isRefused = parts.dropFirst().contains { part in
                    part.hasPrefix("q=0") && part.dropFirst(3).allSatisfy { $0 == "." || $0 == "0" }
                }
                if parts.first == "gzip" { return !isRefused }
                if parts.first == "*" { everything = !isRefused }
            }
        }
        return everything
    }
}

/// Takes in what a response writes. Used by one response at a time, never shared.
private struct BodyCollector: ResponseBodyWriter {
    private final class Storage {
        var buffer = ByteBuffer()
    }

    private let storage = Storage()

    var bytes: [UInt8] { Array(storage.buffer.readableBytesView) }

    mutating func write(_ buffer: ByteBuffer) async throws {
        storage.buffer.writeImmutableBuffer(buffer)
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
