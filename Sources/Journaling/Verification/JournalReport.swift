/// The state of a chain as a person kept it: an export that claims to be later must begin with it.
public struct KeptHead: Hashable, Sendable {
    /// Which chain.
    public let chain: ChainID
    /// How many entries it had.
    public let size: Int
    /// The root over them.
    public let root: Fingerprint

    /// A state from anywhere.
    public init(chain: ChainID, size: Int, root: Fingerprint) {
        self.chain = chain
        self.size = size
        self.root = root
    }

    /// The state that a checkpoint states. Check the checkpoint first.
    public init(_ checkpoint: Checkpoint) {
        self.init(chain: checkpoint.chain, size: checkpoint.size, root: checkpoint.root)
    }
}

/// What the reader knows from elsewhere. Without it a file can only be shown to agree with itself.
public struct Trust: Sendable {
    /// The chain that the file should be of.
    public var chain: ChainID?
    /// A key that the reader got in another way: any of those that signed the chain, in whole, not by its short name.
    public var key: VerifyingKey?
    /// Earlier states.
    public var kept: [KeptHead]

    /// What is known; nothing by default.
    public init(chain: ChainID? = nil, key: VerifyingKey? = nil, kept: [KeptHead] = []) {
        self.chain = chain
        self.key = key
        self.kept = kept
    }
}

/// What is no fault, but worth knowing.
public enum JournalRemark: Hashable, Sendable {
    /// The clock went back between these entries: how often, and the first that is earlier than the one before it.
    case timeWentBack(first: Int, count: Int)
    /// No signed checkpoint confirms these entries yet: whoever made the file could have written them at will.
    case uncovered(ClosedRange<Int>)
    /// The reader named no key: the file agrees with itself, but who signed it is open.
    case noPinnedKey

    /// The stable word for programs.
    public var code: String {
        switch self {
        case .timeWentBack: "waktu-mundur"
        case .uncovered: "belum-ditandatangani"
        case .noPinnedKey: "kunci-tidak-dipegang"
        }
    }
}

/// What was found in a file.
public struct JournalReport: Sendable {
    /// What the file is; `nil` if its first line does not say.
    public internal(set) var kind: JournalFileKind?
    /// Which chain it is of.
    public internal(set) var chain: ChainID?
    /// How many lines were read.
    public internal(set) var lines = 0
    /// How many entries.
    public internal(set) var entries = 0
    /// How many commitments are opened.
    public internal(set) var openings = 0
    /// How many checkpoints.
    public internal(set) var checkpoints = 0
    /// All keys that signed, in order, the first from the header.
    public internal(set) var keys: [VerifyingKey] = []
    /// How many of the first entries a good signature confirms.
    public internal(set) var covered = 0
    /// The last checkpoint whose signature and content are right.
    public internal(set) var checkpoint: SignedCheckpoint?
    /// The time of the first entry, in milliseconds since 1970 UTC.
    public internal(set) var firstTime: Int64?
    /// The time of the last entry.
    public internal(set) var lastTime: Int64?
    /// The root over all entries of a journal.
    public internal(set) var root: Fingerprint?
    /// The entry that an entry proof is about.
    public internal(set) var entry: JournalEntry?
    /// The first faults, at most 100, by line.
    public internal(set) var faults: [PlacedFault] = []
    /// How many faults there are.
    public internal(set) var faultCount = 0
    /// What else there is to know.
    public internal(set) var remarks: [JournalRemark] = []

    /// Whether no fault was found.
    public var isSound: Bool { faultCount == 0 }

    /// What to keep of a sound file, to hold later ones against: of a journal all its entries, of a proof its last
    /// checkpoint.
    public var keptHead: KeptHead? {
        guard isSound, let chain else { return nil }
        if kind == .journal { return root.map { KeptHead(chain: chain, size: entries, root: $0) } }
        return checkpoint.map { KeptHead($0.checkpoint) }
    }
}
