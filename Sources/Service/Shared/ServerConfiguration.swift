import Documents
import NIOCore

/// What can be set about the web server. Every limit has a value that suits one machine of an agency.
public struct ServerConfiguration: Hashable, Sendable {
    /// Name or address to listen on.
    public var host: String
    /// 0 for any free port.
    public var port: Int
    /// Bytes of one uploaded file.
    public var largestUpload: Int
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

    /// - Parameters:
    ///   - host: name or address to listen on.
    ///   - port: 0 for any free port.
    public init(host: String = "127.0.0.1", port: Int = 8080) {
        self.host = host
        self.port = port
        largestUpload = SheetFile.largestFile
        uploadMemory = 256 << 20
        checksAtOnce = System.coreCount
        waitingChecks = 64
        connections = 2_000
        idleTime = .seconds(30)
        uploadTime = .seconds(120)
        stopTime = .seconds(20)
    }
}
