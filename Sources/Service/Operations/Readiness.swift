import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle
import Synchronization

/// Whether the server is to be given requests. It lives on while it is not ready, so nobody should restart it for that.
public final class Readiness: Sendable {
    private let stopping = Atomic<Bool>(false)
    private let checks = Mutex<[(name: String, isReady: @Sendable () async -> Bool)]>([])

    init() {}

    /// Adds something the server cannot work without.
    ///
    /// - Parameters:
    ///   - name: shown to whoever asks; a plain word such as `basis-data`, nothing about the machine.
    ///   - isReady: must end soon, since the answer waits for it.
    public func require(_ name: String, _ isReady: @escaping @Sendable () async -> Bool) {
        checks.withLock { $0.append((name, isReady)) }
    }

    /// Says from now on that the server is about to stop.
    func stop() {
        stopping.store(true, ordering: .relaxed)
    }

    /// What keeps the server from being ready; empty when it is.
    func obstacles() async -> [String] {
        guard !stopping.load(ordering: .relaxed) else { return ["berhenti"] }
        var names: [String] = []
        for check in checks.withLock({ $0 }) where !(await check.isReady()) { names.append(check.name) }
        return names
    }
}

/// `GET /health/ready`: 200 when the server takes requests, 503 and the reasons when not.
struct ReadinessRoutes {
    static let path = "/health/ready"
    let readiness: Readiness

    func add(to router: Router<some RequestContext>) {
        router.get(RouterPath(Self.path)) { [readiness] _, _ in
            let obstacles = await readiness.obstacles()
            let text = obstacles.isEmpty ? "siap\n" : "belum siap: \(obstacles.joined(separator: ", "))\n"
            return Response(
                status: obstacles.isEmpty ? .ok : .serviceUnavailable, headers: [.contentType: "text/plain; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        }
    }
}

/// Lets those who hand out requests see that the server is about to stop, before it refuses any. A service group stops
/// its services from the last to the first, so this one comes last.
struct DrainStep: ServiceLifecycle.Service {
    let readiness: Readiness
    let time: Duration

    func run() async throws {
        try? await gracefulShutdown()
        readiness.stop()
        if time > .zero, !Task.isCancelled { try? await Task.sleep(for: time) }
    }
}
