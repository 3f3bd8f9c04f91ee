import Hummingbird
import Logging
import NIOCore

/// What travels with a request.
struct ZonaContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The connection, so that one that never finishes its request can be cut.
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }

    /// The number a person quotes when something went wrong; the log has the whole request id.
    var incident: String {
        let digits = id.suffix(12).uppercased()
        return digits.prefix(4) + "-" + digits.dropFirst(4).prefix(4) + "-" + digits.dropFirst(8)
    }
}
