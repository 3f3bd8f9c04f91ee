import Glibc
public import Journaling
public import Relational
public import Rulebook

/// The key that signs the journal. It stands in a file, the public half in the database; so whoever changes the
/// database alone cannot sign.
public struct JournalKeys: Sendable {
    /// How the key of the file stands to those of the database.
    public enum Standing: Hashable, Sendable {
        /// It is the one in use.
        case current
        /// The database has no key yet.
        case unregistered
        /// The database goes by another key: this one signs nothing.
        case other(newest: KeyID)
    }

    /// Where the secret half stands.
    public let file: KeyFile
    let signing: SigningKey

    /// The public half, to be kept by whoever wants to check the journal later.
    public var verifying: VerifyingKey { signing.verifying }

    /// Reads the key of a file.
    ///
    /// - Throws: `Refusal` of code `keyFileUnusable`.
    public init(_ file: KeyFile) throws(Refusal) {
        guard let key = SigningKey(seed: try file.read()) else {
            throw Refusal(.keyFileUnusable, at: file.path, "Berkas kunci jurnal tidak berisi kunci yang dapat dipakai.")
        }
        self.file = file
        signing = key
    }

    /// Makes a key in a new file, which only its owner may read.
    ///
    /// - Throws: `Refusal` of code `keyFileUnusable`, also when the file is there already.
    public static func make(at path: String) throws(Refusal) -> JournalKeys {
        let file = KeyFile(path)
        try file.make(SigningKey().seed)
        return try JournalKeys(file)
    }

    /// The key for a server: made and put on record where neither file nor database has one. A rotation that was
    /// interrupted after it was on record is carried to its end.
    ///
    /// - Parameter now: milliseconds since 1970 (UTC).
    /// - Throws: `Refusal` of code `keyFileUnusable`, also when the database has a key and the file is missing;
    ///   `RelationalError`.
    public static func open(
        _ file: KeyFile, in database: any Database, at now: Int64
    ) async throws -> (keys: JournalKeys, standing: Standing) {
        let known = try await database.read { try JournalStore.keys(in: $0)?.newest }
        if let known { try finishRotation(of: file, to: known) }
        let keys = known == nil && !file.exists ? try make(at: file.path) : try JournalKeys(file)
        if known == nil {
            let key = keys.verifying
            try await database.write { session in
                try Lease.lock(Lease.journal, in: session)
                guard try JournalStore.keys(in: session) == nil else { return }
                try JournalStore.insert(key, nil, at: Timestamp(milliseconds: now), in: session)
            }
        }
        return (keys, try await keys.standing(in: database))
    }

    /// How this key stands to those of a database.
    ///
    /// - Throws: `RelationalError`.
    public func standing(in database: any Database) async throws -> Standing {
        let key = verifying
        return try await database.read { try Self.standing(of: key, in: $0) }
    }

    static func standing(of key: VerifyingKey, in session: any ReadSession) throws -> Standing {
        guard let newest = try JournalStore.keys(in: session)?.newest else { return .unregistered }
        return newest == key ? .current : .other(newest: newest.id)
    }

    /// All keys of a database, the one in use last; empty before there is any.
    ///
    /// - Throws: `RelationalError`.
    public static func history(in database: any Database) async throws -> [VerifyingKey] {
        try await database.read { try JournalStore.keys(in: $0)?.all ?? [] }
    }
}

extension JournalKeys {
    /// Goes on to a new key. The old one vouches for it on record, the journal of the nation gets a fact, and the old
    /// file stays beside the new one under the name of its key.
    ///
    /// - Parameter now: milliseconds since 1970 (UTC).
    /// - Returns: the new key, which is in the file now.
    /// - Throws: `Refusal` of code `keyFileUnusable`, also when this key is not the one in use; `RelationalError`;
    ///   `SigningFailure`.
    public func rotate(in database: any Database, at now: Int64) async throws -> JournalKeys {
        try await rotate(in: Records(database), by: .system, at: Timestamp(milliseconds: now))
    }

    func rotate(in records: Records, by actor: JournalFact.Actor, at now: Timestamp) async throws -> JournalKeys {
        // On the disk before it is on record; a file of an earlier attempt that never got there is of no use.
        let draft = KeyFile(Self.draft(of: file))
        if draft.exists { unlink(draft.path) }
        let new = try JournalKeys.make(at: draft.path)
        let (old, path) = (signing, file.path)
        try await records.change { [new] change in
            try Lease.lock(Lease.journal, in: change.session)
            guard try Self.standing(of: old.verifying, in: change.session) == .current else {
                throw Refusal(
                    .keyFileUnusable, at: path,
                    "Kunci di berkas ini bukan kunci jurnal yang sedang dipakai, jadi tidak dapat menggantinya. Pakai berkas kunci yang benar.")
            }
            let rotation = try KeyRotation(from: old, to: new.signing, at: now.milliseconds)
            try JournalStore.insert(new.verifying, rotation, at: now, in: change.session)
            change.record(
                JournalFact(
                    .journalKeyRotated, in: .nation, by: actor,
                    ["lama": .text(old.verifying.id.text), "baru": .text(new.verifying.id.text)], at: now))
        }
        try Self.finishRotation(of: file, to: new.verifying)
        return try JournalKeys(file)
    }

    private static func draft(of file: KeyFile) -> String { file.path + ".baru" }

    /// Puts the draft in the place of the file, if it holds the key that is on record.
    private static func finishRotation(of file: KeyFile, to newest: VerifyingKey) throws(Refusal) {
        let draft = KeyFile(draft(of: file))
        guard draft.exists, try JournalKeys(draft).verifying == newest else { return }
        if file.exists {
            let old = try JournalKeys(file).verifying
            if old == newest { return }
            // A second name for the old file, so that there is a whole file at every moment.
            guard link(file.path, "\(file.path).\(old.id)") == 0 || errno == EEXIST else { throw unmovable(file) }
        }
        guard rename(draft.path, file.path) == 0, file.isSettled() else { throw unmovable(file) }
    }

    private static func unmovable(_ file: KeyFile) -> Refusal {
        Refusal(
            .keyFileUnusable, at: file.path,
            "Kunci baru sudah tercatat, tetapi berkasnya tidak dapat dipindahkan. Ganti nama \(file.path).baru menjadi \(file.path).")
    }
}
