@testable import Journaling

/// What holds for every file that a verifier is given, who knows the key of ``SoundJournal/sample``.
enum JournalRules {
    static func check(_ bytes: [UInt8]) {
        _ = examine(bytes, Trust())
        var trust = SoundJournal.sample.trust
        let strict = examine(bytes, trust)
        trust.kept = []
        let report = examine(bytes, trust)
        if strict.isSound, !report.isSound { broken("who knows less finds more") }
        guard report.isSound else { return }
        // Nobody else can sign, so a sound file is put together of lines that were written with those keys.
        guard bytes.last == 0x0A, let kind = report.kind else { broken("sound without an end") }
        let lines = bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
        if lines.count != report.lines { broken("sound with \(lines.count) lines, of which \(report.lines) were read") }
        if kind == .journal {
            journal(lines, report)
            if strict.isSound, report.entries < SoundJournal.sample.entries.count { broken("shorter than what was kept") }
            if strict.isSound { original(lines.filter(isEntry), count: SoundJournal.sample.entries.count) }
        } else if let line = lines.first(where: { !SoundJournal.sample.known.contains($0) }) {
            broken("sound with a line that nobody wrote: \(String(decoding: line, as: UTF8.self))")
        }
    }

    private static func journal(_ lines: [[UInt8]], _ report: JournalReport) {
        var counts = (openings: 0, checkpoints: 0, rotations: 0)
        var frontier = MerkleFrontier()
        var head = SoundJournal.sample.trust.chain?.genesis ?? .ofEmptyTree
        for line in lines.dropLast() {
            if isEntry(line) {
                head = .ofLeaf(line)
                frontier.append(head)
                continue
            }
            let isOpening = begins(line, "pembuka")
            if isOpening { counts.openings += 1 }
            if begins(line, "titik-periksa") { counts.checkpoints += 1 }
            if begins(line, "ganti-kunci") { counts.rotations += 1 }
            // Whoever adds entries that nobody confirms may open what they hide.
            if isOpening, frontier.size > report.covered { continue }
            if !SoundJournal.sample.known.contains(line) {
                broken("sound with a line that nobody wrote: \(String(decoding: line, as: UTF8.self))")
            }
        }
        original(lines.filter(isEntry), count: report.covered)
        if frontier.size != report.entries { broken("\(frontier.size) entries, \(report.entries) counted") }
        if report.covered < frontier.size, !report.remarks.contains(.uncovered((report.covered + 1)...frontier.size)) {
            broken("says nothing of entries that nobody confirms")
        }
        let closing = FileLine.closing(
            FileLine.Closing(
                entries: frontier.size, openings: counts.openings, checkpoints: counts.checkpoints, rotations: counts.rotations,
                head: head, root: frontier.root))
        guard let expected = try? closing.fileBytes().dropLast(), lines.last == Array(expected) else { broken("sound with another closing") }
    }

    private static func original(_ entries: [[UInt8]], count: Int) {
        if entries.prefix(count) != SoundJournal.sample.entries.prefix(count)[...] { broken("sound with other entries than were signed") }
    }

    private static func isEntry(_ line: [UInt8]) -> Bool { line.starts(with: #"{"isi":"#.utf8) }

    private static func begins(_ line: [UInt8], _ kind: String) -> Bool { line.starts(with: "{\"baris\":\"\(kind)\",".utf8) }

    /// Whole and in pieces the same is found.
    private static func examine(_ bytes: [UInt8], _ trust: Trust) -> JournalReport {
        var whole = JournalVerifier(trust: trust)
        whole.read(bytes)
        let report = whole.finish()
        var parts = JournalVerifier(trust: trust)
        let length = bytes.count % 97 + 1
        for start in stride(from: 0, to: bytes.count, by: length) { parts.read(Array(bytes[start..<min(start + length, bytes.count)])) }
        let other = parts.finish()
        if other.faults != report.faults || other.faultCount != report.faultCount || other.remarks != report.remarks
            || other.lines != report.lines || other.covered != report.covered
        {
            broken("read in pieces it is another file")
        }
        if report.isSound != report.faults.isEmpty { broken("faults are not named") }
        if report.faults.contains(where: { $0.line < 1 || $0.line > max(report.lines, 1) }) { broken("a fault outside the file") }
        if report.isSound != (report.keptHead != nil), report.kind == .journal { broken("nothing to keep of a sound file") }
        return report
    }
}
