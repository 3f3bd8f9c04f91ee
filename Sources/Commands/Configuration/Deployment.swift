import Service

/// Everything that is set about an installation.
struct Deployment {
    /// The web server.
    var server = ServerConfiguration()
    /// Where metrics are handed out.
    var metricsHost = "127.0.0.1" {
        didSet { listenForMetrics() }
    }
    /// Nil for no metrics.
    var metricsPort: Int? {
        didSet { listenForMetrics() }
    }
    /// The folder with the agency's own files; nil when there is none.
    var data: String?
    /// The database beyond this machine; nil for the file in the data folder.
    var database: DatabaseAddress?

    private mutating func listenForMetrics() {
        server.metrics = metricsPort.map { .init(host: metricsHost, port: $0) }
    }

    /// What no single setting can tell: those that contradict each other, by the keys involved.
    var conflicts: [(keys: [String], message: String)] {
        var found: [(keys: [String], message: String)] = []
        if let tls = server.tls, tls.certificate.isEmpty != tls.key.isEmpty {
            found.append(
                (
                    ["tls-certificate", "tls-key"],
                    "tls-certificate dan tls-key harus diisi keduanya, atau tidak satu pun."
                ))
        }
        if server.sessionIdle > server.sessionLimit {
            found.append(
                (
                    ["session-idle-minutes", "session-absolute-minutes"],
                    "session-idle-minutes tidak boleh lebih panjang daripada session-absolute-minutes."
                ))
        }
        if let metrics = server.metrics, metrics.port != 0, metrics.port == server.port {
            found.append((["metrics-port", "port"], "metrics-port harus berbeda dari port halaman."))
        }
        return found
    }
}
