/// Follows the entries of a file: their numbers, their links and their tree. What is wrong is named as soon as it can be
/// told, which for a changed entry is one entry later.
struct ChainCheck {
    /// An entry that did not link to the one before it.
    struct Break {
        let sequence: Int
        let line: Int
        let previousLine: Int
    }

    /// A second entry with the number of the last one: the next entry tells which of the two is right.
    struct Twin {
        let fingerprint: Fingerprint
        let fault: Int
    }

    /// Numbers that were passed over, and the fault that says so.
    struct Gap {
        var range: ClosedRange<Int>
        var fault: Int
    }

    /// Where the chain stood before the last entry jumped ahead.
    struct Jump {
        let gap: ClosedRange<Int>
        let fault: Int
        let last: Last
        let head: Last
    }

    /// The last entry in the order of numbers.
    struct Last {
        var sequence: Int
        var fingerprint: Fingerprint
        var line: Int
    }

    let chain: ChainID
    let chainBytes: [UInt8]
    var last: Last
    // The tree without the last leaf, which a checkpoint may know better.
    var frontier = MerkleFrontier()
    var pending: Fingerprint?
    var kept: [KeptHead]
    /// The size at which the first of `kept` is due; 0 for none.
    var due = 0

    /// Lines that should have been entries since the last one that was.
    var unreadable = 0
    /// Whether the last entry is known to be wrong, so that the next cannot link to it.
    var isUnlinked = false
    var linkBreak: Break?
    var twin: Twin?
    var gaps: [Gap] = []
    var jump: Jump?
    /// Entries that came too early, by number.
    var early: [Int: Last] = [:]

    /// Whether a number or a link was wrong, so that the tree cannot be right.
    var hasFaults = false
    /// Whether a checkpoint has shown the tree to be wrong already.
    var isTreeLost = false
    var covered = 0
    var firstTime: Int64?
    var lastTime: Int64 = 0
    var backwards = (first: 0, count: 0)

    init(_ chain: ChainID, kept: [KeptHead]) {
        self.chain = chain
        chainBytes = Array(chain.text.utf8)
        last = Last(sequence: 0, fingerprint: chain.genesis, line: 1)
        self.kept = kept.filter { $0.chain == chain && $0.size > 0 }.sorted { $0.size < $1.size }
        due = self.kept.first?.size ?? 0
    }

    /// How many entries were read, unreadable ones included.
    var count: Int { frontier.size + (pending == nil ? 0 : 1) }

    /// The root over all of them. O(log count)
    var root: Fingerprint { root(ending: pending) }

    func root(ending leaf: Fingerprint?) -> Fingerprint {
        guard let leaf else { return frontier.root }
        var frontier = frontier
        frontier.append(leaf)
        return frontier.root
    }

    mutating func append(_ leaf: Fingerprint, line: Int, _ faults: inout FaultList) {
        if let pending { frontier.append(pending) }
        pending = leaf
        if count == due { checkKept(line: line, &faults) }
    }

    private mutating func checkKept(line: Int, _ faults: inout FaultList) {
        while let head = kept.first, head.size == count {
            if head.root != root { faults.add(.rewritten(size: head.size), line: line) }
            kept.removeFirst()
        }
        due = kept.first?.size ?? 0
    }

    mutating func note(_ time: Int64, of sequence: Int) {
        if time < lastTime {
            if backwards.count == 0 { backwards.first = sequence }
            backwards.count += 1
        }
        if firstTime == nil { firstTime = time }
        lastTime = time
    }

    /// A line that should have been an entry, but cannot be read. The fault was reported.
    mutating func takeUnreadable(_ leaf: Fingerprint, line: Int, _ faults: inout FaultList) {
        append(leaf, line: line, &faults)
        settleBreak(&faults)
        unreadable += 1
        hasFaults = true
    }

    /// Says of a broken link what can be said when nothing more is known.
    mutating func settleBreak(_ faults: inout FaultList) {
        guard let unsettled = linkBreak else { return }
        faults.add(.brokenLink(unsettled.sequence), line: unsettled.line)
        linkBreak = nil
    }
}
