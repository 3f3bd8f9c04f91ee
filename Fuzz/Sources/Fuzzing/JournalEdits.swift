@testable import Journaling

/// Damages a sound file line by line, as someone would who wants to change what it says: each six bytes are one step.
enum JournalEdits {
    static func file(_ script: [UInt8]) -> [UInt8] {
        let sample = SoundJournal.sample
        guard let first = script.first else { return sample.bytes }
        let files = [sample.bytes] + sample.proofs
        // Mostly the journal itself.
        var lines = SoundJournal.lines(of: first < 128 ? files[0] : files[Int(first) % files.count])
        var rest = script.dropFirst().prefix(6 * 40)
        while rest.count >= 6, !lines.isEmpty {
            step(Array(rest.prefix(6)), &lines)
            rest = rest.dropFirst(6)
        }
        return lines.flatMap { $0 + [0x0A] }
    }

    private static func step(_ bytes: [UInt8], _ lines: inout [[UInt8]]) {
        let place = Int(bytes[1]) % lines.count
        let other = Int(bytes[2]) % lines.count
        let offset = Int(bytes[3]) << 8 | Int(bytes[4])
        switch bytes[0] % 9 {
        case 0: lines.swapAt(place, other)
        case 1: lines.insert(lines[place], at: other)
        case 2: lines.remove(at: place)
        case 3: lines[place] = Array(lines[place].prefix(offset % (lines[place].count + 1)))
        case 4:
            let stranger = SoundJournal.strangers[offset % SoundJournal.strangers.count].lines
            lines.insert(stranger[Int(bytes[5]) % stranger.count], at: place)
        case 5: if !lines[place].isEmpty { lines[place][offset % lines[place].count] = bytes[5] }
        case 6:
            // Another file's line.
            let proof = SoundJournal.lines(of: SoundJournal.sample.proofs[offset % SoundJournal.sample.proofs.count])
            lines.insert(proof[Int(bytes[5]) % proof.count], at: place)
        case 7: relink(&lines)
        default: close(&lines)
        }
    }

    /// Numbers and links all entries anew, as anybody can who has no key.
    private static func relink(_ lines: inout [[UInt8]]) {
        var previous = SoundJournal.sample.trust.chain?.genesis ?? .ofEmptyTree
        var number = 0
        for index in lines.indices {
            guard case .object(var fields)? = try? CanonicalValue(canonical: lines[index]), fields["sebelum"] != nil else { continue }
            number += 1
            fields["sebelum"] = .text(previous.hex)
            fields["urutan"] = .integer(number)
            guard let line = try? CanonicalValue.object(fields).canonicalBytes() else { continue }
            lines[index] = line
            previous = .ofLeaf(line)
        }
    }

    /// Writes a closing line that agrees with the others.
    private static func close(_ lines: inout [[UInt8]]) {
        func isOf(_ kind: String, _ line: [UInt8]) -> Bool { line.starts(with: "{\"baris\":\"\(kind)\",".utf8) }
        lines.removeAll { isOf("penutup", $0) }
        var frontier = MerkleFrontier()
        var head = SoundJournal.sample.trust.chain?.genesis ?? .ofEmptyTree
        for line in lines where line.starts(with: #"{"isi":"#.utf8) {
            head = .ofLeaf(line)
            frontier.append(head)
        }
        let closing = FileLine.closing(
            FileLine.Closing(
                entries: frontier.size, openings: lines.count { isOf("pembuka", $0) }, checkpoints: lines.count { isOf("titik-periksa", $0) },
                rotations: lines.count { isOf("ganti-kunci", $0) }, head: head, root: frontier.root))
        if let line = try? closing.fileBytes() { lines.append(line.dropLast()) }
    }
}
