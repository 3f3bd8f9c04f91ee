import Journaling
import Markup
public import Relational
import Rulebook

/// What a server with accounts and a journal stands on, beside its configuration.
public struct ServerStorage: Sendable {
    let records: Records
    let vault: Vault
    let journalKey: KeyFile
    /// Where the contents of documents are.
    let contents: DocumentContents
    /// What one hash of a password costs.
    let passwordCost: PasswordHasher.Cost
    /// Whether the data are invented; every page says so then.
    public private(set) var isDemo = false

    /// Takes a database whose schema is up to date.
    ///
    /// - Parameters:
    ///   - database: of either engine.
    ///   - keys: the folder with the key files; they are made at the first start.
    ///   - documents: the folder for the contents of documents, where the database does not hold them itself.
    /// - Throws: `Refusal` of code `keyFileUnusable`, also when the database holds what only a missing key could open;
    ///   `RelationalError`.
    public static func open(_ database: any Database, keys: String, documents: String) async throws -> ServerStorage {
        if !KeyFile("\(keys)/\(sealing)").exists {
            let sealed = try await database.read { try $0.row("SELECT 1 FROM accounts WHERE totp_secret IS NOT NULL LIMIT 1") }
            guard sealed == nil else {
                throw Refusal(
                    .keyFileUnusable, at: "\(keys)/\(sealing)",
                    "Berkas kunci tidak ada, padahal basis data berisi faktor kedua yang disegel dengannya. Letakkan kembali folder kunci dari salinannya.")
            }
        }
        var storage = try ServerStorage(database: database, keys: keys, documents: documents, passwordCost: PasswordHasher.Cost())
        storage.isDemo = try await database.read { try DemoMark.isSet(in: $0) }
        return storage
    }

    /// The file of the key that seals second factors.
    private static let sealing = "rahasia"

    init(database: any Database, keys: String, documents: String, passwordCost: PasswordHasher.Cost) throws(Refusal) {
        records = Records(database)
        let file = KeyFile("\(keys)/\(Self.sealing)")
        guard let vault = Vault(key: try file.readOrMake()) else {
            throw Refusal(.keyFileUnusable, at: file.path, "Berkas kunci tidak berisi kunci yang dapat dipakai.")
        }
        self.vault = vault
        journalKey = KeyFile("\(keys)/jurnal")
        contents = DocumentContents(database, folder: documents)
        self.passwordCost = passwordCost
    }

    /// Makes what every installation needs, and a link for the first administrator while there is none.
    ///
    /// - Returns: the address on the site where the first administrator is made, good for a day; `nil` when there is one.
    /// - Throws: `RelationalError`.
    public func begin() async throws -> String? {
        let now = SystemClock().timestamp
        let token = try await records.change { try FirstStart.prepare(at: now, in: &$0) }
        // What is wrong with a key that is there, the keeper of the journal says each time it cannot sign.
        _ = try? await JournalKeys.open(journalKey, in: records.database, at: now.milliseconds)
        return token.map { SitePath.link($0.text).address.text }
    }

    /// Makes new ways into a demonstration, one for each role; those made before stop working.
    ///
    /// - Returns: the name of each role, and the address on the site, good once, for twelve hours; nothing where the data are real.
    /// - Throws: `RelationalError`.
    public func lookRound() async throws -> [(role: String, address: String)] {
        try await DemoActions(records: records).renew(at: SystemClock().timestamp).map { ($0.role.name, SitePath.demoLink($0.token.text).address.text) }
    }

    /// Makes the index of names anew where it was made by another spelling; the server does so itself when it starts.
    ///
    /// - Returns: whether it was made.
    /// - Throws: `RelationalError`.
    @discardableResult
    public static func prepareSearch(in database: any Database) async throws -> Bool {
        try await Records(database).change { try SearchIndex.prepare(in: $0.session) }
    }

    /// Whether the database answers.
    var isReachable: Bool {
        get async { (try? await records.read { try $0.row("SELECT 1 FROM settings LIMIT 1") != nil }) != nil }
    }

    /// Puts on the journal of the nation that the data came out of a backup.
    ///
    /// - Parameters:
    ///   - digest: the SHA-256 of the database in the backup, as hex.
    ///   - database: the restored one, its schema up to date. The keys need not be in their place yet.
    /// - Throws: `RelationalError`.
    public static func noteRestoring(_ digest: String, in database: any Database) async throws {
        let now = SystemClock().timestamp
        try await Records(database).change { change in
            // A backup from before the first start has no chain to write on.
            guard try AgencyStore.find(.nation, in: change.session) != nil else { return }
            change.record(JournalFact(.backupRestored, in: .nation, by: .system, ["sha256": .text(digest)], at: now))
        }
    }
}

/// The first start of an installation.
enum FirstStart {
    /// Makes the agency that stands for the nation; gives a set-up link while nobody administers it. An older link
    /// stops working.
    ///
    /// - Throws: `RelationalError`.
    static func prepare(at now: Timestamp, in change: inout Change) throws -> Token? {
        if try AgencyStore.find(.nation, in: change.session) == nil {
            let nation = AgencyStore.Kept(
                id: .nation, code: "NASIONAL", name: "Tingkat nasional", parent: nil,
                offsetMinutes: IndonesianZone.wib.offsetMinutes, secondFactorRoles: [])
            try AgencyStore.insert(nation, at: now, in: change.session)
            change.record(JournalFact(.installationBegun, in: .nation, by: .system, at: now))
        }
        try SearchIndex.prepare(in: change.session)
        if try FirstAccount.isThere(in: change.session) { return nil }
        let token = Token()
        try LinkStore.insert(
            token, id: NewID.make(at: now.milliseconds), .setUp, for: nil, by: nil, at: now, in: change.session)
        return token
    }
}
