import Hummingbird
import Logging
import Rulebook
import ServiceLifecycle

/// The part of the site that knows people: everything behind signing in, and what works for it in the background.
struct AccountsSite: Sendable {
    let storage: ServerStorage
    let configuration: ServerConfiguration
    let clock: any WallClock
    let secrets: AccountSecrets
    let sessions: SessionRule

    init(_ storage: ServerStorage, _ configuration: ServerConfiguration, clock: any WallClock) {
        self.storage = storage
        self.configuration = configuration
        self.clock = clock
        secrets = AccountSecrets(
            hasher: PasswordHasher(cost: storage.passwordCost), vault: storage.vault,
            passwords: PasswordPolicy(common: CommonPasswords.all))
        sessions = SessionRule(
            idleLimit: configuration.sessionIdle.components.seconds,
            absoluteLimit: configuration.sessionLimit.components.seconds)
    }

    func addRoutes(to router: Router<ZonaContext>, frame: PageFrame) {
        let access = AccessGuard(records: storage.records, rule: sessions, clock: clock)
        let routes = GuardedRoutes(router: router, access: access)
        let records = storage.records
        let site = configuration.publicAddress?.text ?? Self.localAddress(configuration)
        let agencies = AgencyActions(records: records)
        let units = WorkUnitActions(records: records)
        let people = PersonActions(records: records)
        let deeds = DeedActions(records: records)
        SignInRoutes(actions: SignInActions(records: records, secrets: secrets), frame: frame).add(to: routes)
        SecondFactorRoutes(actions: SecondFactorActions(records: records, secrets: secrets), frame: frame).add(to: routes)
        OwnAccountRoutes(
            actions: OwnAccountActions(records: records, secrets: secrets, sessions: sessions),
            secondFactor: SecondFactorActions(records: records, secrets: secrets), deeds: deeds, frame: frame
        ).add(to: routes)
        DeskRoutes(actions: DeskActions(records: records), frame: frame).add(to: routes)
        JournalRoutes(actions: JournalActions(records: records), frame: frame).add(to: routes)
        LinkRoutes(actions: LinkActions(records: records, secrets: secrets), frame: frame).add(to: routes)
        AgencyRoutes(actions: agencies, frame: frame).add(to: routes)
        WorkUnitRoutes(actions: units, agencies: agencies, frame: frame).add(to: routes)
        PeopleRoutes(actions: people, agencies: agencies, frame: frame, publicAddress: site).add(to: routes)
        PersonRoutes(
            actions: people, deeds: deeds, agencies: agencies, units: units, frame: frame, publicAddress: site
        ).add(to: routes)
    }

    /// Where links lead while nobody has said how the site is reached.
    private static func localAddress(_ configuration: ServerConfiguration) -> String {
        let scheme = configuration.tls == nil ? "http" : "https"
        return "\(scheme)://\(ServerConfiguration.Listening(host: configuration.host, port: configuration.port).text)"
    }

    /// What runs beside the pages.
    func services(_ logger: Logger) -> [any ServiceLifecycle.Service] {
        [
            JournalKeeper(
                records: storage.records, keyFile: storage.journalKey, sessionLimit: configuration.sessionLimit,
                clock: clock, logger: logger)
        ]
    }
}
