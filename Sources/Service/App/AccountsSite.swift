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
    let site: SiteAddress
    let programmes: PreparedProgrammes
    /// Who finds out what candidacies need.
    let checks: CandidacyChecks

    init(
        _ storage: ServerStorage, _ configuration: ServerConfiguration, clock: any WallClock, site: SiteAddress,
        metrics: Metrics, programmes: PreparedProgrammes, checks: CandidacyChecks
    ) {
        self.programmes = programmes
        self.checks = checks
        self.storage = storage
        self.site = site
        let hashes = metrics.counter("zona_password_hashes_total", "Passwords hashed, each the work of some 20 ms.")
        self.configuration = configuration
        self.clock = clock
        secrets = AccountSecrets(
            hasher: PasswordHasher(cost: storage.passwordCost) { hashes.add() }, vault: storage.vault,
            passwords: PasswordPolicy(common: CommonPasswords.all))
        sessions = SessionRule(
            idleLimit: configuration.sessionIdle.components.seconds,
            absoluteLimit: configuration.sessionLimit.components.seconds)
    }

    /// Who sends a request.
    var access: AccessGuard { AccessGuard(records: storage.records, rule: sessions, clock: clock) }

    func addRoutes(to router: Router<ZonaContext>, frame: PageFrame, instruments: PreparedInstruments, gate: CheckGate) {
        let routes = GuardedRoutes(router: router, access: access)
        let records = storage.records
        let agencies = AgencyActions(records: records)
        let units = WorkUnitActions(records: records)
        let deeds = DeedActions(records: records)
        SignInRoutes(actions: SignInActions(records: records, secrets: secrets), frame: frame).add(to: routes)
        SecondFactorRoutes(actions: SecondFactorActions(records: records, secrets: secrets), frame: frame).add(to: routes)
        OwnAccountRoutes(
            actions: OwnAccountActions(records: records, secrets: secrets, sessions: sessions),
            secondFactor: SecondFactorActions(records: records, secrets: secrets), deeds: deeds, frame: frame
        ).add(to: routes)
        JournalRoutes(actions: JournalActions(records: records), frame: frame).add(to: routes)
        LinkRoutes(actions: LinkActions(records: records, secrets: secrets), frame: frame).add(to: routes)
        let people = PersonActions(records: records, vault: storage.vault)
        PeopleRoutes(actions: people, agencies: agencies, frame: frame, site: site).add(to: routes)
        PersonRoutes(
            actions: people, deeds: deeds, agencies: agencies, units: units, frame: frame, site: site
        ).add(to: routes)
        if storage.isDemo { DemoRoutes(actions: DemoActions(records: records), frame: frame).add(to: routes) }
        ImportRoutes(
            actions: ImportActions(records: records, vault: storage.vault, gate: gate), agencies: agencies, frame: frame, site: site
        ).add(to: routes)
        ExportRoutes(actions: ExportActions(records: records, gate: gate), agencies: agencies).add(to: routes)
        addProgramme(Programme(routes: routes, frame: frame, instruments: instruments, gate: gate, agencies: agencies, units: units))
    }

    /// What runs beside the pages, and stops after them: the keeper then signs what the last requests left.
    func services(_ logger: Logger) -> [any ServiceLifecycle.Service] {
        [
            JournalKeeper(
                records: storage.records, keyFile: storage.journalKey, interval: configuration.signingInterval,
                sessionLimit: configuration.sessionLimit, clock: clock, logger: logger)
        ]
    }

    /// Refuses changes from now on; called when nothing is left that could want one.
    func close() {
        storage.records.close()
    }
}
