import HTTPTypes
import Hummingbird
import Logging
import Markup
import Relational
import Rulebook

/// What an address refuses for a reason that HTTP has a header for.
enum PageRefusal: Error {
    /// The address is known, the method is not.
    case method(allowed: [String])
    case notFound
}

/// The one place where errors become pages: a refusal is explained, a fault shows its incident number only and
/// is logged in full.
struct ErrorPages: RouterMiddleware {
    /// Finds out who sends a request; `nil` for a guest, and where it cannot be found out now.
    typealias Recognition = @Sendable (Request, ZonaContext) async -> Visitor?

    let frame: PageFrame
    /// Asked where no guarded route has found out already; `nil` on a server without accounts.
    var recognise: Recognition?

    func handle(
        _ request: Request, context: ZonaContext, next: (Request, ZonaContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let failure as VisitFailure {
            return try answer(failure.cause, request, context, for: failure.visitor)
        } catch let broken as BrokenRequest {
            throw broken.cause
        } catch {
            return try answer(error, request, context, for: await visitor(error, request, context))
        }
    }

    private func visitor(_ error: any Error, _ request: Request, _ context: ZonaContext) async -> Visitor? {
        // A database that does not answer, or a server that cannot keep up, is not asked once more.
        if error is RelationalError { return nil }
        if let refusal = error as? Refusal, Self.status(of: refusal.findings.first?.code ?? .incident) == .serviceUnavailable { return nil }
        return await recognise?(request, context)
    }

    private func answer(
        _ error: any Error, _ request: Request, _ context: ZonaContext, for visitor: Visitor?
    ) throws -> Response {
        switch error {
        case let broken as BrokenRequest: throw broken.cause
        case let refusal as Refusal: return page(refusal, for: visitor)
        case PageRefusal.method(let allowed):
            var response = page(
                Refusal(
                    .methodNotAllowed, at: "",
                    "Alamat ini ada, tetapi tidak dapat diminta dengan cara \(request.method.rawValue). Buka lewat tautan di halaman Zona."),
                for: visitor)
            response.headers[.allow] = allowed.joined(separator: ", ")
            return response
        case PageRefusal.notFound: return page(Self.notFound, for: visitor)
        case let error as HTTPError where error.status == .notFound: return page(Self.notFound, for: visitor)
        default:
            context.logger.error(
                "fault",
                metadata: ["incident": .string(context.incident), "error": .string(String(reflecting: error))])
            if let refusal = (error as? RelationalError).flatMap(Self.storage) { return page(refusal, for: visitor) }
            return page(
                Refusal(
                    .incident, at: context.incident,
                    "Terjadi kesalahan di pihak kami. Coba lagi beberapa saat; bila berulang, sampaikan nomor kejadian \(context.incident) kepada pengelola."),
                for: visitor)
        }
    }

    /// What people are told when the database cannot do what was asked; `nil` where only a mistake of ours explains it.
    private static func storage(_ error: RelationalError) -> Refusal? {
        switch error.kind {
        case .unavailable, .locked, .timedOut:
            Refusal(
                .storageUnavailable, at: "",
                "Basis data sedang tidak dapat menyimpan atau membaca. Tidak ada yang tersimpan setengah jadi. Tunggu sebentar, lalu buka lagi halamannya.")
        case .full:
            Refusal(
                .storageFull, at: "",
                "Ruang penyimpanan server habis, jadi perubahan ini tidak disimpan. Beri tahu pengelola server; yang sudah tersimpan tetap utuh.")
        default: nil
        }
    }

    private static let notFound = Refusal(
        .pageNotFound, at: "", "Halaman ini tidak ada. Periksa kembali alamatnya, atau mulai dari salah satu halaman di bawah.")

    private func page(_ refusal: Refusal, for visitor: Visitor?) -> Response {
        let code = refusal.findings.first?.code ?? .incident
        let status = Self.status(of: code)
        var response = Response(page: ErrorPage.render(refusal, status: status.code, in: frame, for: visitor), status: status)
        if status == .serviceUnavailable { response.headers[.retryAfter] = "5" }
        response.tellWait(of: refusal)
        // What was not read of the request is of no use to a next one.
        if status == .contentTooLarge { response.headers[.connection] = "close" }
        return response
    }

    /// The HTTP status of a refusal, by its code.
    static func status(of code: FindingCode) -> HTTPResponse.Status {
        switch code {
        case .pageNotFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .fileTooLarge, .documentTooLarge: .contentTooLarge
        case .malformedUpload: .badRequest
        case .incident: .internalServerError
        case .tooBusy, .storageUnavailable: .serviceUnavailable
        case .storageFull: .init(code: 507, reasonPhrase: "Insufficient Storage")
        case .accessDenied, .foreignForm: .forbidden
        case .signInThrottled: .tooManyRequests
        case .linkInvalid: .gone
        default: .unprocessableContent
        }
    }
}

extension Response {
    /// A page as UTF-8.
    init(page: HTML, status: HTTPResponse.Status = .ok) {
        self.init(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: page.bytes)))
    }
}

extension Response {
    /// A page that shows why its form was refused.
    init(page: HTML, refusing refusal: Refusal) {
        self.init(page: page, status: ErrorPages.status(of: refusal.findings.first?.code ?? .incident))
        tellWait(of: refusal)
    }

    /// Tells programs when the same may be tried again (RFC 9110, 10.2.3), where the refusal knows.
    fileprivate mutating func tellWait(of refusal: Refusal) {
        if let seconds = refusal.retryAfter { headers[.retryAfter] = String(seconds) }
    }

    /// Leads to another page of the site, where a form's result is seen.
    init(seeOther address: Address) {
        self.init(status: .seeOther, headers: [.location: address.text])
    }
}
