/// What is wrong with a file of the journal. Entries are named by their number in the chain. The words of ``code``
/// never change their meaning.
public enum JournalFault: Hashable, Sendable {
    // The file.
    /// The first line is not the header of a journal file.
    case unknownFile
    /// A version of the format that this program does not know.
    case unknownVersion(Int)
    /// The file ends before its last line.
    case truncated
    /// Something stands after the last line.
    case afterEnd
    /// A line of more than 65,536 bytes.
    case lineTooLong
    /// A line that is not canonical text.
    case notCanonical(CanonicalRefusal)
    /// Canonical text that is neither an entry nor any other line of the format.
    case malformedLine
    /// A line of the format that cannot stand here.
    case unexpectedLine
    /// The closing line counts something else than the file holds.
    case wrongCount
    /// The closing line states another head or root than that of the entries.
    case wrongClosing

    // The chain.
    /// This line belongs to another chain than the file, or the file to another than was asked for.
    case otherChain(found: ChainID)
    /// These entries are not there.
    case missingEntries(ClosedRange<Int>)
    /// A second entry with this number.
    case addedEntry(Int)
    /// This entry stands in another place than its number says.
    case reorderedEntry(Int)
    /// An entry follows the one before it, but under another number.
    case wrongSequence(expected: Int, found: Int)
    /// This entry is not as it was: the entries or the checkpoint after it know it otherwise.
    case changedEntry(Int)
    /// This entry does not follow the one before it, and nothing tells which of the two is as it was.
    case brokenLink(Int)

    // The tree.
    /// The signed checkpoint over so many entries knows other entries. Those up to `since` are confirmed.
    case checkpointMismatch(size: Int, since: Int)
    /// The checkpoint over so many entries stands after more of them.
    case misplacedCheckpoint(size: Int)
    /// The chain was longer when the reader kept its state.
    case rolledBack(kept: Int, found: Int)
    /// The first so many entries are other ones than when the reader kept their state.
    case rewritten(size: Int)
    /// The path does not prove that the entry is in the tree of the checkpoint.
    case inclusionFails(Int)
    /// The path does not prove that the later state only adds to the earlier one.
    case consistencyFails(old: Int, new: Int)

    // The keys.
    /// The checkpoint over so many entries is not signed by the key it names.
    case badSignature(size: Int)
    /// A key signs that no rotation leads to.
    case unknownKey(KeyID)
    /// A key signs that was replaced before.
    case retiredKey(KeyID)
    /// The key that the reader knows is not among the keys of the file.
    case replacedKey(KeyID)
    /// There are entries, the reader knows the key, and nothing is signed.
    case unsigned
    /// The rotation does not start from the key in use.
    case rotationFromOtherKey(KeyID)
    /// The rotation is not signed by the key that it replaces.
    case rotationNotSignedByOld(KeyID)
    /// The rotation is not signed by the key that it brings.
    case rotationNotSignedByNew(KeyID)

    // The openings.
    /// Value and salt do not give the commitment.
    case openingMismatch(Int)
    /// The entry has no such commitment, or the opening does not stand right after its entry.
    case openingWithoutCommitment(Int)

    /// The stable word for programs.
    public var code: String {
        switch self {
        case .unknownFile: "berkas-tidak-dikenal"
        case .unknownVersion: "versi-tidak-dikenal"
        case .truncated: "terpotong"
        case .afterEnd: "setelah-penutup"
        case .lineTooLong: "baris-terlalu-panjang"
        case .notCanonical: "bukan-bentuk-baku"
        case .malformedLine: "baris-tidak-dikenal"
        case .unexpectedLine: "baris-salah-tempat"
        case .wrongCount: "jumlah-tidak-cocok"
        case .wrongClosing: "penutup-tidak-cocok"
        case .otherChain: "rantai-lain"
        case .missingEntries: "fakta-hilang"
        case .addedEntry: "fakta-disisipkan"
        case .reorderedEntry: "fakta-dipindah"
        case .wrongSequence: "nomor-salah"
        case .changedEntry: "fakta-diubah"
        case .brokenLink: "rantai-putus"
        case .checkpointMismatch: "titik-periksa-tidak-cocok"
        case .misplacedCheckpoint: "titik-periksa-salah-tempat"
        case .rolledBack: "dimundurkan"
        case .rewritten: "ditulis-ulang"
        case .inclusionFails: "bukti-fakta-gagal"
        case .consistencyFails: "bukti-lanjutan-gagal"
        case .badSignature: "tanda-tangan-salah"
        case .unknownKey: "kunci-tidak-dikenal"
        case .retiredKey: "kunci-sudah-diganti"
        case .replacedKey: "kunci-ditukar"
        case .unsigned: "tidak-ditandatangani"
        case .rotationFromOtherKey: "ganti-kunci-dari-kunci-lain"
        case .rotationNotSignedByOld: "ganti-kunci-tanpa-kunci-lama"
        case .rotationNotSignedByNew: "ganti-kunci-tanpa-kunci-baru"
        case .openingMismatch: "pembuka-tidak-cocok"
        case .openingWithoutCommitment: "pembuka-tanpa-komitmen"
        }
    }
}

/// A fault and where it was seen.
public struct PlacedFault: Hashable, Sendable {
    /// Which line of the file, from 1. Of something that is missing: the line that shows it.
    public let line: Int
    /// What is wrong there.
    public let fault: JournalFault

    /// A fault at a line.
    public init(line: Int, _ fault: JournalFault) {
        self.line = line
        self.fault = fault
    }
}
