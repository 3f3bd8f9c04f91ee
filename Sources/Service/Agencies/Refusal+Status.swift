import HTTPTypes
import Rulebook

extension Refusal {
    /// The HTTP status of a page that shows it.
    var status: HTTPResponse.Status { ErrorPages.status(of: findings.first?.code ?? .incident) }
}
