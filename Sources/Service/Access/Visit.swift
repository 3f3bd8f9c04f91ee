import Hummingbird
import Rulebook

/// A request to a guarded route, after the guard let it through.
struct Visit: Sendable {
    let visitor: Visitor
    /// What the form sent; nothing for pages that are only looked at.
    let fields: FormFields
    /// The form with its files, where a route takes files; without parts otherwise.
    let files: MultipartForm
    /// What the browser calls itself, for the list of sessions.
    let device: Device
    fileprivate let parameters: Parameters
    fileprivate let query: [String: String]

    init(_ request: Request, _ context: ZonaContext, visitor: Visitor, fields: FormFields, files: MultipartForm = .empty) {
        self.visitor = visitor
        self.fields = fields
        self.files = files
        device = Device(userAgent: request.headers[.userAgent] ?? "")
        parameters = context.parameters
        query = Dictionary(
            request.uri.queryParameters.map { (String($0.key), String($0.value)) }, uniquingKeysWith: { first, _ in first })
    }

    /// The person; for routes that are not open.
    ///
    /// - Throws: ``SignInNeeded`` when there is none.
    func identity() throws -> Identity {
        guard let identity = visitor.identity else { throw SignInNeeded() }
        return identity
    }

    /// A varying step of the address, at most 100 letters.
    ///
    /// - Throws: ``PageRefusal/notFound`` when it is missing or longer.
    func step(_ name: String) throws -> String {
        guard let text = parameters.get(name), !text.isEmpty, text.utf8.count <= 100 else { throw PageRefusal.notFound }
        return text
    }

    /// Whether the address has a varying step of this name.
    func has(_ name: String) -> Bool { parameters.get(name) != nil }

    /// A value behind the `?` of the address; empty when there is none.
    func query(_ name: String) -> String { query[name] ?? "" }
}

/// The page is for people who are signed in; leads to the form.
struct SignInNeeded: Error {}

/// Something has to be done first; leads to where it is done.
struct StepPending: Error {
    let step: SessionRule.Pending
}
