import HTTPTypes
import Hummingbird
import Rulebook

/// Every address the server answers, and what each request passes on its way.
struct ZonaRoutes {
    let configuration: ServerConfiguration
    let actions: CheckActions
    /// `nil` on a server that only checks sheets.
    let accounts: AccountsSite?
    let clock: any WallClock
    let metrics: RequestMetrics
    let readiness: Readiness

    func router() -> Router<ZonaContext> {
        let frame = PageFrame(actions.instruments, hasAccounts: accounts != nil, isDemo: accounts?.storage.isDemo ?? false)
        let router = Router(context: ZonaContext.self, options: .autoGenerateHeadEndpoints)
        // From the outside in. What a layer adds, those outside of it see.
        router.add(middleware: OriginLayer(configuration))
        router.add(middleware: RequestLog(metrics: metrics))
        router.add(middleware: SecurityHeaders(configuration))
        router.add(middleware: Compression())
        router.add(middleware: ErrorPages(frame: frame, recognise: accounts?.access.recognise))
        router.add(middleware: RequestBounds(configuration, uploads: uploads))
        AssetRoutes().add(to: router)
        ReadinessRoutes(readiness: readiness).add(to: router)
        // One gate for all files that are read and written: together they may not take more than the machine has.
        let gate = CheckGate(width: configuration.checksAtOnce, queue: configuration.waitingChecks)
        CheckRoutes(actions: actions, clock: clock, frame: frame, gate: gate).add(to: router)
        accounts?.addRoutes(to: router, frame: frame, instruments: actions.instruments, gate: gate)
        refuseOtherMethods(on: router)
        metrics.know(router.routes.map(\.path.description))
        return router
    }

    /// Where files are sent.
    private var uploads: [(path: SitePath, largest: Int)] {
        let sheets = [SitePath.check, SheetRoutes.upload, DevelopmentRoutes.upload, .agencyAction(.nation, .importing)]
        return sheets.map { ($0, configuration.largestUpload) } + FilingRoutes.uploads.map { ($0, configuration.largestDocument) }
    }

    /// A known address asked in an unknown way is told so (405), with the ways there are.
    private func refuseOtherMethods(on router: Router<ZonaContext>) {
        let ways: [HTTPRequest.Method] = [.get, .post, .put, .delete, .patch, .options]
        let known = Dictionary(grouping: router.routes) { $0.path.description }
        for (path, routes) in known {
            let methods = routes.map(\.method)
            let allowed = (methods.contains(.get) ? methods + [.head] : methods).map(\.rawValue).sorted()
            for way in ways where !methods.contains(way) {
                router.on(RouterPath(path), method: way) { _, _ -> Response in
                    throw PageRefusal.method(allowed: allowed)
                }
            }
            if !methods.contains(.get) {
                router.on(RouterPath(path), method: .head) { _, _ -> Response in
                    throw PageRefusal.method(allowed: allowed)
                }
            }
        }
    }
}
