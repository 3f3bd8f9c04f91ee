extension ChainCheck {
    /// Holds the entries so far against a checkpoint whose signature is good. Tells whether it confirms them.
    mutating func take(_ checkpoint: Checkpoint, line: Int, _ faults: inout FaultList) -> Bool {
        jump = nil
        while let entry = early.removeValue(forKey: last.sequence + 1) { last = entry }
        reach(checkpoint.size, line: line, &faults)
        guard checkpoint.size == last.sequence else {
            faults.add(.misplacedCheckpoint(size: checkpoint.size), line: line)
            return false
        }
        guard !isTreeLost else { return false }
        if root == checkpoint.root, last.fingerprint == checkpoint.head {
            // Every entry is as it was signed; a link that is broken nevertheless was signed broken.
            settleBreak(&faults)
            covered = checkpoint.size
            return true
        }
        if !hasFaults, pending != nil, root(ending: checkpoint.head) == checkpoint.root {
            // With the signed head in the place of the last entry everything agrees.
            faults.add(.changedEntry(last.sequence), line: last.line)
            pending = checkpoint.head
            last.fingerprint = checkpoint.head
            covered = checkpoint.size
            return true
        }
        if let broken = linkBreak, broken.sequence > 1, last.fingerprint == checkpoint.head {
            faults.add(.changedEntry(broken.sequence - 1), line: broken.previousLine)
            linkBreak = nil
        }
        faults.add(.checkpointMismatch(size: checkpoint.size, since: covered), line: line)
        isTreeLost = true
        return false
    }

    /// Someone who should know says that there are `size` entries.
    mutating func reach(_ size: Int, line: Int, _ faults: inout FaultList) {
        guard size > last.sequence else { return }
        settleBreak(&faults)
        let first = last.sequence + unreadable + 1
        if size >= first { faults.add(.missingEntries(first...size), line: line) }
        last = Last(sequence: size, fingerprint: last.fingerprint, line: line)
        unreadable = 0
        isUnlinked = true
        hasFaults = true
        twin = nil
    }

    /// Holds the entries against the closing line.
    mutating func take(_ closing: FileLine.Closing, line: Int, _ faults: inout FaultList) {
        while let entry = early.removeValue(forKey: last.sequence + 1) { last = entry }
        reach(closing.entries, line: line, &faults)
        // When numbers were wrong, the faults that say so explain the count.
        if closing.entries != count, !hasFaults || closing.entries != last.sequence { faults.add(.wrongCount, line: line) }
        guard !hasFaults, !isTreeLost, closing.entries == count else { return settleBreak(&faults) }
        guard closing.root != root || closing.head != last.fingerprint else { return }
        if closing.head != last.fingerprint, pending != nil, root(ending: closing.head) == closing.root {
            faults.add(.changedEntry(last.sequence), line: last.line)
        } else {
            faults.add(.wrongClosing, line: line)
        }
    }
}
