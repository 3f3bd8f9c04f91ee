import HummingbirdCore
import Logging
import NIOCore
import NIOSSL
import Rulebook
import ServiceLifecycle
import UnixSignals

/// A connection inside TLS. Unlike the framework's own, it takes the certificate that is current when the connection
/// begins, so that a new one needs no restart.
struct CertifiedChannel<Base: ServerChildChannel>: ServerChildChannel {
    let base: Base
    let certificates: CertificateStore

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Base.Value> {
        channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: certificates.context))
        }.flatMap { base.setup(channel: channel, logger: logger) }
    }

    func handle(value: Base.Value, logger: Logger) async {
        await base.handle(value: value, logger: logger)
    }
}

/// Reads the certificate again on SIGHUP.
struct CertificateReload: ServiceLifecycle.Service {
    let certificates: CertificateStore
    let logger: Logger
    let clock: any WallClock

    func run() async throws {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() { reload() }
    }

    func reload() {
        do throws(Refusal) {
            try certificates.reload()
            logger.notice("certificate reloaded")
            warn()
        } catch {
            for finding in error.findings {
                logger.error("certificate not reloaded", metadata: ["code": "\(finding.code.rawValue)", "reason": "\(finding.message)"])
            }
        }
    }

    func warn() {
        guard let warning = certificates.warning(at: clock.now) else { return }
        logger.warning("certificate expiring", metadata: ["code": "\(warning.code.rawValue)", "reason": "\(warning.message)"])
    }
}
