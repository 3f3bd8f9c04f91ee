import Glibc
import Journaling
import Rulebook

/// Reads files of the journal of any size with little memory.
enum JournalFile {
    private static let piece = 1 << 18

    /// Verifies a file, or standard input for `-`.
    ///
    /// - Parameter showsProgress: whether a person at a terminal is told how far it is.
    /// - Throws: `Refusal` when the file cannot be read; what is wrong inside is in the report.
    /// - Complexity: O(bytes)
    static func verify(
        _ path: String, key: VerifyingKey?, kept: [KeptState], showsProgress: Bool
    ) throws(Refusal) -> JournalReport {
        guard let stream = fopen(path == "-" ? "/dev/stdin" : path, "rb") else {
            throw Refusal(.unreadableFile, at: path, "Berkas tidak dapat dibuka: \(FileTrouble.text).")
        }
        defer { fclose(stream) }
        var progress = Progress(total: showsProgress ? size(of: stream) : 0)
        // The whole first line is needed to know of which chain the kept states are.
        var chunk = [UInt8](repeating: 0, count: piece)
        var count = fread(&chunk, 1, piece, stream)
        var trust = Trust(key: key)
        if let chain = chain(in: chunk[..<count]) {
            trust.kept = kept.map { $0.head(of: chain) }
            if let other = trust.kept.first(where: { $0.chain != chain }) {
                throw Refusal(
                    .unreadableFile, at: path,
                    "Berkas ini tentang rantai \(chain.text), sedangkan keadaan yang disimpan tentang rantai \(other.chain.text).")
            }
        }
        var verifier = JournalVerifier(trust: trust)
        while count > 0 {
            chunk.withUnsafeBytes { verifier.read(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            progress.add(count)
            count = fread(&chunk, 1, piece, stream)
        }
        progress.end()
        guard ferror(stream) == 0 else {
            throw Refusal(.unreadableFile, at: path, "Berkas tidak dapat dibaca: \(FileTrouble.text).")
        }
        return verifier.finish()
    }

    /// The chain that the first line names; the verifier says what is wrong with a line that names none.
    private static func chain(in bytes: ArraySlice<UInt8>) -> ChainID? {
        guard let end = bytes.firstIndex(of: 0x0A), let header = try? CanonicalValue(canonical: Array(bytes[..<end])) else { return nil }
        return header["rantai"]?.text.flatMap { try? ChainID($0) }
    }

    /// Bytes of a file; 0 for what has no size.
    private static func size(of stream: UnsafeMutablePointer<FILE>) -> Int {
        var facts = stat()
        guard fstat(fileno(stream), &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return 0 }
        return Int(facts.st_size)
    }

    /// Tells a person at a terminal how far a long reading has come.
    private struct Progress {
        private let total: Int
        private var done = 0
        private var shown = -1
        /// Shorter ones are over before anybody reads it.
        private static let least = 16 << 20

        init(total: Int) {
            self.total = total >= Self.least && Terminal.errorIsTerminal ? total : 0
        }

        mutating func add(_ count: Int) {
            guard total > 0 else { return }
            done += count
            let percent = min(100, done * 100 / total)
            guard percent != shown else { return }
            shown = percent
            Terminal.writeError("\rMemeriksa \(percent)%")
        }

        func end() {
            if total > 0 { Terminal.writeError("\r               \r") }
        }
    }
}

/// Why the last call on a file failed, in Indonesian.
enum FileTrouble {
    static var text: String {
        switch errno {
        case ENOENT: "tidak ada"
        case EACCES, EPERM: "tidak diizinkan"
        case EISDIR: "itu sebuah folder"
        case ENOSPC, EDQUOT: "media penyimpanan penuh"
        case EROFS: "media itu hanya untuk dibaca"
        case let other: String(cString: strerror(other))
        }
    }
}
