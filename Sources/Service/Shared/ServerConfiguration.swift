import Documents
public import Logging
import NIOCore

/// What can be set about the web server. Every limit has a value that suits one machine of an agency.
public struct ServerConfiguration: Hashable, Sendable {
    /// An address and a port to listen on.
    public struct Listening: Hashable, Sendable {
        /// Name or address.
        public var host: String
        /// 0 for any free port.
        public var port: Int

        /// - Parameters:
        ///   - host: name or address.
        ///   - port: 0 for any free port.
        public init(host: String, port: Int) {
            self.host = host
            self.port = port
        }

        /// As it stands in an address of the web.
        public var text: String { "\(host.contains(":") ? "[\(host)]" : host):\(port)" }
    }

    /// Where certificate and key lie.
    public struct TLSFiles: Hashable, Sendable {
        /// Path of the certificate chain, PEM.
        public var certificate: String
        /// Path of the private key, PEM without a password.
        public var key: String

        /// - Parameters:
        ///   - certificate: path of the certificate chain, PEM.
        ///   - key: path of the private key, PEM without a password.
        public init(certificate: String, key: String) {
            self.certificate = certificate
            self.key = key
        }
    }

    /// Name or address to listen on.
    public var host: String
    /// 0 for any free port.
    public var port: Int
    /// The address people know the server by; nil when it was not told.
    public var publicAddress: PublicAddress?
    /// Certificate and key when the server speaks TLS itself; nil for plain HTTP.
    public var tls: TLSFiles?
    /// For how long a browser is told to come by TLS only, once it did.
    public var strictTransport: Duration
    /// Machines in front of the server that are believed.
    public var proxies: ProxyTrust
    /// Where metrics are handed out; nil for nowhere.
    public var metrics: Listening?
    /// The least level that is logged.
    public var logLevel: Logger.Level
    /// Bytes of one uploaded file.
    public var largestUpload: Int
    /// Bytes of one document that is kept.
    public var largestDocument: Int
    /// Bytes of all request bodies held at the same time; more are turned away with 503.
    public var uploadMemory: Int
    /// Files checked at the same time; the number of cores unless told otherwise.
    public var checksAtOnce: Int
    /// Files that may wait for their turn; more are turned away with 503.
    public var waitingChecks: Int
    /// Connections open at the same time; more wait in the system's queue.
    public var connections: Int
    /// How long a connection may be silent, or take to send the head of a request.
    public var idleTime: Duration
    /// How long a request may take to send its body.
    public var uploadTime: Duration
    /// How long requests in progress may take to finish once the server is asked to stop.
    public var stopTime: Duration
    /// How long the server goes on taking requests after it was asked to stop, so that a load balancer notices.
    public var drainTime: Duration
    /// How long a session lasts without a request.
    public var sessionIdle: Duration
    /// How long a session lasts at most.
    public var sessionLimit: Duration
    /// Between two signatures under what was added to the journal; another server takes over a tenth later.
    public var signingInterval: Duration

    /// - Parameters:
    ///   - host: name or address to listen on.
    ///   - port: 0 for any free port.
    public init(host: String = "127.0.0.1", port: Int = 8080) {
        self.host = host
        self.port = port
        strictTransport = .seconds(365 * 86_400)
        proxies = ProxyTrust()
        logLevel = .info
        largestUpload = SheetFile.largestFile
        largestDocument = 20 << 20
        uploadMemory = 256 << 20
        checksAtOnce = System.coreCount
        waitingChecks = 64
        connections = 2_000
        idleTime = .seconds(30)
        uploadTime = .seconds(120)
        stopTime = .seconds(20)
        drainTime = .zero
        sessionIdle = .seconds(30 * 60)
        sessionLimit = .seconds(12 * 3_600)
        signingInterval = .seconds(600)
    }

    /// Where requests are taken.
    public var listening: Listening { Listening(host: host, port: port) }
}
