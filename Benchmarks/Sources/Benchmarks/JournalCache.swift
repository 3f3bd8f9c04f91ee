import FoundationEssentials
import Journaling
import Relational
import RelationalSQLite
import Rulebook

/// Long journals, made by the code in use and kept, because a long one takes minutes.
enum JournalCache {
    static let agency = AgencyID("01k8uji0000journalcache000")
    /// Facts between two checkpoints.
    private static let stretch = 1_000
    private static let people = 300

    /// A data folder of `zona` with a journal of so many facts; made when it is not there or of another schema.
    ///
    /// - Returns: the folder.
    static func folder(_ count: Int, in cache: String) throws -> String {
        let folder = "\(cache)/\(count)"
        guard (try? String(contentsOfFile: "\(folder)/lengkap", encoding: .utf8)) != mark else { return folder }
        print("Making a journal of \(count) facts in \(folder) …")
        // In a process of its own: what this one holds counts for every child that is measured later.
        let child = Child.run([CommandLine.arguments[0], "--make-journal", folder, String(count)])
        guard child.status == 0 else { throw Unmade(folder: folder) }
        return folder
    }

    struct Unmade: Error { let folder: String }

    /// What is kept is good for this schema only.
    private static var mark: String { Schema.migrations.compactMap { $0.checksums[.sqlite] }.joined(separator: "\n") }

    /// What the child does.
    static func make(_ folder: String, _ count: Int) async throws {
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(
            atPath: "\(folder)/kunci", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let database = try SQLiteDatabase(path: "\(folder)/zona.db")
        _ = try await Migrator(Schema.migrations).migrate(database, at: SystemClock().timestamp.milliseconds)
        try await database.write { session in
            let kept = AgencyStore.Kept(
                id: agency, code: "UJI", name: "Kementerian Uji", parent: nil, offsetMinutes: 420, secondFactorRoles: [])
            try AgencyStore.insert(kept, at: SystemClock().timestamp, in: session)
        }
        let keys = try await JournalKeys.open(
            KeyFile("\(folder)/kunci/jurnal"), in: database, at: SystemClock().timestamp.milliseconds
        ).keys
        try await fill(database, agency, upTo: count, keys: keys)
        await database.close()
        try mark.write(toFile: "\(folder)/lengkap", atomically: true, encoding: .utf8)
    }

    /// Appends facts until the chain has so many.
    ///
    /// - Parameter keys: signs checkpoints, if there is one.
    static func fill(
        _ database: any Relational.Database, _ agency: AgencyID, upTo count: Int, keys: JournalKeys?
    ) async throws {
        var done = try await database.read { try JournalStore.lastSequence(of: agency, in: $0) }
        while done < count {
            let end = min(done + stretch, count)
            let facts = (done..<end).map { fact($0, agency) }
            try await database.write { session in
                try JournalStore.append(facts, in: session)
                guard let keys, let tip = try JournalStore.tip(of: agency, in: session) else { return }
                try JournalStore.insert(tip.chain.checkpoint(at: tip.at, by: keys.signing), of: agency, in: session)
            }
            done = end
        }
    }

    /// What a day in an agency leaves behind: mostly work, some sign-ins, now and then personal data.
    static func fact(_ number: Int, _ agency: AgencyID) -> JournalFact {
        let account = AccountID("01k8uji\(1_000 + number % people)account")
        let at = Timestamp(milliseconds: 1_700_000_000_000 + Int64(number) * 20_000)
        switch number % 10 {
        case 0, 1:
            return JournalFact(
                .signedIn, in: agency, by: JournalFact.Actor(account: account, role: nil),
                about: "01k8uji\(1_000_000 + number)session", ["cara": "sandi"], at: at)
        case 2:
            return JournalFact(
                .personCorrected, in: agency, by: JournalFact.Actor(account: account, role: nil), about: account.text,
                personal: [JournalFact.Personal(field: "nama", account: account, value: "Pegawai Uji \(number)")], at: at)
        default:
            return JournalFact(
                .unitChanged, in: agency, by: JournalFact.Actor(account: account, role: .agencyAdministrator),
                about: "01k8uji\(1_000 + number % 40)workunit",
                ["kode": .text("BALAI-\(number % 40)"), "nama": .text("Balai Uji \(number)"), "induk": .null], at: at)
        }
    }
}
