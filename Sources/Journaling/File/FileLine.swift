/// What a file of the journal holds; the first line says which.
public enum JournalFileKind: String, Hashable, Sendable, CaseIterable {
    /// A whole chain.
    case journal = "jurnal"
    /// One entry and the proof that it is in the chain.
    case entryProof = "bukti-fakta"
    /// Two checkpoints and the proof that the later one only adds to the earlier one.
    case consistencyProof = "bukti-lanjutan"
    /// One checkpoint, to be kept and held against later exports.
    case checkpoint = "titik-periksa"
}

/// What a committed value was: whoever has it can see that the entry meant this value.
public struct Opening: Hashable, Sendable {
    /// The entry whose content carries the commitment.
    public let sequence: Int
    /// The commitment.
    public let commitment: Commitment
    /// The value.
    public let value: String
    /// The salt it was committed with.
    public let salt: Commitment.Salt

    /// Opens a commitment.
    public init(sequence: Int, commitment: Commitment, value: String, salt: Commitment.Salt) {
        self.sequence = sequence
        self.commitment = commitment
        self.value = value
        self.salt = salt
    }
}

/// A line of a file other than an entry.
enum FileLine: Hashable {
    struct Header: Hashable {
        let kind: JournalFileKind
        let chain: ChainID
        /// The key that the file begins with.
        let key: VerifyingKey
    }

    struct Closing: Hashable {
        let entries: Int
        let openings: Int
        let checkpoints: Int
        let rotations: Int
        let head: Fingerprint
        let root: Fingerprint
    }

    case header(Header)
    case checkpoint(SignedCheckpoint)
    case rotation(KeyRotation)
    case opening(Opening)
    /// `index` counts from 0, as in RFC 6962; in the file stands the entry's number.
    case inclusion(index: Int, size: Int, path: [Fingerprint])
    case consistency(old: Int, new: Int, path: [Fingerprint])
    case closing(Closing)

    /// The version of the format that this program writes and reads.
    static let version = 1

    /// The line as it stands in the file.
    var value: CanonicalValue {
        switch self {
        case .header(let header):
            [
                "baris": "kepala", "berkas": .text(header.kind.rawValue), "kunci": .text(header.key.hex),
                "rantai": .text(header.chain.text), "versi": .integer(Self.version),
            ]
        case .checkpoint(let signed):
            ["baris": "titik-periksa", "isi": signed.checkpoint.value, "tanda": .text(signed.signature.hex)]
        case .rotation(let rotation):
            [
                "baris": "ganti-kunci", "isi": KeyRotation.value(old: rotation.old, new: rotation.new, time: rotation.time),
                "tanda_baru": .text(rotation.newSignature.hex), "tanda_lama": .text(rotation.oldSignature.hex),
            ]
        case .opening(let opening):
            [
                "baris": "pembuka", "garam": .text(opening.salt.hex), "komitmen": .text(opening.commitment.fingerprint.hex),
                "nilai": .text(opening.value), "urutan": .integer(opening.sequence),
            ]
        case .inclusion(let index, let size, let path):
            [
                "baris": "jalur", "jalur": .array(path.map { .text($0.hex) }), "ukuran": .integer(size),
                "urutan": .integer(index + 1),
            ]
        case .consistency(let old, let new, let path):
            [
                "baris": "jalur-lanjutan", "jalur": .array(path.map { .text($0.hex) }), "ukuran_baru": .integer(new),
                "ukuran_lama": .integer(old),
            ]
        case .closing(let closing):
            [
                "baris": "penutup",
                "isi": [
                    "akar": .text(closing.root.hex), "fakta": .integer(closing.entries),
                    "ganti_kunci": .integer(closing.rotations), "kepala": .text(closing.head.hex),
                    "pembuka": .integer(closing.openings), "titik_periksa": .integer(closing.checkpoints),
                ],
            ]
        }
    }
}
