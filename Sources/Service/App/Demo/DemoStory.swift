import Journaling
import Logging
import Relational
import Rulebook

/// Makes the data of a demonstration by the same actions that pages call, each as the person whose step it is, on a clock
/// that runs through two years up to today. So every rule was asked, and the journal verifies.
public struct DemoStory: Sendable {
    /// How much there is afterwards.
    public struct Result: Hashable, Sendable {
        /// Work units.
        public let units: Int
        /// People with accounts.
        public let people: Int
    }

    let storage: ServerStorage
    let secrets: AccountSecrets

    /// Takes the storage of an installation in which nothing has happened yet.
    public init(_ storage: ServerStorage) {
        self.storage = storage
        secrets = AccountSecrets(
            hasher: PasswordHasher(cost: storage.passwordCost), vault: storage.vault, passwords: PasswordPolicy(common: CommonPasswords.all))
    }

    var records: Records { storage.records }

    /// Makes everything.
    ///
    /// - Throws: `Refusal` of code `demoOnRealData` when there are data already; `RelationalError`.
    public func tell() async throws -> Result {
        let today = SystemClock().timestamp
        var scene = DemoScene(now: today.adding(seconds: -730 * 86_400))
        let start = scene.now
        try await records.change { change in
            let isBegun = try AgencyStore.find(.nation, in: change.session) != nil
            try DemoMark.set(at: start, in: &change)
            if !isBegun { _ = try FirstStart.prepare(at: start, in: &change) }
        }
        _ = try await JournalKeys.open(storage.journalKey, in: records.database, at: start.milliseconds)
        try await organise(&scene)
        try await setOut(&scene)
        await secrets.hasher.stop()
        // Signed once, as whoever restores a journal finds it signed.
        _ = try await JournalKeeper(records: records, keyFile: storage.journalKey, logger: Logger(label: "zona")).round()
        return Result(units: scene.units.count, people: scene.accounts.count)
    }

    /// Somebody of the cast as the site knows them now.
    func identity(_ key: String, in scene: DemoScene) async throws -> Identity {
        guard let account = scene.accounts[key] else { throw PageRefusal.notFound }
        return try await records.read { session in
            guard let listed = try AccountStore.find(account, in: session) else { throw PageRefusal.notFound }
            return Identity(
                account: account, agency: listed.agency, name: listed.person?.name ?? "", grants: try GrantStore.standing(of: account, in: session),
                session: "", token: Token(), pending: nil, hasSecondFactor: true)
        }
    }
}

/// How far the story has come.
struct DemoScene: Sendable {
    /// When the next thing happens.
    private(set) var now: Timestamp
    var agency = AgencyID("")
    var units: [String: WorkUnitID] = [:]
    var accounts: [String: AccountID] = [:]

    init(now: Timestamp) { self.now = now }

    /// The day of the story.
    var today: Day { Identity.day(now) }

    /// Lets time pass: some days, and always a few minutes.
    mutating func pass(days: Int = 0) {
        now = now.adding(seconds: Int64(days) * 86_400 + 420)
    }
}
