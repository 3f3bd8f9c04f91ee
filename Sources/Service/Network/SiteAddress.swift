import Synchronization

/// What links that leave the site begin with: scheme, host and port, without a slash at the end.
///
/// It is what was configured, or else what the server listens on. What a request says of the host is never used, not
/// even on loopback: whoever asks chooses the `Host` header, and a link to hand over that leads to their machine would
/// give them the link's secret.
final class SiteAddress: Sendable {
    private let configured: PublicAddress?
    private let scheme: String
    private let host: String
    private let port: Atomic<Int>

    /// - Parameters:
    ///   - configured: the address people know the server by; `nil` when nobody has said.
    ///   - host: name or address that is listened on.
    ///   - port: 0 for any free one, until ``listens(on:)`` tells which.
    init(_ configured: PublicAddress?, isSecure: Bool, host: String, port: Int) {
        self.configured = configured
        scheme = isSecure ? "https" : "http"
        // Every address of the machine is listened on, and none of those words leads to one of them.
        let isAny = ["0.0.0.0", "::"].contains { IPAddress($0) == IPAddress(host) }
        self.host = isAny ? "localhost" : host.contains(":") ? "[\(host)]" : host
        self.port = Atomic(port)
    }

    /// Notes the port that the server has got.
    func listens(on port: Int) {
        self.port.store(port, ordering: .releasing)
    }

    /// For links.
    var text: String {
        configured?.text ?? "\(scheme)://\(host):\(port.load(ordering: .acquiring))"
    }
}
