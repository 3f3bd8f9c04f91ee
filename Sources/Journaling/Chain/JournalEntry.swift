/// One fact in its place in a chain. Its canonical text is what is stored, exported and hashed.
public struct JournalEntry: Hashable, Sendable {
    /// The most bytes of an entry's text.
    public static let maximumBytes = CanonicalValue.maximumBytes

    /// The chain it belongs to.
    public let chain: ChainID
    /// Its number in the chain, from 1, without gaps.
    public let sequence: Int
    /// When, in milliseconds since 1970 UTC.
    public let time: Int64
    /// Who.
    public let actor: ActorID
    /// In what role, if in one.
    public let role: RoleWord?
    /// What happened.
    public let kind: EntryKind
    /// To what, if to something that has an id.
    public let subject: SubjectID?
    /// The fingerprint of the entry before; of the first entry ``Word/genesis``.
    public let previous: Fingerprint
    /// The canonical text: one line without its end.
    public let canonicalBytes: [UInt8]
    /// The leaf of ``canonicalBytes``.
    public let fingerprint: Fingerprint

    /// Puts a note into its place.
    ///
    /// - Throws: `EntryRefusal.sequence` or `.tooLong`.
    /// - Complexity: O(content)
    public init(_ note: JournalNote, sequence: Int, previous: Fingerprint) throws(EntryRefusal) {
        guard (1...CanonicalValue.maximumInteger).contains(sequence) else { throw .sequence }
        chain = note.chain
        self.sequence = sequence
        time = note.time
        actor = note.actor
        role = note.role
        kind = note.kind
        subject = note.subject
        self.previous = previous

        var text: [UInt8] = []
        text.reserveCapacity(320 + note.content.count)
        text.append(contentsOf: #"{"isi":"#.utf8)
        text.append(contentsOf: note.content)
        let words = [
            (#","jenis":""#, kind.text), (#"","pelaku":""#, actor.text), (#"","peran":""#, role?.text ?? ""),
            (#"","perihal":""#, subject?.text ?? ""), (#"","rantai":""#, chain.text),
        ]
        for (name, word) in words {
            text.append(contentsOf: name.utf8)
            text.append(contentsOf: word.utf8)
        }
        text.append(contentsOf: #"","sebelum":""#.utf8)
        Hexadecimal.append(previous.bytes, to: &text)
        text.append(contentsOf: #"","urutan":"#.utf8)
        text.append(contentsOf: String(sequence).utf8)
        text.append(contentsOf: #","waktu":"#.utf8)
        text.append(contentsOf: String(time).utf8)
        text.append(UInt8(ascii: "}"))
        guard text.count <= Self.maximumBytes else { throw .tooLong }
        canonicalBytes = text
        fingerprint = .ofLeaf(text)
    }

    /// Reads the canonical text of an entry, as it was stored or exported.
    ///
    /// - Throws: `EntryRefusal.malformed` or `.tooLong`.
    /// - Complexity: O(bytes)
    public init(canonical bytes: [UInt8]) throws(EntryRefusal) {
        guard bytes.count <= Self.maximumBytes else { throw .tooLong }
        let result = bytes.withUnsafeBytes { raw in
            Result { () throws(EntryRefusal) in
                let view = try EntryView(raw)
                return (view, view.chain(raw), view.actor(raw), view.role(raw), view.kind(raw), view.subject(raw))
            }
        }
        let (view, chain, actor, role, kind, subject) = try result.get()
        (sequence, time, previous) = (view.sequence, view.time, view.previous)
        self.chain = try ChainID(chain)
        self.actor = try ActorID(actor)
        self.role = role.isEmpty ? nil : try RoleWord(role)
        self.kind = try EntryKind(kind)
        self.subject = subject.isEmpty ? nil : try SubjectID(subject)
        canonicalBytes = bytes
        fingerprint = .ofLeaf(bytes)
    }

    /// The particulars.
    ///
    /// - Complexity: O(bytes); they are read anew each time.
    public var content: CanonicalValue {
        (try? CanonicalValue(canonical: canonicalBytes))?["isi"] ?? .null
    }
}
