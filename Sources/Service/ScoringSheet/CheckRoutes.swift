import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import Rulebook

/// The pages that check a sheet.
struct CheckRoutes: Sendable {
    let actions: CheckActions
    let clock: any WallClock
    let frame: PageFrame
    let gate: CheckGate

    func add(to router: Router<ZonaContext>) {
        router.get(RouterPath(SitePath.home.pattern)) { _, _ in
            Response(status: .seeOther, headers: [.location: SitePath.check.address.text])
        }
        // The same for everybody, so it is written once. A sample that cannot be read leaves out the drawing only.
        let form = CheckPage(
            sample: try? actions.checkSample(for: .wbk, at: clock.now), instruments: actions.instruments
        ).render(in: frame)
        router.get(RouterPath(SitePath.check.pattern)) { _, _ in Response(page: form) }
        router.post(RouterPath(SitePath.check.pattern), use: check)
        router.get(RouterPath(SitePath.sample(nil).pattern), use: sample)
        router.get(RouterPath(SitePath.template("").pattern), use: template)
        router.post(RouterPath(SitePath.filledWorkbook.pattern), use: filledWorkbook)
    }

    @Sendable private func sample(_ request: Request, _ context: ZonaContext) async throws -> Response {
        let moment = clock.now
        let designation = request.uri.queryParameters["tuju"].flatMap { Designation(rawValue: String($0)) } ?? .wbk
        let page = try await gate.perform { () throws(Refusal) -> HTML in
            VerdictPage(try actions.checkSample(for: designation, at: moment)).render(in: frame)
        }
        return Response(page: page)
    }

    @Sendable private func check(_ request: Request, _ context: ZonaContext) async throws -> Response {
        let form = CheckForm(try await multipart(request), instruments: actions.instruments.ids)
        let moment = clock.now
        switch await verdict(form, moment) {
        case .success(let page): return Response(page: page)
        case .failure(let refusal):
            guard refusal != CheckGate.tooBusy else { throw refusal }
            let page = CheckRefusedPage(refusal: refusal, choices: form.choices, instruments: actions.instruments)
            return Response(page: page.render(in: frame), status: ErrorPages.status(of: refusal.findings[0].code))
        }
    }

    /// A result rather than an error: Swift 6.3.1 crashes on optimising a caught typed error of an async function.
    private func verdict(_ form: CheckForm, _ moment: Moment) async -> Result<HTML, Refusal> {
        do throws(Refusal) {
            let parsed = try form.parse()
            return .success(
                try await gate.perform { () throws(Refusal) -> HTML in
                    VerdictPage(try actions.check(parsed, at: moment)).render(in: frame)
                })
        } catch { return .failure(error) }
    }

    @Sendable private func template(_ request: Request, _ context: ZonaContext) async throws -> Response {
        // Compared as addresses, so that an id with blanks or slashes is found as well.
        let asked = request.uri.path
        guard
            let prepared = actions.instruments.all.first(where: {
                SitePath.template($0.instrument.id).address.text == asked
            })
        else { throw PageRefusal.notFound }
        let bytes = try await gate.perform { () throws(Refusal) -> [UInt8] in
            try actions.workbook(of: prepared.instrument)
        }
        return Self.workbook(bytes, name: "lke-\(prepared.instrument.id)-kosong.xlsx")
    }

    @Sendable private func filledWorkbook(_ request: Request, _ context: ZonaContext) async throws -> Response {
        let form = CheckForm(try await multipart(request), instruments: actions.instruments.ids)
        let parsed = try form.parse()
        let bytes = try await gate.perform { () throws(Refusal) -> [UInt8] in try actions.workbook(of: parsed) }
        return Self.workbook(bytes, name: "lke-terisi.xlsx")
    }

    /// - Parameter name: what the file is to be called; letters that do not suit a header are replaced.
    private static func workbook(_ bytes: [UInt8], name: String) -> Response {
        let name = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0)) ? $0 : "-" })
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                .contentDisposition: "attachment; filename=\"\(name)\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// The form in the body. The body is in memory already (see ``RequestBounds``).
    private func multipart(_ request: Request) async throws -> MultipartForm {
        guard let boundary = MultipartForm.boundary(inContentType: request.headers[.contentType] ?? "") else {
            throw MultipartForm.malformed("", "bukan kiriman formulir")
        }
        let body = try await request.body.collect(upTo: .max)
        return try MultipartForm.parse(Array(body.readableBytesView), boundary: boundary)
    }
}
