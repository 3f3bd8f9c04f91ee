import HTTPTypes
import Hummingbird
import NIOCore
import Rulebook
import Synchronization

/// Takes in the body of a request before anything else looks at it, within bounds: bytes of one request, bytes
/// of all requests together, and time.
struct RequestBounds: RouterMiddleware {
    /// For requests that upload no file.
    static let smallBody = 256 << 10
    /// For what a form needs around the file.
    static let formOverhead = 64 << 10

    private let largest: [String: Int]
    private let memory: BodyMemory
    private let time: TimeAmount

    /// - Parameter uploads: where files are sent, and how large one may be there, in bytes.
    init(_ configuration: ServerConfiguration, uploads: [(path: SitePath, largest: Int)]) {
        // As the router writes the path of an endpoint.
        largest = Dictionary(
            uploads.map { (RouterPath($0.path.pattern).description, $0.largest + Self.formOverhead) }, uniquingKeysWith: max)
        memory = BodyMemory(configuration.uploadMemory)
        time = TimeAmount(configuration.uploadTime)
    }

    func handle(
        _ request: Request, context: ZonaContext, next: (Request, ZonaContext) async throws -> Response
    ) async throws -> Response {
        let declared = request.headers[.contentLength].flatMap { Int($0) }
        guard request.headers[.transferEncoding] != nil || declared ?? 0 > 0 else {
            return try await next(request, context)
        }
        let limit = context.endpointPath.flatMap { largest[$0] } ?? Self.smallBody
        if let declared, declared > limit { throw Self.tooLarge(limit) }
        let share = declared ?? limit
        guard memory.reserve(share) else { throw CheckGate.tooBusy }
        defer { memory.release(share) }
        var request = request
        request.body = RequestBody(buffer: try await collect(request.body, limit, context))
        return try await next(request, context)
    }

    private func collect(_ body: RequestBody, _ limit: Int, _ context: ZonaContext) async throws -> ByteBuffer {
        // Each byte that trickles in counts as activity, so the idle time alone would never end this.
        let channel = context.channel
        let deadline = channel.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
        defer { deadline.cancel() }
        do {
            return try await body.collect(upTo: limit)
        } catch is NIOTooManyBytesError {
            throw Self.tooLarge(limit)
        } catch {
            throw BrokenRequest(cause: error)
        }
    }

    private static func tooLarge(_ limit: Int) -> Refusal {
        let shown = limit > formOverhead << 2 ? "\((limit - formOverhead) >> 20) MB" : "\(limit >> 10) KB"
        return Refusal(
            .fileTooLarge, at: "",
            "Kiriman ini terlalu besar; paling besar \(shown). Hapus lembar dan gambar yang tidak perlu dari berkas, lalu kirim lagi.")
    }
}

/// The request stopped before its end. Not answered by a page: there is nobody left to read it, or the server's
/// own answer to malformed HTTP applies.
struct BrokenRequest: Error {
    let cause: any Error
}

/// How many bytes of request bodies are held.
private final class BodyMemory: Sendable {
    private let free: Mutex<Int>

    init(_ bytes: Int) {
        free = Mutex(bytes)
    }

    func reserve(_ bytes: Int) -> Bool {
        free.withLock { free in
            guard bytes <= free else { return false }
            free -= bytes
            return true
        }
    }

    func release(_ bytes: Int) {
        free.withLock { $0 += bytes }
    }
}
