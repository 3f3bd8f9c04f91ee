import Hummingbird
import Logging
import NIOCore

/// What travels with a request.
struct ZonaContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The connection, so that one that never finishes its request can be cut.
    let channel: any Channel
    /// Who asked: the other end of the connection, or what trusted proxies say lies behind it (see ``ClientOrigin``).
    /// Never logged. Not known where there is no network, as in tests.
    var clientAddress: IPAddress
    /// Whether the client speaks TLS, so that cookies may be marked for TLS only.
    var isSecure = false

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
        clientAddress = IPAddress(source.channel.remoteAddress) ?? .unspecified
    }

    /// The number a person quotes when something went wrong; the log has the whole request id.
    var incident: String {
        let digits = id.suffix(12).uppercased()
        return digits.prefix(4) + "-" + digits.dropFirst(4).prefix(4) + "-" + digits.dropFirst(8)
    }
}
