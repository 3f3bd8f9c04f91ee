/// What a proof file has brought so far.
struct ProofCheck {
    /// The proven entry's number and leaf.
    var entry: (sequence: Int, leaf: Fingerprint)?
    /// The path, and the line it stood on.
    var path: FileLine?
    /// The earlier checkpoint of a consistency proof.
    var old: Checkpoint?
}

extension JournalVerifier {
    mutating func takeProofEntry(_ line: UnsafeRawBufferPointer) {
        guard header?.kind == .entryProof, proof.entry == nil, let entry = try? JournalEntry(canonical: Array(line)) else {
            faults.add(.unexpectedLine, line: report.lines)
            return
        }
        report.entry = entry
        proof.entry = (entry.sequence, entry.fingerprint)
    }

    mutating func takePath(_ line: FileLine) {
        let isExpected =
            switch (header?.kind, line) {
            case (.entryProof, .inclusion): proof.entry != nil && proof.path == nil
            case (.consistencyProof, .consistency): proof.old != nil && proof.path == nil
            default: false
            }
        if isExpected { proof.path = line } else { faults.add(.unexpectedLine, line: report.lines) }
    }

    mutating func takeCheckpoint(_ signed: SignedCheckpoint) {
        report.checkpoints += 1
        let checkpoint = signed.checkpoint
        guard let header else { return }
        if checkpoint.chain != header.chain { faults.add(.otherChain(found: checkpoint.chain), line: report.lines) }
        var isConfirmed = keys?.accepts(signed, line: report.lines, &faults) ?? false
        isConfirmed = isConfirmed && checkpoint.chain == header.chain
        hasSignature = hasSignature || isConfirmed
        switch header.kind {
        case .journal: isConfirmed = isConfirmed && chain?.take(checkpoint, line: report.lines, &faults) == true
        case .checkpoint: close()
        case .entryProof: endEntryProof(checkpoint)
        case .consistencyProof: takeConsistency(checkpoint)
        }
        guard isConfirmed else { return }
        report.checkpoint = signed
        report.covered = checkpoint.size
        // Of other files than journals the root is all there is to compare.
        let differs = header.kind != .journal && trust.kept.contains { $0.size == checkpoint.size && $0.root != checkpoint.root }
        if differs { faults.add(.rewritten(size: checkpoint.size), line: report.lines) }
    }

    private mutating func endEntryProof(_ checkpoint: Checkpoint) {
        guard let entry = proof.entry, case .inclusion(let index, let size, let path)? = proof.path else {
            faults.add(.unexpectedLine, line: report.lines)
            return
        }
        close()
        let isProven =
            index == entry.sequence - 1 && size == checkpoint.size
            && MerkleProof.includes(entry.leaf, index: index, size: size, path: path, root: checkpoint.root)
        if !isProven { faults.add(.inclusionFails(entry.sequence), line: report.lines) }
    }

    private mutating func takeConsistency(_ checkpoint: Checkpoint) {
        guard let before = proof.old else {
            proof.old = checkpoint
            return
        }
        guard case .consistency(let old, let new, let path)? = proof.path else {
            faults.add(.unexpectedLine, line: report.lines)
            return
        }
        close()
        let isProven =
            old == before.size && new == checkpoint.size
            && MerkleProof.extends(old: old, oldRoot: before.root, new: new, newRoot: checkpoint.root, path: path)
        if !isProven { faults.add(.consistencyFails(old: before.size, new: checkpoint.size), line: report.lines) }
    }

    /// What can only be said at the end.
    mutating func conclude() {
        guard let header, let keys else { return }
        report.keys = keys.keys
        let line = max(report.lines, 1)
        if let pinned = trust.key {
            if !keys.keys.contains(pinned) { faults.add(.replacedKey(pinned.id), line: 1) }
        } else {
            report.remarks.append(.noPinnedKey)
        }
        guard header.kind == .journal, let chain else { return }
        report.root = chain.root
        report.firstTime = chain.firstTime
        report.lastTime = chain.firstTime.map { _ in chain.lastTime }
        if chain.backwards.count > 0 {
            report.remarks.append(.timeWentBack(first: chain.backwards.first, count: chain.backwards.count))
        }
        let reached = max(chain.count, chain.last.sequence)
        if report.covered < reached {
            report.remarks.append(.uncovered((report.covered + 1)...reached))
            // Whoever knows the public key could write it into the header of anything.
            if trust.key != nil, !hasSignature { faults.add(.unsigned, line: line) }
        }
        guard stage == .closed else { return }
        for head in chain.kept where head.size > reached {
            faults.add(.rolledBack(kept: head.size, found: reached), line: line)
        }
    }
}
