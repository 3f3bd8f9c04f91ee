extension JournalVerifier {
    /// Takes a whole line without its end.
    mutating func take(_ line: UnsafeRawBufferPointer) {
        report.lines += 1
        switch stage {
        case .header: return takeHeader(line)
        case .body: break
        case .closed:
            // Once is enough.
            if report.lines > closedAt + 1 { return }
            faults.add(.afterEnd, line: report.lines)
            return
        case .unknown: return
        }
        var view: EntryView?
        do {
            view = try EntryView(line)
        } catch {
            view = nil
        }
        if let view { return takeEntry(view, line) }
        if let refusal = CanonicalValue.refusal(of: line) { return refuse(.notCanonical(refusal), line) }
        guard let value = try? CanonicalValue(canonical: line), let read = try? FileLine(value) else {
            return refuse(.malformedLine, line)
        }
        take(read)
    }

    /// A line that was too long to be kept.
    mutating func takeUnreadable(_ fault: JournalFault, _ line: UnsafeRawBufferPointer?) {
        report.lines += 1
        switch stage {
        case .header:
            faults.add(.unknownFile, line: 1)
            stage = .unknown
        case .body: refuse(fault, line)
        case .closed: faults.add(.afterEnd, line: report.lines)
        case .unknown: break
        }
    }

    private mutating func refuse(_ fault: JournalFault, _ line: UnsafeRawBufferPointer?) {
        faults.add(fault, line: report.lines)
        opened.removeAll(keepingCapacity: true)
        guard header?.kind == .journal else { return }
        // Lines other than entries announce themselves; what does not was an entry once.
        var scanner = CanonicalScanner(line ?? UnsafeRawBufferPointer(start: nil, count: 0))
        guard !scanner.skips(#"{"baris":"#) else { return }
        let leaf = line.map { Fingerprint.ofLeaf($0) } ?? .ofEmptyTree
        chain?.takeUnreadable(leaf, line: report.lines, &faults)
    }

    private mutating func takeHeader(_ line: UnsafeRawBufferPointer) {
        stage = .unknown
        guard let value = try? CanonicalValue(canonical: line), value["baris"]?.text == "kepala" else {
            faults.add(.unknownFile, line: 1)
            return
        }
        do {
            guard case .header(let header) = try FileLine(value) else { return }
            begin(header)
        } catch {
            switch error {
            case .version(let version): faults.add(.unknownVersion(version), line: 1)
            case .malformed: faults.add(.unknownFile, line: 1)
            }
        }
    }

    private mutating func begin(_ header: FileLine.Header) {
        self.header = header
        report.kind = header.kind
        report.chain = header.chain
        keys = KeyCheck(first: header.key)
        chain = ChainCheck(header.chain, kept: trust.kept)
        stage = .body
        let strangers = trust.kept.contains { $0.chain != header.chain }
        if strangers || (trust.chain ?? header.chain) != header.chain {
            faults.add(.otherChain(found: header.chain), line: 1)
        }
    }

    private mutating func takeEntry(_ view: EntryView, _ line: UnsafeRawBufferPointer) {
        guard let header, chain != nil else { return }
        report.entries += 1
        if chain?.isOf(view, line) == false, let found = try? ChainID(view.chain(line)) {
            faults.add(.otherChain(found: found), line: report.lines)
        }
        opened.removeAll(keepingCapacity: true)
        opened.append(contentsOf: line)
        openedSequence = view.sequence
        commitments = nil
        if header.kind == .journal {
            chain?.take(view, leaf: .ofLeaf(line), line: report.lines, &faults)
        } else {
            takeProofEntry(line)
        }
    }

    private mutating func take(_ line: FileLine) {
        guard let kind = header?.kind else { return }
        switch line {
        case .opening(let opening): return takeOpening(opening)
        case .rotation(let rotation):
            // In proofs the keys come first, so that every file has one order.
            if kind != .journal, proof.entry != nil || proof.path != nil { faults.add(.unexpectedLine, line: report.lines) }
            keys?.take(rotation, line: report.lines, &faults)
        case .checkpoint(let signed): takeCheckpoint(signed)
        case .closing(let closing) where kind == .journal: takeClosing(closing)
        case .inclusion, .consistency: takePath(line)
        case .header, .closing: faults.add(.unexpectedLine, line: report.lines)
        }
        opened.removeAll(keepingCapacity: true)
    }

    private mutating func takeClosing(_ closing: FileLine.Closing) {
        close()
        chain?.take(closing, line: report.lines, &faults)
        let counted = (closing.openings, closing.checkpoints, closing.rotations)
        if counted != (report.openings, report.checkpoints, keys?.rotations ?? 0) { faults.add(.wrongCount, line: report.lines) }
    }

    private mutating func takeOpening(_ opening: Opening) {
        report.openings += 1
        if opened.isEmpty || opening.sequence != openedSequence {
            faults.add(.openingWithoutCommitment(opening.sequence), line: report.lines)
        } else {
            let known = commitments ?? opened.withUnsafeBytes { Commitment.all(in: $0) }
            commitments = known
            if !known.contains(opening.commitment.fingerprint) {
                faults.add(.openingWithoutCommitment(opening.sequence), line: report.lines)
            }
        }
        if !opening.commitment.matches(value: opening.value, salt: opening.salt) {
            faults.add(.openingMismatch(opening.sequence), line: report.lines)
        }
    }

    mutating func close() {
        stage = .closed
        closedAt = report.lines
    }
}

extension ChainCheck {
    func isOf(_ view: EntryView, _ line: UnsafeRawBufferPointer) -> Bool { view.isOfChain(chainBytes, line) }
}

extension Commitment {
    /// All commitments in the canonical text of an entry. Quotes within texts are escaped, so what looks like the
    /// object of a commitment is one. O(bytes)
    static func all(in entry: UnsafeRawBufferPointer) -> Set<Fingerprint> {
        var found: Set<Fingerprint> = []
        var scanner = CanonicalScanner(entry)
        while !scanner.isAtEnd {
            if scanner.next == UInt8(ascii: "{"), scanner.skips(#"{"komitmen":""#) {
                if let fingerprint = Fingerprint(digits: entry, at: scanner.position) {
                    scanner.position += 2 * Fingerprint.byteCount
                    if scanner.skips(#""}"#) { found.insert(fingerprint) }
                }
            } else {
                scanner.position += 1
            }
        }
        return found
    }
}
