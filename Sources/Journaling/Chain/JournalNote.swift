/// What a use case tells the journal; its place in the chain comes later.
public struct JournalNote: Hashable, Sendable {
    /// The chain it belongs to.
    public let chain: ChainID
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
    /// The canonical text of the particulars: an object without personal data, which stands there as ``Commitment``.
    public let content: [UInt8]

    /// Makes a note. The text of `content` is written here, so that it does not take time inside a transaction.
    ///
    /// - Throws: `EntryRefusal.time`, `.contentIsNoObject` or `.content`.
    /// - Complexity: O(content)
    public init(
        chain: ChainID, time: Int64, actor: ActorID, role: RoleWord? = nil, kind: EntryKind, subject: SubjectID? = nil,
        content: CanonicalValue = [:]
    ) throws(EntryRefusal) {
        guard (0...Int64(CanonicalValue.maximumInteger)).contains(time) else { throw .time }
        guard case .object = content else { throw .contentIsNoObject }
        do {
            // One level is the entry's own.
            var bytes: [UInt8] = []
            try content.append(to: &bytes, depth: 1)
            self.content = bytes
        } catch {
            throw .content(error)
        }
        self.chain = chain
        self.time = time
        self.actor = actor
        self.role = role
        self.kind = kind
        self.subject = subject
    }
}
