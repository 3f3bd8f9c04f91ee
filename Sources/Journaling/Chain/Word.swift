/// A name made for programs: 1 to 64 characters of `A…Z`, `a…z`, `0…9`, `.`, `_`, `:` and `-`. It needs no escape anywhere.
/// `Sort` keeps names of different things apart.
public struct Word<Sort>: Hashable, Sendable, CustomStringConvertible {
    /// The most characters.
    public static var maximumBytes: Int { 64 }

    /// The name.
    public let text: String

    /// Takes a name.
    ///
    /// - Throws: `EntryRefusal.word` when it has other characters, none, or too many.
    public init(_ text: String) throws(EntryRefusal) {
        guard (1...Self.maximumBytes).contains(text.utf8.count), text.utf8.allSatisfy(Self.allows) else {
            throw .word
        }
        self.text = text
    }

    init(known text: StaticString) { self.text = "\(text)" }

    /// The name.
    public var description: String { text }

    @inline(__always)
    static func allows(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
        default: false
        }
    }
}

/// What ``ChainID`` names.
public enum ChainSort: Sendable {}
/// What ``ActorID`` names.
public enum ActorSort: Sendable {}
/// What ``RoleWord`` names.
public enum RoleSort: Sendable {}
/// What ``EntryKind`` names.
public enum KindSort: Sendable {}
/// What ``SubjectID`` names.
public enum SubjectSort: Sendable {}

/// Which chain: the id of an agency, or ``national``.
public typealias ChainID = Word<ChainSort>
/// Who did it: the id of an account, or ``system``.
public typealias ActorID = Word<ActorSort>
/// In which role it was done.
public typealias RoleWord = Word<RoleSort>
/// What was done: a word that never changes its meaning, such as `akun-diundang`.
public typealias EntryKind = Word<KindSort>
/// To what it was done: the id of a unit, an account, a sheet.
public typealias SubjectID = Word<SubjectSort>

extension Word<ChainSort> {
    /// The chain of what belongs to no agency.
    public static let national = ChainID(known: "nasional")

    /// What stands in the place of an entry before the first: the leaf of a text that names the chain, so that no
    /// entry of one chain fits into another.
    public var genesis: Fingerprint { .ofLeaf(Array("zona-jurnal/1/awal/\(text)".utf8)) }
}

extension Word<ActorSort> {
    /// The program itself.
    public static let system = ActorID(known: "sistem")
}
