extension ChainCheck {
    /// Takes the next entry of the file.
    mutating func take(_ view: EntryView, leaf: Fingerprint, line: Int, _ faults: inout FaultList) {
        append(leaf, line: line, &faults)
        note(view.time, of: view.sequence)
        let entry = Last(sequence: view.sequence, fingerprint: leaf, line: line)
        if let jump { self.takeBack(jump, before: view.sequence, &faults) }
        if view.sequence > last.sequence + 1, !early.isEmpty { passEarly() }

        let expected = last.sequence + 1
        if view.sequence == expected {
            follow(entry, previous: view.previous, &faults)
        } else if unreadable == 0, view.previous == last.fingerprint {
            // The right place under another number; the next entry knows it under the right one.
            faults.add(.wrongSequence(expected: expected, found: view.sequence), line: line)
            settleBreak(&faults)
            advance(to: Last(sequence: expected, fingerprint: leaf, line: line))
            isUnlinked = true
            hasFaults = true
        } else if view.sequence > expected {
            jumpAhead(to: entry, &faults)
        } else {
            comeLate(entry, &faults)
        }
    }

    private mutating func advance(to entry: Last) {
        last = entry
        unreadable = 0
        isUnlinked = false
        twin = nil
    }

    private mutating func follow(_ entry: Last, previous: Fingerprint, _ faults: inout FaultList) {
        if isUnlinked || previous == last.fingerprint {
            if let broken = linkBreak {
                // It links to what came before the break's other side: so that side is the one that changed.
                if broken.sequence > 1 {
                    faults.add(.changedEntry(broken.sequence - 1), line: broken.previousLine)
                    linkBreak = nil
                } else {
                    settleBreak(&faults)
                }
            }
        } else if let twin, previous == twin.fingerprint {
            faults.replace(twin.fault, .addedEntry(last.sequence), line: last.line)
            linkBreak = nil
        } else if linkBreak != nil {
            // Neither of its neighbours knows the last entry.
            faults.add(.changedEntry(last.sequence), line: last.line)
            linkBreak = nil
        } else {
            linkBreak = Break(sequence: entry.sequence, line: entry.line, previousLine: last.line)
            hasFaults = true
        }
        advance(to: entry)
    }

    private mutating func jumpAhead(to entry: Last, _ faults: inout FaultList) {
        settleBreak(&faults)
        hasFaults = true
        let gap = (last.sequence + 1)...(entry.sequence - 1)
        // As many unreadable lines as numbers passed over: those are the entries.
        if gap.count > unreadable {
            let missing = (gap.lowerBound + unreadable)...gap.upperBound
            if let fault = faults.add(.missingEntries(missing), line: entry.line) {
                gaps.append(Gap(range: missing, fault: fault))
                if unreadable == 0 { jump = Jump(gap: missing, fault: fault, last: last, head: entry) }
            }
        }
        advance(to: entry)
    }

    /// If one of the missing entries follows right after the jump, it was the one that jumped which is misplaced.
    private mutating func takeBack(_ jump: Jump, before sequence: Int, _ faults: inout FaultList) {
        self.jump = nil
        guard jump.gap.contains(sequence), last.line == jump.head.line else { return }
        faults.replace(jump.fault, .reorderedEntry(jump.head.sequence), line: jump.head.line)
        gaps.removeAll { $0.fault == jump.fault }
        early[jump.head.sequence] = jump.head
        last = jump.last
    }

    /// Goes past entries that came earlier and whose turn it is now.
    private mutating func passEarly() {
        while let entry = early.removeValue(forKey: last.sequence + 1) { advance(to: entry) }
    }

    private mutating func comeLate(_ entry: Last, _ faults: inout FaultList) {
        hasFaults = true
        if let place = gaps.firstIndex(where: { $0.range.contains(entry.sequence) }) {
            fill(place, with: entry, &faults)
        } else if let fault = faults.add(.addedEntry(entry.sequence), line: entry.line), entry.sequence == last.sequence {
            twin = Twin(fingerprint: entry.fingerprint, fault: fault)
        }
    }

    /// A missing entry turned up after all.
    private mutating func fill(_ place: Int, with entry: Last, _ faults: inout FaultList) {
        let gap = gaps.remove(at: place)
        let line = faults.line(gap.fault)
        var rest: [ClosedRange<Int>] = []
        if gap.range.lowerBound < entry.sequence { rest.append(gap.range.lowerBound...(entry.sequence - 1)) }
        if gap.range.upperBound > entry.sequence { rest.append((entry.sequence + 1)...gap.range.upperBound) }
        guard let first = rest.first else {
            faults.replace(gap.fault, .reorderedEntry(entry.sequence), line: entry.line)
            return
        }
        faults.replace(gap.fault, .missingEntries(first), line: line)
        gaps.append(Gap(range: first, fault: gap.fault))
        faults.add(.reorderedEntry(entry.sequence), line: entry.line)
        if rest.count > 1, let fault = faults.add(.missingEntries(rest[1]), line: line) {
            gaps.append(Gap(range: rest[1], fault: fault))
        }
    }
}
