import HTTPTypes
import Hummingbird
import Rulebook

extension GuardedRoutes {
    /// What a form with files sends (`multipart/form-data`), which must come from one of our own pages. How large it may be says ``RequestBounds``.
    ///
    /// - Parameter permit: asks the policy before the form is read: what is wrong with it is nobody's business who may not send it.
    func upload(
        _ path: SitePath, _ asked: RouteAccess, permit: @escaping @Sendable (Visit) throws -> Void = { _ in }, _ answer: @escaping Answer
    ) {
        router.post(RouterPath(path.pattern)) { [access] request, context in
            let visitor = try await access.visitor(request, context)
            return try await Self.guiding(visitor, to: nil) {
                try access.admit(visitor, to: asked)
                try permit(Visit(request, context, visitor: visitor, fields: FormFields()))
                // The body is in memory already, within bounds.
                let body = try await request.body.collect(upTo: .max)
                var form = MultipartForm.empty
                let fields: FormFields
                if let boundary = MultipartForm.boundary(inContentType: request.headers[.contentType] ?? "") {
                    form = try MultipartForm.parse(Array(body.readableBytesView), boundary: boundary)
                    fields = try FormFields(form)
                } else {
                    // As a form without files; what is missing it says itself.
                    fields = try FormFields(body.readableBytesView.prefix(RequestBounds.smallBody))
                }
                try access.verify(fields, of: request, from: visitor)
                return try await answer(Visit(request, context, visitor: visitor, fields: fields, files: form))
            }
        }
    }
}
